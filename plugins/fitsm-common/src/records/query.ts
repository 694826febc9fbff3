import { StateCategory } from '../engine/defineRecordType';

/** Columns that every list can be sorted by. @public */
export const orderFields = [
  'createdAt',
  'updatedAt',
  'id',
  'title',
  'state',
  'priority',
  'owner',
  'assignee',
  'assignedGroup',
  'category',
  'startsAt',
  'endsAt',
  'dueAt',
  'closedAt',
] as const;

/** @public */
export type OrderField = (typeof orderFields)[number];

/**
 * Which records a list holds. Conditions are joined by AND, the values of one
 * condition by OR.
 *
 * @public
 */
export interface RecordFilter {
  type?: string[];
  state?: string[];
  category?: StateCategory[];
  /**
   * With exactly one `type`: values of its choice fields, `process:isrm` for
   * example. Values of one field are joined by OR, fields by AND.
   */
  choice?: string[];
  priority?: number[];
  /** User or Group references; `none` finds records without one. */
  assignee?: string[];
  assignedGroup?: string[];
  owner?: string[];
  /** References that hold any role on the record, owner and creator too. */
  involved?: string[];
  /** References whose vote the record waits for. */
  awaiting?: string[];
  createdBy?: string[];
  /** Records that name one of these entities. */
  entity?: string[];
  /** With `entity`: also what belongs to these systems, domains or groups. */
  parts?: boolean;
  /** Instants; `After` includes the instant, `Before` does not. */
  createdAfter?: string;
  createdBefore?: string;
  updatedAfter?: string;
  updatedBefore?: string;
  closedAfter?: string;
  closedBefore?: string;
  dueAfter?: string;
  dueBefore?: string;
  /** Records whose window, from start to end, touches this one. */
  windowAfter?: string;
  windowBefore?: string;
  /** Found in the title, or the id of the record. */
  text?: string;
}

/** @public */
export interface RecordQuery extends RecordFilter {
  order?: { field: OrderField; direction: 'asc' | 'desc' };
  /** 1 to 200; 50 unless told. */
  limit?: number;
  /** `pageInfo.nextCursor` of the page before. */
  cursor?: string;
  /** Counting costs a query of its own. `exclude` unless told. */
  totalItems?: 'include' | 'exclude';
}

/** One page of a list. @public */
export interface Page<T> {
  items: T[];
  totalItems?: number;
  pageInfo: { nextCursor?: string };
}
