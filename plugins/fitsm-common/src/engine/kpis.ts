import { RecordTypeName, StateCategory } from './defineRecordType';

/**
 * An instant of a record: `createdAt`, `closedAt`, a dateTime field, or `now`.
 *
 * @public
 */
export type InstantName = string;

/**
 * What a record must meet to be counted. All but `moved` is read from the
 * record as it is today.
 *
 * @public
 */
export type KpiCondition =
  | { state: ReadonlyArray<string> }
  | { category: ReadonlyArray<StateCategory> }
  | { field: string; is: ReadonlyArray<string | number | boolean> }
  | { field: string; isSet: boolean }
  /** Both are known, and the first is not after the second. */
  | { instant: InstantName; notAfter: InstantName }
  /** Has made one of these transitions at some time. */
  | { moved: ReadonlyArray<string> }
  /**
   * Is linked by one of these relations, as this side calls them, to a record
   * in one of the states, or in any.
   */
  | { linked: ReadonlyArray<string>; state?: ReadonlyArray<string> };

/** @public */
export interface Selection {
  type: ReadonlyArray<RecordTypeName>;
  /**
   * The instant that puts a record into a period, or the transitions of which
   * each puts it there once more. Left out, records count as they are now,
   * whatever the period.
   */
  at?: InstantName | { moved: ReadonlyArray<string> };
  where?: ReadonlyArray<KpiCondition>;
}

/** What is added up: a number field, or the time between two instants. @public */
export type Quantity = string | { from: InstantName; to: InstantName };

/** @public */
export type Measure =
  /** How many. */
  | { count: Selection }
  /** How many were not closed at the end of the period. */
  | { backlog: Omit<Selection, 'at'> }
  /** Of how many more conditions hold, in percent. */
  | { share: ReadonlyArray<KpiCondition>; of: Selection }
  | { mean: Quantity; of: Selection }
  | { total: Quantity; of: Selection }
  /** The sum of one number field in percent of that of another. */
  | { ratio: { sum: string; per: string }; of: Selection };

/** @public */
export type KpiUnit = 'count' | 'percent' | 'days' | 'hours' | 'score';

/**
 * A measure of how well a process does, taken from its records. It is data, so
 * that people can be told how a value came about.
 *
 * @public
 */
export interface Kpi {
  label: string;
  /** How it is computed, in one plain sentence. */
  help: string;
  unit: KpiUnit;
  better: 'higher' | 'lower';
  /** What the organisation wants to reach; config sets it. */
  target?: number;
  measure: Measure;
}

/** The records that a measure is about. @public */
export function selectionOf(measure: Measure): Selection {
  if ('count' in measure) return measure.count;
  return 'backlog' in measure ? measure.backlog : measure.of;
}

/**
 * How records of a type come to those that a relation leads to, as this side
 * calls it: by links of its own, or by those that other types make to it.
 *
 * @public
 */
export interface LinkWay {
  /** The name of the relation at the record that has it. */
  relation: string;
  direction: 'outgoing' | 'incoming';
  /** The type of the record that has the relation. */
  holder: string;
}
