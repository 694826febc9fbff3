import { ConflictError } from '@backstage/errors';
import {
  ImportMapping,
  ImportRun,
  Rejection,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { insertRows } from '../records/insertRows';
import { instantFrom } from '../records/rows';

/** A row of `imports`, as Knex gives it. */
interface ImportRow {
  id: number;
  name: string;
  type: string;
  source_system: string;
  mapping: string;
  status: string;
  position: number;
  records: number;
  entries: number;
  existing: number;
  rejected_rows: number;
  links: number;
  waiting_links: number;
  started_by: string;
  started_at: string | Date;
  finished_at: string | Date | null;
}

/** A link that waits, with both records by now. */
export interface ReadyLink {
  fromSourceId: string;
  fromId: string;
  relation: string;
  toSourceId: string;
  toId: string;
}

/** What a batch adds to the counts of its import. */
type Increments = Partial<
  Record<'records' | 'entries' | 'existing' | 'rejected_rows', number>
>;

const LINKS_A_STATEMENT = 1_000;

/** Keeps how far imports have come. */
export class DatabaseImportStore {
  constructor(private readonly knex: Knex) {}

  /** Keeps a new import, or answers with the one of the same identity. */
  async begin(start: {
    identity: string;
    name: string;
    mapping: ImportMapping;
    startedBy: string;
  }): Promise<ImportRun> {
    const { identity, name, mapping, startedBy } = start;
    await this.knex('imports')
      .insert({
        identity,
        name,
        type: mapping.type,
        source_system: mapping.source.system,
        mapping: JSON.stringify(mapping),
        status: 'running',
        position: 0,
        started_by: startedBy,
        started_at: new Date().toISOString(),
      })
      .onConflict('identity')
      .ignore();
    const row: ImportRow = await this.knex('imports')
      .where({ identity })
      .first();
    return runFrom(row);
  }

  async find(
    id: number,
  ): Promise<{ run: ImportRun; mapping: ImportMapping } | undefined> {
    const row = await this.knex<ImportRow>('imports').where({ id }).first();
    return row && { run: runFrom(row), mapping: JSON.parse(row.mapping) };
  }

  /** Newest first, from before an id on. */
  async list(limit: number, before?: number): Promise<ImportRun[]> {
    const query = this.knex<ImportRow>('imports')
      .orderBy('id', 'desc')
      .limit(limit);
    if (before !== undefined) query.where('id', '<', before);
    return ((await query) as ImportRow[]).map(runFrom);
  }

  /** In the order of the file, from after a line on. */
  async rejections(
    importId: number,
    limit: number,
    after: number = 0,
  ): Promise<Rejection[]> {
    const rows = await this.knex('import_rejections')
      .where({ import_id: importId })
      .where('line', '>', after)
      .orderBy('line')
      .limit(limit);
    return rows.map(row => ({
      line: row.line,
      ...(row.source_id !== null && { sourceId: row.source_id }),
      reason: row.reason,
      values: JSON.parse(row.values),
    }));
  }

  /** Ids of the source that records have already. */
  async existing(
    system: string,
    sourceIds: ReadonlyArray<string>,
  ): Promise<Set<string>> {
    const found: string[] = await this.knex('records')
      .where({ source_system: system })
      .whereIn('source_id', sourceIds)
      .pluck('source_id');
    return new Set(found);
  }

  /**
   * Moves an import on, in the transaction that writes what it brought: they
   * are there together or not at all. It waits for a batch that is being
   * written, here or by another backend.
   *
   * @throws ConflictError where the import is not at `from`
   */
  async advance(
    transaction: Knex.Transaction,
    id: number,
    step: { from: number; to: number; increments: Increments },
  ): Promise<ImportRun> {
    await transaction('imports').select('id').where({ id }).forUpdate();
    const [row] = await transaction<ImportRow>('imports')
      .where({ id, position: step.from, status: 'running' })
      .update({
        position: step.to,
        ...Object.fromEntries(
          Object.entries(step.increments).map(([column, count]) => [
            column,
            transaction.raw('?? + ?', [column, count]),
          ]),
        ),
      })
      .returning('*');
    if (!row) {
      throw new ConflictError(
        `from: the import ${id} is not at row ${step.from} any more; begin it again, and it goes on where it is`,
      );
    }
    return runFrom(row);
  }

  async addRejections(
    transaction: Knex.Transaction,
    importId: number,
    rejections: ReadonlyArray<Rejection>,
  ): Promise<void> {
    await insertRows(
      transaction,
      'import_rejections',
      rejections.map(({ line, sourceId, reason, values }) => ({
        import_id: importId,
        line,
        source_id: sourceId === undefined ? null : storable(sourceId),
        reason: storable(reason),
        values: JSON.stringify(values),
      })),
    );
  }

  async addLinks(
    transaction: Knex.Transaction,
    run: ImportRun,
    links: ReadonlyArray<{ from: string; relation: string; to: string }>,
  ): Promise<void> {
    for (let start = 0; start < links.length; start += LINKS_A_STATEMENT) {
      await transaction('import_links')
        .insert(
          links
            .slice(start, start + LINKS_A_STATEMENT)
            .map(({ from, relation, to }) => ({
              source_system: run.sourceSystem,
              from_source_id: from,
              relation,
              to_source_id: to,
              import_id: run.id,
            })),
        )
        .onConflict()
        .ignore();
    }
  }

  /** Links of a source whose records are both there. */
  async readyLinks(system: string, limit: number): Promise<ReadyLink[]> {
    return this.knex('import_links')
      .select({
        fromSourceId: 'import_links.from_source_id',
        fromId: 'source.id',
        relation: 'import_links.relation',
        toSourceId: 'import_links.to_source_id',
        toId: 'target.id',
      })
      .join('records as source', join =>
        join
          .on('source.source_system', 'import_links.source_system')
          .andOn('source.source_id', 'import_links.from_source_id'),
      )
      .join('records as target', join =>
        join
          .on('target.source_system', 'import_links.source_system')
          .andOn('target.source_id', 'import_links.to_source_id'),
      )
      .where('import_links.source_system', system)
      .limit(limit);
  }

  async removeLink(system: string, link: ReadyLink): Promise<void> {
    await this.knex('import_links')
      .where({
        source_system: system,
        from_source_id: link.fromSourceId,
        relation: link.relation,
        to_source_id: link.toSourceId,
      })
      .delete();
  }

  async countLinks(id: number, made: number): Promise<void> {
    await this.knex('imports').where({ id }).increment('links', made);
  }

  async finish(id: number): Promise<void> {
    const [{ count }] = await this.knex('import_links')
      .where({ import_id: id })
      .count({ count: '*' });
    await this.knex('imports')
      .where({ id, status: 'running' })
      .update({
        status: 'finished',
        waiting_links: Number(count),
        finished_at: new Date().toISOString(),
      });
  }
}

function runFrom(row: ImportRow): ImportRun {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    sourceSystem: row.source_system,
    status: row.status as ImportRun['status'],
    position: row.position,
    counts: {
      records: row.records,
      entries: row.entries,
      existing: row.existing,
      rejectedRows: row.rejected_rows,
      links: row.links,
      waitingLinks: row.waiting_links,
    },
    startedAt: instantFrom(row.started_at),
    startedBy: row.started_by,
    ...(row.finished_at !== null && {
      finishedAt: instantFrom(row.finished_at),
    }),
  };
}

/** What a rejected row holds may be just what databases do not take. */
function storable(text: string): string {
  return text
    .replaceAll('\u0000', '\ufffd')
    .replace(
      /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '\ufffd',
    );
}
