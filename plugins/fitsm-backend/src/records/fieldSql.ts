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
