import { fitsm2v22 } from './fitsm2v22';
import { RequirementSet } from './RequirementSet';

/** All versions of standards that are known here. @public */
export const requirementSets: ReadonlyArray<RequirementSet> = [fitsm2v22];

export { fitsm2v22 };
export type {
  Requirement,
  RequirementRow,
  RequirementSection,
  RequirementSet,
} from './RequirementSet';
