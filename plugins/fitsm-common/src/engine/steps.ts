import { CellField, field, RowValue } from './fields';

/**
 * The columns of a step in a checklist: what to do, who does it, and how it
 * went. A step that is skipped says why.
 *
 * @public
 */
export const stepColumns = {
  step: field.text({ label: 'Step', required: true, max: 500 }),
  assignee: field.person({ label: 'Assignee', kinds: ['User', 'Group'] }),
  state: field.choice({
    label: 'State',
    options: { open: 'Open', done: 'Done', skipped: 'Skipped' },
    default: 'open',
  }),
  note: field.text({ label: 'Note', max: 500 }),
} satisfies Record<string, CellField>;

/** Steps that are neither done nor skipped. @public */
export function openSteps(rows: unknown): RowValue[] {
  return ((rows ?? []) as RowValue[]).filter(
    ({ state }) => state !== 'done' && state !== 'skipped',
  );
}
