import { HistoryEntry } from '@fitsm/plugin-fitsm-common';
import { createHash } from 'node:crypto';

/** An entry before its place in the chain is known. */
export type NewEntry = Omit<HistoryEntry, 'recordId' | 'sequence' | 'hash'>;

/** What the first entry of a record is chained to. */
export const CHAIN_START = '';

/**
 * SHA-256 over an entry and the hash of the entry before it: whoever alters,
 * drops or moves an entry breaks all hashes after it (HIS-1).
 */
export function hashOf(
  previous: string,
  entry: Omit<HistoryEntry, 'hash'>,
): string {
  return createHash('sha256')
    .update(
      canonical([
        previous,
        entry.recordId,
        entry.sequence,
        entry.kind,
        entry.at,
        entry.actor.kind,
        entry.actor.ref,
        entry.actor.onBehalfOf ?? null,
        entry.transition ?? null,
        entry.changes,
        entry.reason ?? null,
        entry.comment?.body ?? null,
        entry.comment?.visibility ?? null,
      ]),
    )
    .digest('hex');
}

/** JSON with its keys in order: jsonb keeps another order than was written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (value && typeof value === 'object') {
    return `{${Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** Gives entries their numbers and hashes, after what a record has already. */
export function chained(
  recordId: string,
  after: { length: number; hash: string },
  entries: ReadonlyArray<NewEntry>,
): { entries: HistoryEntry[]; history: { length: number; hash: string } } {
  let { length, hash } = after;
  const result = entries.map(entry => {
    length += 1;
    const numbered = { ...entry, recordId, sequence: length };
    hash = hashOf(hash, numbered);
    return { ...numbered, hash };
  });
  return { entries: result, history: { length, hash } };
}

/** The first entry that does not fit into the chain of its record. */
export function firstBreak(
  entries: ReadonlyArray<HistoryEntry>,
  end?: { length: number; hash: string },
): { sequence: number; problem: string } | undefined {
  let previous = CHAIN_START;
  let sequence = 0;
  for (const entry of entries) {
    sequence += 1;
    if (entry.sequence !== sequence) {
      return { sequence, problem: 'the entry is missing' };
    }
    const { hash, ...rest } = entry;
    if (hashOf(previous, rest) !== hash) {
      return {
        sequence,
        problem: 'the entry, or the one before it, was altered',
      };
    }
    previous = hash;
  }
  if (end && (end.length !== sequence || end.hash !== previous)) {
    return {
      sequence: sequence + 1,
      problem: `the record knows ${end.length} entries, ${sequence} are there`,
    };
  }
  return undefined;
}
