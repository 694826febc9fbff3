import { ProcessCode } from '../engine/defineProcess';
import { EvidenceRule } from './evidenceRules';
import { RequirementSection, RequirementSet } from './requirementSets';

/** How far a row is shown to be met. It is computed, never typed in. @public */
export type ConformityState =
  | 'evidenced'
  | 'stale'
  | 'missing'
  | 'notApplicable';

/** @public */
export const conformityStates: ReadonlyArray<ConformityState> = [
  'evidenced',
  'stale',
  'missing',
  'notApplicable',
];

/** How much evidence there is, and when the newest came to be, or was kept up. @public */
export interface Tally {
  count: number;
  newest?: string;
}

/** A rule, ready to be read, with the evidence that it found. @public */
export interface Evidence extends Tally {
  rule: EvidenceRule;
  /** How the rule reads. */
  how: string;
  /** The process of the record type, where its list is. */
  process: ProcessCode;
}

/** A statement in force that a row does not apply. @public */
export interface Exclusion {
  /** The id of the record; left out where the record is restricted. */
  record?: string;
  reason?: string;
  /** References of those who approved it. */
  approvedBy: string[];
  /** It counts until then. */
  until: string;
}

/** @public */
export interface ConformityRow extends Tally {
  id: string;
  section: RequirementSection;
  text: string;
  state: ConformityState;
  /** Evidence that is older than so many days is stale. */
  staleAfterDays: number;
  evidence: Evidence[];
  /** Why the organisation does it, where software cannot. */
  organisation?: string;
  exclusion?: Exclusion;
}

/** @public */
export interface ConformityGroup {
  id: string;
  process: ProcessCode;
  title: string;
  objective: string;
  rows: ConformityRow[];
}

/** Every row of a standard, and what this organisation has to show for it. @public */
export interface Conformity {
  set: Pick<RequirementSet, 'id' | 'standard' | 'version'>;
  computedAt: string;
  /** Rows by state. */
  counts: Record<ConformityState, number>;
  groups: ConformityGroup[];
}

const A_DAY_MS = 24 * 3_600_000;

/**
 * The state of each row, from what was counted.
 *
 * @public
 */
export function computeConformity(input: {
  set: RequirementSet;
  evidenceFor(row: string): Evidence[];
  /** Why the organisation does a row, by its id. */
  organisational: Readonly<Record<string, string>>;
  /** By the id of the row. */
  exclusions: ReadonlyMap<string, ReadonlyArray<Exclusion>>;
  staleAfterDays(row: string): number;
  now: number;
}): Conformity {
  const { set, organisational, now } = input;
  const counts = { evidenced: 0, stale: 0, missing: 0, notApplicable: 0 };
  const groups = set.groups.map(group => ({
    ...group,
    rows: group.rows.map((row): ConformityRow => {
      const evidence = input.evidenceFor(row.id);
      const tally = total(evidence);
      const staleAfterDays = input.staleAfterDays(row.id);
      const exclusion = lastingLongest(input.exclusions.get(row.id), now);
      const state = exclusion
        ? 'notApplicable'
        : stateOf(tally, staleAfterDays, now);
      counts[state] += 1;
      return {
        ...row,
        state,
        ...tally,
        staleAfterDays,
        evidence,
        ...(organisational[row.id] && { organisation: organisational[row.id] }),
        ...(exclusion && { exclusion }),
      };
    }),
  }));
  const { id, standard, version } = set;
  return {
    set: { id, standard, version },
    computedAt: new Date(now).toISOString(),
    counts,
    groups,
  };
}

function stateOf(
  { newest }: Tally,
  staleAfterDays: number,
  now: number,
): ConformityState {
  if (newest === undefined) return 'missing';
  return Date.parse(newest) < now - staleAfterDays * A_DAY_MS
    ? 'stale'
    : 'evidenced';
}

function total(evidence: ReadonlyArray<Tally>): Tally {
  const newest = evidence
    .map(one => one.newest)
    .filter(at => at !== undefined)
    .sort()
    .at(-1);
  return {
    count: evidence.reduce((sum, { count }) => sum + count, 0),
    ...(newest !== undefined && { newest }),
  };
}

function lastingLongest(
  exclusions: ReadonlyArray<Exclusion> = [],
  now: number,
): Exclusion | undefined {
  return [...exclusions]
    .sort((a, b) => a.until.localeCompare(b.until))
    .filter(({ until }) => Date.parse(until) > now)
    .at(-1);
}
