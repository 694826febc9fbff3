import { AnyRecordType, ProcessRoleName } from './defineRecordType';
import { Kpi } from './kpis';

/**
 * The folder name of a process, the same in every package: the 14 processes of
 * FitSM, and `sms` for its general requirements.
 *
 * @public
 */
export type ProcessCode =
  | 'sms'
  | 'spm'
  | 'slm'
  | 'srm'
  | 'sacm'
  | 'capm'
  | 'ism'
  | 'crm'
  | 'suppm'
  | 'isrm'
  | 'pm'
  | 'confm'
  | 'chm'
  | 'rdm'
  | 'csi';

/** @public */
export interface ProcessDefinition {
  code: ProcessCode;
  /** The process in FitSM-2, `PR9` for example. */
  requirement: string;
  label: string;
  /** What it is shown together with where all processes are shown. */
  group: string;
  purpose: string;
  roles: Record<ProcessRoleName, { label: string; description: string }>;
  recordTypes: ReadonlyArray<AnyRecordType>;
  /** How well the process does, by name. */
  kpis?: Record<string, Kpi>;
}

/** @public */
export function defineProcess(definition: ProcessDefinition) {
  return definition;
}
