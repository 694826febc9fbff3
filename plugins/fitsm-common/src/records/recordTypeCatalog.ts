import { JsonObject } from '@backstage/types';
import { ProcessDefinition } from '../engine/defineProcess';
import { AnyRecordType } from '../engine/defineRecordType';

/**
 * What an installation runs: its processes and record types, with what config
 * and add-ons changed in them.
 *
 * @public
 */
export interface RecordTypeCatalog {
  processes: Array<
    Omit<ProcessDefinition, 'recordTypes'> & { recordTypes: string[] }
  >;
  recordTypes: Array<{
    definition: AnyRecordType;
    /** Whether the person who asks may create records of the type. */
    canCreate: boolean;
    /** JSON Schema of the fields of a new record. */
    createSchema: JsonObject;
    /** JSON Schema of the fields of a change. */
    changeSchema: JsonObject;
  }>;
  /** Whether the person who asks may import records. */
  canAdminister: boolean;
}
