import { Field, SharedColumn } from '@fitsm/plugin-fitsm-common';

const sharedColumns: Record<SharedColumn, string> = {
  category: 'records.category',
  startsAt: 'records.starts_at',
  endsAt: 'records.ends_at',
  dueAt: 'records.due_at',
  assignee: 'records.assignee',
  assignedGroup: 'records.assigned_group',
};

/** The column that a field fills; undefined where it lies in the JSON. */
export function columnOf(field: Field): string | undefined {
  return 'column' in field && field.column
    ? sharedColumns[field.column]
    : undefined;
}

/**
 * A field that fills no column, as text. Both databases read it, SQLite without
 * a type of its own for JSON; the name is bound to the one `?`.
 */
export const jsonTextOf = 'records.fields ->> cast(? as text)';
