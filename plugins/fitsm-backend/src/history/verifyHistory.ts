import { InputError } from '@backstage/errors';
import { HistoryEntry } from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { firstBreak } from './chain';
import { entryFrom, EventRow } from './rows';

const RECORDS_A_PAGE = 500;

/**
 * Checks the chains of the history of the next records, by id (HIS-1). Records
 * that were deleted are checked too: their history ends with a tombstone.
 */
export async function verifyHistory(knex: Knex, cursor = '') {
  if (cursor && !/^[A-Z]{2,8}-\d{1,15}$/.test(cursor)) {
    throw new InputError(
      'cursor: is none that a verification gave; leave it out to begin anew',
    );
  }
  const ids: string[] = await knex('record_events')
    .distinct('record_id')
    .where('record_id', '>', cursor)
    .orderBy('record_id')
    .limit(RECORDS_A_PAGE)
    .pluck('record_id');
  const rows: EventRow[] = await knex<EventRow>('record_events')
    .whereIn('record_id', ids)
    .orderBy(['record_id', 'sequence']);
  const ends = new Map<string, { length: number; hash: string }>(
    (
      await knex('records')
        .select('id', 'history_length', 'history_hash')
        .whereIn('id', ids)
    ).map(row => [
      row.id,
      { length: row.history_length, hash: row.history_hash },
    ]),
  );
  const chains = new Map<string, HistoryEntry[]>(ids.map(id => [id, []]));
  rows.forEach(row => chains.get(row.record_id)?.push(entryFrom(row)));
  const problems = [...chains].flatMap(([recordId, entries]) => {
    const last = entries[entries.length - 1];
    const end = ends.get(recordId);
    const broken = firstBreak(entries, end) ?? {
      sequence: last.sequence,
      problem: 'the record is gone without a tombstone',
    };
    return firstBreak(entries, end) || (!end && last.kind !== 'deleted')
      ? [{ recordId, ...broken }]
      : [];
  });
  return {
    checkedRecords: ids.length,
    checkedEntries: rows.length,
    problems,
    pageInfo: {
      ...(ids.length === RECORDS_A_PAGE && { nextCursor: ids[ids.length - 1] }),
    },
  };
}
