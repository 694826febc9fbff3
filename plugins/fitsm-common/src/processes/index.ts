import { ProcessDefinition } from '../engine/defineProcess';
import { AnyRecordType } from '../engine/defineRecordType';
import { isrm } from './isrm';

/** The processes of FitSM that this version runs, in the standard's order. @public */
export const processes: ReadonlyArray<ProcessDefinition> = [isrm];

/** The record types of all processes. @public */
export const recordTypes: ReadonlyArray<AnyRecordType> = processes.flatMap(
  process => process.recordTypes,
);

export * from './isrm';
