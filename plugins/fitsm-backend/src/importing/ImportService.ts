import {
  AuditorService,
  isDatabaseConflictError,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  administerPermission,
  AnyRecordType,
  BatchResult,
  createRecordMapper,
  FieldValue,
  ImportedRecord,
  ImportRun,
  Page,
  parseInput,
  RecordMapper,
  Rejection,
  SourceRow,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { setImmediate as sentOut } from 'node:timers/promises';
import { EntityDirectory, EntityFacts } from '../catalog/EntityDirectory';
import { audited } from '../records/audited';
import { defaultOwner } from '../records/draft';
import { Caller, RecordAuthorizer } from '../records/RecordAuthorizer';
import { RecordNumbers } from '../records/RecordNumbers';
import { PastRecord, RecordStore } from '../records/RecordStore';
import { RecordTypeRegistry } from '../records/RecordTypeRegistry';
import { entitiesOf } from '../records/rows';
import { DatabaseImportStore, ReadyLink } from './DatabaseImportStore';
import { importBatchInput, importStartInput, pageInput } from './inputs';

const DEFAULT_LIMIT = 50;
/** Records of a statement; while the database writes them, the next are made ready. */
const RECORDS_A_STATEMENT = 250;
/** Links made in one request that finishes an import. */
const LINKS_AT_ONCE = 200;
/** Mappers of running imports that are kept. */
const MAPPERS = 20;

/** What the rows of a batch came to. */
interface MappedBatch {
  /** New records, with their owners. */
  records: OwnedRecord[];
  existing: number;
  rejections: Rejection[];
}

type FieldValues = Record<string, FieldValue>;
type OwnedRecord = ImportedRecord & { owner: string; createdBy: string };

/**
 * Imports rows that a client reads from a file. Each batch is written in one
 * transaction with the position of the import, so that it goes on where it
 * stopped, whatever stopped it. What a source has an id for comes once.
 */
export class ImportService {
  readonly #imports: DatabaseImportStore;
  readonly #numbers: RecordNumbers;
  /** By import; made of what the database holds, on each backend. */
  readonly #mappers = new Map<number, RecordMapper>();

  constructor(
    private readonly options: {
      knex: Knex;
      store: RecordStore;
      registry: RecordTypeRegistry;
      authorizer: RecordAuthorizer;
      directory: EntityDirectory;
      auditor: AuditorService;
    },
  ) {
    this.#imports = new DatabaseImportStore(options.knex);
    this.#numbers = new RecordNumbers(options.knex);
  }

  async start(caller: Caller, input: unknown): Promise<ImportRun> {
    return this.#administered(caller, 'import-start', undefined, async () => {
      const { name, fingerprint, mapping } = parseInput(
        importStartInput,
        input,
      );
      const { definition } = this.options.registry.get(mapping.type);
      // A mapping that does not fit is refused before anything is kept.
      createRecordMapper(definition, mapping);
      return this.#imports.begin({
        identity: createHash('sha256')
          .update(JSON.stringify([fingerprint, mapping]))
          .digest('hex'),
        name,
        mapping,
        startedBy: authorOf(caller),
      });
    });
  }

  async addBatch(
    caller: Caller,
    id: number,
    input: unknown,
  ): Promise<BatchResult> {
    return this.#administered(caller, 'import-batch', id, async () => {
      const { from, groups } = parseInput(importBatchInput, input);
      const { run, definition, map } = await this.#open(id);
      const batch = await this.#mapBatch(caller, run, definition, map, groups);
      const past = await this.#pastOf(definition, batch.records);
      const to = from + groups.reduce((rows, group) => rows + group.length, 0);
      const { position, counts } = await this.#write(run, {
        from,
        to,
        batch,
        past,
      });
      return { position, counts, rejections: batch.rejections };
    });
  }

  async finish(caller: Caller, id: number): Promise<ImportRun> {
    return this.#administered(caller, 'import-finish', id, async () => {
      const { run } = await this.#open(id);
      const ready = await this.#imports.readyLinks(
        run.sourceSystem,
        LINKS_AT_ONCE,
      );
      await this.#link(caller, run, ready);
      if (ready.length < LINKS_AT_ONCE) {
        await this.#imports.finish(id);
      }
      return (await this.#open(id)).run;
    });
  }

  async get(caller: Caller, id: number): Promise<ImportRun> {
    await this.#requireAdministrator(caller);
    return (await this.#open(id)).run;
  }

  async list(caller: Caller, query: unknown): Promise<Page<ImportRun>> {
    await this.#requireAdministrator(caller);
    const { limit = DEFAULT_LIMIT, cursor } = parseInput(pageInput, query);
    return pageOf(await this.#imports.list(limit + 1, cursor), limit, run =>
      String(run.id),
    );
  }

  async rejections(
    caller: Caller,
    id: number,
    query: unknown,
  ): Promise<Page<Rejection>> {
    await this.#requireAdministrator(caller);
    const { limit = DEFAULT_LIMIT, cursor } = parseInput(pageInput, query);
    await this.#open(id);
    return pageOf(
      await this.#imports.rejections(id, limit + 1, cursor),
      limit,
      ({ line }) => String(line),
    );
  }

  #administered<T>(
    caller: Caller,
    eventId: string,
    id: number | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    return audited(
      this.options.auditor,
      { eventId, caller, ...(id !== undefined && { id: String(id) }) },
      async () => {
        await this.#requireAdministrator(caller);
        return work();
      },
    );
  }

  async #requireAdministrator(caller: Caller): Promise<void> {
    await this.options.authorizer.require(
      caller,
      administerPermission,
      'import records',
    );
  }

  async #open(id: number): Promise<{
    run: ImportRun;
    definition: AnyRecordType;
    map: RecordMapper;
  }> {
    const found = await this.#imports.find(id);
    if (!found) {
      throw new NotFoundError(`There is no import ${id}`);
    }
    const { run, mapping } = found;
    const { definition } = this.options.registry.get(run.type);
    let map = this.#mappers.get(id);
    if (!map) {
      if (this.#mappers.size >= MAPPERS) this.#mappers.clear();
      map = createRecordMapper(definition, mapping);
      this.#mappers.set(id, map);
    }
    return { run, definition, map };
  }

  async #mapBatch(
    caller: Caller,
    run: ImportRun,
    definition: AnyRecordType,
    map: RecordMapper,
    groups: ReadonlyArray<ReadonlyArray<SourceRow>>,
  ): Promise<MappedBatch> {
    const rejections: Rejection[] = [];
    const mapped = new Map<
      string,
      { record: ImportedRecord; rows: ReadonlyArray<SourceRow> }
    >();
    const reject = (
      rows: ReadonlyArray<SourceRow>,
      id: string,
      why: string,
    ) => {
      const known = new Set(rejections.map(({ line }) => line));
      for (const { line, values } of rows) {
        if (!known.has(line)) {
          rejections.push({ line, sourceId: id, reason: why, values });
        }
      }
    };
    for (const rows of groups) {
      const { record, rejections: rejected } = map(rows);
      rejections.push(...rejected);
      if (!record) continue;
      const { id } = record.source;
      const earlier = mapped.get(id);
      if (earlier) {
        reject(
          rows,
          id,
          `'${id}' came in line ${earlier.rows[0].line} already; the rows of a record must stand together`,
        );
      } else {
        mapped.set(id, { record, rows });
      }
    }

    const existing = await this.#imports.existing(run.sourceSystem, [
      ...mapped.keys(),
    ]);
    for (const id of existing) mapped.delete(id);
    const facts = await this.#factsOf(
      definition,
      [...mapped.values()].map(({ record }) => record),
    );
    const records: OwnedRecord[] = [];
    for (const { record, rows } of mapped.values()) {
      try {
        records.push(withOwner(definition, record, caller, facts));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        reject(rows, record.source.id, error.message);
      }
    }
    return { records, existing: existing.size, rejections };
  }

  /** What the catalog knows of the entities that records name. */
  async #factsOf(
    definition: AnyRecordType,
    records: ReadonlyArray<ImportedRecord>,
  ): Promise<Map<string, EntityFacts>> {
    const { directory } = this.options;
    const facts = await directory.find(
      records.flatMap(record =>
        entitiesOf(definition, record).map(({ entityRef }) => entityRef),
      ),
    );
    await directory.keep(facts.values());
    return facts;
  }

  async #pastOf(
    definition: AnyRecordType,
    records: ReadonlyArray<OwnedRecord>,
  ): Promise<PastRecord[]> {
    if (!records.length) {
      return [];
    }
    // Outside of the transaction: whoever takes numbers waits for nobody.
    const first = await this.#numbers.takeMany(definition.name, records.length);
    return records.map(({ history, links: _, ...record }, index) => ({
      definition,
      record: { ...record, id: `${definition.idPrefix}-${first + index}` },
      entries: history,
    }));
  }

  async #write(
    run: ImportRun,
    {
      from,
      to,
      batch,
      past,
    }: { from: number; to: number; batch: MappedBatch; past: PastRecord[] },
  ): Promise<ImportRun> {
    const { knex } = this.options;
    try {
      return await knex.transaction(async transaction => {
        const advanced = await this.#imports.advance(transaction, run.id, {
          from,
          to,
          increments: {
            records: past.length,
            entries: past.reduce((sum, one) => sum + one.entries.length, 0),
            existing: batch.existing,
            rejected_rows: batch.rejections.length,
          },
        });
        await this.#insert(transaction, past);
        await this.#imports.addRejections(
          transaction,
          run.id,
          batch.rejections,
        );
        await this.#imports.addLinks(
          transaction,
          run,
          batch.records.flatMap(({ source, links }) =>
            links.map(({ relation, sourceId }) => ({
              from: source.id,
              relation,
              to: sourceId,
            })),
          ),
        );
        return advanced;
      });
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          `Another import brings records of ${run.sourceSystem} at the same time; begin this one again when it is done`,
          error,
        );
      }
      throw error;
    }
  }

  async #insert(
    transaction: Knex.Transaction,
    past: ReadonlyArray<PastRecord>,
  ): Promise<void> {
    const { store } = this.options;
    let writing = Promise.resolve();
    for (let start = 0; start < past.length; start += RECORDS_A_STATEMENT) {
      const before = writing;
      writing = store.insertMany(
        transaction,
        past.slice(start, start + RECORDS_A_STATEMENT),
      );
      // It is awaited below, after the one before it.
      writing.catch(() => {});
      await sentOut();
      await before;
    }
    await writing;
  }

  /** Making a link twice does nothing, so that this may be broken off anywhere. */
  async #link(
    caller: Caller,
    run: ImportRun,
    ready: ReadonlyArray<ReadyLink>,
  ): Promise<void> {
    const { store, registry } = this.options;
    const records = new Map(
      (
        await store.findMany(
          ready.flatMap(({ fromId, toId }) => [fromId, toId]),
        )
      ).map(record => [record.id, record]),
    );
    let made = 0;
    for (const link of ready) {
      const from = records.get(link.fromId);
      const to = records.get(link.toId);
      const relation =
        from && registry.get(from.type).definition.relations[link.relation];
      if (from && to && from !== to && relation?.to.includes(to.type)) {
        const entry = {
          kind: 'linked' as const,
          at: new Date().toISOString(),
          actor: caller.actor,
        };
        const isNew = await store.link(from, link.relation, to, {
          from: { ...entry, changes: { [link.relation]: { to: to.id } } },
          to: {
            ...entry,
            changes: { [relation.inverse.name]: { to: from.id } },
          },
        });
        if (isNew) made += 1;
      }
      await this.#imports.removeLink(run.sourceSystem, link);
    }
    await this.#imports.countLinks(run.id, made);
  }
}

