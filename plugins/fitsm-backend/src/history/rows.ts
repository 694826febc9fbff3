import {
  ActorKind,
  CommentVisibility,
  FieldChange,
  HistoryEntry,
  HistoryKind,
} from '@fitsm/plugin-fitsm-common';
import { instantFrom, jsonFrom } from '../records/rows';

/** A row of `record_events`. */
export interface EventRow {
  record_id: string;
  sequence: number;
  kind: string;
  at: string | Date;
  actor_kind: string;
  actor_ref: string;
  on_behalf_of: string | null;
  transition: string | null;
  changes: string | Record<string, FieldChange>;
  reason: string | null;
  comment_body: string | null;
  comment_visibility: string | null;
  hash: string;
}

export function entryFrom(row: EventRow): HistoryEntry {
  return {
    recordId: row.record_id,
    sequence: row.sequence,
    kind: row.kind as HistoryKind,
    at: instantFrom(row.at),
    actor: {
      kind: row.actor_kind as ActorKind,
      ref: row.actor_ref,
      ...(row.on_behalf_of !== null && { onBehalfOf: row.on_behalf_of }),
    },
    ...(row.transition !== null && { transition: row.transition }),
    changes: jsonFrom(row.changes),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.comment_body !== null && {
      comment: {
        body: row.comment_body,
        visibility: row.comment_visibility as CommentVisibility,
      },
    }),
    hash: row.hash,
  };
}

export function eventRowFrom(entry: HistoryEntry): EventRow {
  return {
    record_id: entry.recordId,
    sequence: entry.sequence,
    kind: entry.kind,
    at: entry.at,
    actor_kind: entry.actor.kind,
    actor_ref: entry.actor.ref,
    on_behalf_of: entry.actor.onBehalfOf ?? null,
    transition: entry.transition ?? null,
    changes: JSON.stringify(entry.changes),
    reason: entry.reason ?? null,
    comment_body: entry.comment?.body ?? null,
    comment_visibility: entry.comment?.visibility ?? null,
    hash: entry.hash,
  };
}
