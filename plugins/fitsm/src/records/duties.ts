import {
  AnyRecordType,
  FitsmRecord,
  RecordQuery,
} from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { fieldInColumn } from './attributes';

/** Columns of a list of what is due. */
export const dutyColumns = ['id', 'title', 'state', 'owner', 'dueAt'];

/** What has to be done within so many days, the most urgent first. */
export function dueWithin(days: number): RecordQuery {
  return {
    category: ['open', 'waiting'],
    // Whole days: the same list for everybody who looks today.
    dueBefore: DateTime.utc()
      .startOf('day')
      .plus({ days: days + 1 })
      .toISO()!,
    order: { field: 'dueAt', direction: 'asc' },
  };
}

/** When a record is due, in the field that its type has for it. */
export function dueAtOf(
  definition: AnyRecordType,
  record: FitsmRecord,
): string | undefined {
  const name = fieldInColumn(definition, 'dueAt');
  const value = name && record.fields[name];
  return typeof value === 'string' ? value : undefined;
}
