import { createExtensionPoint } from '@backstage/backend-plugin-api';
import {
  AnyRecordType,
  FitsmRecord,
  ProcessCode,
} from '@fitsm/plugin-fitsm-common';

/**
 * Refuses a transition with a sentence for the user, or lets it pass with
 * `true`. It reads only, and may run when a page merely asks.
 *
 * @public
 */
export type Guard = (context: {
  record: FitsmRecord;
  /** When the transition would happen. */
  now: Date;
}) => Promise<true | string> | true | string;

/** Code that a definition names. @public */
export interface RecordBehaviour {
  /** The record type that it belongs to. */
  type: string;
  guards: Record<string, Guard>;
}

/** @public */
export interface FitsmExtensionPoint {
  /** Adds record types to a process. */
  addRecordTypes(
    process: ProcessCode,
    ...definitions: ReadonlyArray<AnyRecordType>
  ): void;
  /** Supplies what the definition of a record type names. */
  addBehaviour(behaviour: RecordBehaviour): void;
}

/** Where other modules add to FitSM. @public */
export const fitsmExtensionPoint = createExtensionPoint<FitsmExtensionPoint>({
  id: 'fitsm.records',
});
