import { ProcessDefinition } from '../engine/defineProcess';
import { AnyRecordType } from '../engine/defineRecordType';
import { capm } from './capm';
import { chm } from './chm';
import { confm } from './confm';
import { crm } from './crm';
import { csi } from './csi';
import { ism } from './ism';
import { isrm } from './isrm';
import { pm } from './pm';
import { rdm } from './rdm';
import { sacm } from './sacm';
import { slm } from './slm';
import { sms } from './sms';
import { spm } from './spm';
import { srm } from './srm';
import { suppm } from './suppm';

/** The processes of FitSM that this version runs, in the standard's order. @public */
export const processes: ReadonlyArray<ProcessDefinition> = [
  sms,
  spm,
  slm,
  srm,
  sacm,
  capm,
  ism,
  crm,
  suppm,
  isrm,
  pm,
  confm,
  chm,
  rdm,
  csi,
];

/** The record types of all processes. @public */
export const recordTypes: ReadonlyArray<AnyRecordType> = processes.flatMap(
  process => process.recordTypes,
);

export { processOptions } from './processOptions';
export * from './capm';
export * from './chm';
export * from './confm';
export * from './crm';
export * from './csi';
export * from './ism';
export * from './isrm';
export * from './pm';
export * from './rdm';
export * from './sacm';
export * from './slm';
export * from './sms';
export * from './spm';
export * from './srm';
export * from './suppm';
