import { RecordFilter } from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { FieldChoice } from './choices';
import { jsonTextOf } from './fieldSql';

/** What finds records without a value, in filters of people. */
export const NONE = 'none';

/** A filter whose entities and fields are resolved: parts are among them. */
export type ResolvedFilter = Omit<RecordFilter, 'parts' | 'choice'> & {
  choices?: FieldChoice[];
};

/** Whether a filter leaves no record that is closed. */
export function isLive({ category }: ResolvedFilter): boolean {
  return category !== undefined && !category.includes('closed');
}

/** Narrows a query over `records`; `entity` is the caller's business. */
export function whereFilter(
  query: Knex.QueryBuilder,
  filter: ResolvedFilter,
): Knex.QueryBuilder {
  const whereOneOf = (
    column: string,
    values: ReadonlyArray<string | number> | undefined,
  ) => {
    if (!values) {
      return;
    }
    query.where(either => {
      either.whereIn(
        column,
        values.filter(value => value !== NONE),
      );
      if (values.includes(NONE)) either.orWhereNull(column);
    });
  };
  const whereBetween = (column: string, after?: string, before?: string) => {
    if (after) query.where(column, '>=', after);
    if (before) query.where(column, '<', before);
  };

  whereOneOf('records.type', filter.type);
  whereOneOf('records.state', filter.state);
  const categories = new Set(filter.category);
  if (isLive(filter)) {
    // Spelt as in the partial indexes, else they are not used.
    query.whereRaw("records.state_category <> 'closed'");
  }
  if (categories.size < (isLive(filter) ? 2 : 3)) {
    whereOneOf('records.state_category', filter.category);
  }
  filter.choices?.forEach(({ column, field, values }) =>
    column
      ? query.whereIn(column, values)
      : query.whereRaw(
          `${jsonTextOf} in (${values.map(() => '?').join(', ')})`,
          [field, ...values],
        ),
  );
  whereOneOf('records.priority', filter.priority);
  whereOneOf('records.assignee', filter.assignee);
  whereOneOf('records.assigned_group', filter.assignedGroup);
  whereOneOf('records.owner', filter.owner);
  whereOneOf('records.created_by', filter.createdBy);
  if (filter.involved) {
    query.whereIn('records.id', involved =>
      involved
        .select('record_id')
        .from('record_roles')
        .whereIn('holder', filter.involved!)
        .modify(live => {
          if (isLive(filter)) live.whereRaw('not closed');
        }),
    );
  }
  if (filter.awaiting) {
    query.whereIn('records.id', waiting =>
      waiting
        .select('record_approvers.record_id')
        .from('record_approvers')
        .whereRaw('open')
        .whereIn('holder', filter.awaiting!)
        .whereNotExists(voted =>
          voted
            .select('record_votes.voter')
            .from('record_votes')
            .whereRaw(
              'record_votes.record_id = record_approvers.record_id and record_votes.round = record_approvers.round',
            )
            .whereIn('record_votes.voter', filter.awaiting!),
        ),
    );
  }
  whereBetween('records.created_at', filter.createdAfter, filter.createdBefore);
  whereBetween('records.updated_at', filter.updatedAfter, filter.updatedBefore);
  whereBetween('records.closed_at', filter.closedAfter, filter.closedBefore);
  whereBetween('records.due_at', filter.dueAfter, filter.dueBefore);
  if (filter.windowAfter || filter.windowBefore) {
    query.whereNotNull('records.starts_at');
  }
  if (filter.windowAfter) {
    // A window without an end is a point in time.
    query.whereRaw('coalesce(records.ends_at, records.starts_at) >= ?', [
      filter.windowAfter,
    ]);
  }
  if (filter.windowBefore) {
    query.where('records.starts_at', '<', filter.windowBefore);
  }
  if (filter.text) {
    const pattern = `%${filter.text
      .toLocaleLowerCase('en')
      .replace(/[\\%_]/g, character => `\\${character}`)}%`;
    query.where(either =>
      either
        .whereRaw("lower(records.title) like ? escape '\\'", [pattern])
        .orWhere('records.id', filter.text!.toLocaleUpperCase('en')),
    );
  }
  return query;
}
