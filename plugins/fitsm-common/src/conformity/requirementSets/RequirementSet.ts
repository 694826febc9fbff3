import { ProcessCode } from '../../engine/defineProcess';

/** Where a row stands in its requirement. @public */
export type RequirementSection =
  | 'activity'
  | 'setup'
  | 'input'
  | 'ongoing'
  | 'output';

/** One thing that a standard asks for. @public */
export interface RequirementRow {
  /** `PR9.O1a`; unique over all sets. */
  id: string;
  section: RequirementSection;
  text: string;
}

/** What a standard asks of one process, or of the whole. @public */
export interface Requirement {
  /** `PR9` */
  id: string;
  process: ProcessCode;
  title: string;
  objective: string;
  rows: ReadonlyArray<RequirementRow>;
}

/** One version of a standard. It does not change; a new version is a new set. @public */
export interface RequirementSet {
  id: string;
  standard: string;
  version: string;
  groups: ReadonlyArray<Requirement>;
}