function authorOf({ actor }: Caller): string {
  return actor.onBehalfOf ?? actor.ref;
}

/** @throws InputError where no owner follows from anything */
function withOwner(
  definition: AnyRecordType,
  record: ImportedRecord,
  caller: Caller,
  facts: ReadonlyMap<string, EntityFacts>,
): OwnedRecord {
  const createdBy = record.createdBy ?? authorOf(caller);
  if (record.owner) {
    return { ...record, owner: record.owner, createdBy };
  }
  const owner = defaultOwner(definition, record.fields as FieldValues, {
    // A service that imports can be accountable for nothing.
    creator: record.createdBy ?? (caller.isService ? undefined : createdBy),
    ownerOf: ref => facts.get(ref)?.owner,
  });
  const [first, ...others] = record.history;
  return {
    ...record,
    owner,
    createdBy,
    history: [
      { ...first, changes: { ...first.changes, owner: { to: owner } } },
      ...others,
    ],
  };
}

function pageOf<T>(
  found: T[],
  limit: number,
  cursorOf: (item: T) => string,
): Page<T> {
  const items = found.slice(0, limit);
  return {
    items,
    pageInfo: {
      ...(found.length > limit && {
        nextCursor: cursorOf(items[items.length - 1]),
      }),
    },
  };
}
