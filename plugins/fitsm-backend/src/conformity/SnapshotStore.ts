import {
  ConformitySnapshot,
  ConformitySnapshotWithContent,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { instantFrom } from '../records/rows';

/** A row of `conformity_snapshots`, as Knex gives it. */
interface SnapshotRow {
  id: number;
  title: string;
  frozen_at: string | Date;
  frozen_by: string;
  hash: string;
  content: string;
}

const summary = ['id', 'title', 'frozen_at', 'frozen_by', 'hash'] as const;

/** Keeps snapshots. It has no way to change one. */
export class SnapshotStore {
  constructor(private readonly knex: Knex) {}

  async add(
    snapshot: Omit<ConformitySnapshotWithContent, 'id'>,
  ): Promise<ConformitySnapshot> {
    const [row] = await this.knex<SnapshotRow>('conformity_snapshots')
      .insert({
        title: snapshot.title,
        frozen_at: snapshot.frozenAt,
        frozen_by: snapshot.frozenBy,
        hash: snapshot.hash,
        content: snapshot.content,
      })
      .returning([...summary]);
    return snapshotFrom(row);
  }

  /** Newest first, from before an id on. */
  async list(limit: number, before?: number): Promise<ConformitySnapshot[]> {
    const query = this.knex<SnapshotRow>('conformity_snapshots')
      .select(...summary)
      .orderBy('id', 'desc')
      .limit(limit);
    if (before !== undefined) query.where('id', '<', before);
    return (await query).map(snapshotFrom);
  }

  async find(id: number): Promise<ConformitySnapshotWithContent | undefined> {
    const row = await this.knex<SnapshotRow>('conformity_snapshots')
      .where({ id })
      .first();
    return row && { ...snapshotFrom(row), content: row.content };
  }
}

function snapshotFrom(row: Omit<SnapshotRow, 'content'>): ConformitySnapshot {
  return {
    id: row.id,
    title: row.title,
    frozenAt: instantFrom(row.frozen_at),
    frozenBy: row.frozen_by,
    hash: row.hash,
  };
}
