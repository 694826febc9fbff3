import {
  DatabaseService,
  isDatabaseConflictError,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  AnyRecordType,
  EntityLink,
  HistoryEntry,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chained, CHAIN_START, NewEntry } from '../history/chain';
import { entryFrom, eventRowFrom, EventRow } from '../history/rows';
import { castVote, changeRounds, roundsOf } from './ApprovalTables';
import { onlyWays, RecordCriteria, whereMeets } from './conditionSql';
import { isLive, whereFilter } from './filterSql';
import { Notices } from '../notices/notices';
import { insertTogether, isPostgres, NewRows } from './insertRows';
import { RecordNumbers } from './RecordNumbers';
import { orderRecords, positionOf, whereAfter } from './recordOrder';
import {
  Accompaniment,
  ListOptions,
  NewLink,
  NewStoredRecord,
  OvertakenError,
  PastRecord,
  RecordStore,
  Replacement,
} from './RecordStore';
import {
  entitiesOf,
  instantFrom,
  recordFrom,
  RecordRow,
  rolesOf,
  rowFrom,
  StoredRecord,
} from './rows';
import { Timer, timersFor, VOTE_REMINDER } from './timers';

/** With more entities or holders than this, planning costs more than sorting. */
const MOST_ONE_BY_ONE = 100;
/** Who sees more ways than this sees enough to look through the newest of all. */
const MOST_WAYS = 8;

/** How long a backend has to tell the world before others do it too. */
const OUTBOX_GRACE_MS = 30_000;

const newHistory = { length: 0, hash: CHAIN_START };

/** Rows of a table that name records, by values of one column. */
type Places = { values: string[] } & (
  | { table: 'record_entities'; column: 'entity_ref' }
  | { table: 'record_roles'; column: 'holder' }
);

/** A record with what its rows are made of. */
interface WithDefinition {
  definition: AnyRecordType;
  record: StoredRecord;
}

export class DatabaseRecordStore implements RecordStore {
  static async create(options: {
    database: DatabaseService;
  }): Promise<DatabaseRecordStore> {
    const knex = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@fitsm/plugin-fitsm-backend',
          'migrations',
        ),
      });
    }
    return new DatabaseRecordStore(knex);
  }

  readonly #numbers: RecordNumbers;

  private constructor(private readonly knex: Knex) {
    this.#numbers = new RecordNumbers(knex);
  }

  async nextId({ name, idPrefix }: AnyRecordType): Promise<string> {
    return `${idPrefix}-${await this.#numbers.next(name)}`;
  }

  async find(id: string): Promise<StoredRecord | undefined> {
    const row = await this.knex<RecordRow>('records').where({ id }).first();
    return row && recordFrom(row);
  }

  async findMany(ids: ReadonlyArray<string>): Promise<StoredRecord[]> {
    const rows = await this.knex<RecordRow>('records').whereIn('id', ids);
    return rows.map(recordFrom);
  }

  async list(options: ListOptions) {
    const { filter, criteria, order, limit, after } = options;
    const page = <T extends Knex.QueryBuilder>(query: T): T => {
      whereFilter(query, filter);
      if (criteria) whereMeets(query, criteria, isLive(filter));
      if (after) whereAfter(query, order, after);
      return query.limit(limit + 1) as T;
    };
    const query = this.knex('records').select('records.*');
    const places =
      order.field === 'createdAt' ? await this.#placesOf(options) : undefined;
    if (places) {
      query.whereIn('records.id', this.#newestOf(places, options));
      orderRecords(query, order);
      query.limit(limit + 1);
    } else {
      if (filter.entity) {
        query.whereIn('records.id', ofEntity =>
          ofEntity
            .select('record_id')
            .from('record_entities')
            .whereIn('entity_ref', filter.entity!),
        );
      }
      orderRecords(page(query), order);
    }
    const rows: RecordRow[] = await query;
    const next =
      rows.length > limit ? positionOf(rows[limit - 1], order) : undefined;
    return { records: rows.slice(0, limit).map(recordFrom), next };
  }

  /**
   * Where the records of a list are found, each place at the end of an index:
   * at entities that it asks for, or with those by whom alone the reader sees
   * any. Undefined where they are found better from the newest of all.
   */
  async #placesOf({
    filter,
    criteria,
  }: ListOptions): Promise<Places[] | undefined> {
    const atEntities = (values: string[]): Places => ({
      table: 'record_entities',
      column: 'entity_ref',
      values,
    });
    const withHolders = (values: string[]): Places => ({
      table: 'record_roles',
      column: 'holder',
      values,
    });
    const few = (...places: Places[]) =>
      places.flatMap(({ values }) => values).length <= MOST_ONE_BY_ONE
        ? places.filter(({ values }) => values.length)
        : undefined;
    if (filter.entity) {
      return few(atEntities(filter.entity));
    }
    if (filter.involved) {
      return few(withHolders(filter.involved));
    }
    const ways = criteria && onlyWays(criteria, filter.type);
    if (!ways) {
      return undefined;
    }
    const owned = ways.owners.length
      ? await this.knex('entities')
          .whereIn('owner', ways.owners)
          .limit(MOST_WAYS + 1)
          .pluck('entity_ref')
      : [];
    if (ways.holders.length + owned.length > MOST_WAYS) {
      return undefined;
    }
    return few(withHolders([...ways.holders]), atEntities(owned));
  }

  /**
   * The first of each place, each from the end of one index. Asked for all
   * places at once, databases read and sort whatever these ever had.
   */
  #newestOf(
    places: ReadonlyArray<Places>,
    options: ListOptions,
  ): Knex.QueryBuilder {
    const newest = places.flatMap(({ table, column, values }) => {
      const at = (value: string | Knex.Raw) =>
        this.#newestAt(table, options)
          .where(`${table}.${column}`, value)
          .as('newest');
      const select = () => this.knex.select('newest.record_id');
      // All values in one plan: for several, making plans takes the longest.
      return isPostgres(this.knex)
        ? select().from(
            this.knex.raw('unnest(?::text[]) as place cross join lateral ?', [
              values,
              at(this.knex.raw('place')),
            ]),
          )
        : values.map(value => select().from(at(value)));
    });
    if (!newest.length) {
      return this.knex('records').select('id').whereRaw('1 = 0');
    }
    const [first, ...others] = newest;
    return first.unionAll(others);
  }

  #newestAt(
    table: Places['table'],
    { filter, criteria, order, limit, after }: ListOptions,
  ): Knex.QueryBuilder {
    const live = isLive(filter);
    const allLive = live && new Set(filter.category).size === 2;
    const beyond = order.direction === 'asc' ? '>' : '<';
    const newest = this.knex(table)
      .distinct(`${table}.record_id`, `${table}.created_at`)
      .join('records', 'records.id', `${table}.record_id`);
    // Said of both tables, it leads PostgreSQL to records by an index of the
    // live ones that is not made for it.
    whereFilter(newest, allLive ? { ...filter, category: undefined } : filter);
    if (criteria) whereMeets(newest, criteria, live);
    if (live) newest.whereRaw(`not ${table}.closed`);
    if (after) {
      newest.whereRaw(
        `(${table}.created_at, ${table}.record_id) ${beyond} (?, ?)`,
        after,
      );
    }
    return newest
      .orderBy(`${table}.created_at`, order.direction)
      .orderBy(`${table}.record_id`, order.direction)
      .limit(limit + 1);
  }

  async count({
    filter,
    criteria,
  }: Pick<ListOptions, 'filter' | 'criteria'>): Promise<number> {
    const query = this.knex('records').count<Array<{ count: unknown }>>({
      count: '*',
    });
    whereFilter(query, filter);
    if (criteria) whereMeets(query, criteria, isLive(filter));
    if (filter.entity) {
      query.whereIn('records.id', ofEntity =>
        ofEntity
          .select('record_id')
          .from('record_entities')
          .whereIn('entity_ref', filter.entity!),
      );
    }
    const [{ count }] = await query;
    return Number(count);
  }

  async insert(
    definition: AnyRecordType,
    record: NewStoredRecord,
    accompaniment: Accompaniment & { links?: ReadonlyArray<NewLink> },
    idempotency?: { principal: string; key: string; requestHash: string },
  ) {
    const { entries, history } = chained(
      record.id,
      newHistory,
      accompaniment.entries,
    );
    const stored: StoredRecord = { ...record, history };
    try {
      const outboxId = await this.knex.transaction(async transaction => {
        if (idempotency) {
          await transaction('record_idempotency').insert({
            principal: idempotency.principal,
            key: idempotency.key,
            request_hash: idempotency.requestHash,
            record_id: record.id,
            created_at: record.createdAt,
          });
        }
        const outbox = outboxRows(accompaniment);
        await insertTogether(transaction, [
          ...recordRows([{ definition, record: stored }]),
          eventRows(entries),
          outbox,
        ]);
        await writeVotes(transaction, record.id, accompaniment);
        await this.#insertLinks(transaction, record, accompaniment.links ?? []);
        return outbox.id;
      });
      return { record: stored, repeated: false, outboxId };
    } catch (error) {
      const earlier = idempotency && (await this.#madeBy(idempotency));
      if (earlier && isDatabaseConflictError(error)) {
        return { record: earlier, repeated: true };
      }
      throw error;
    }
  }

  async #insertLinks(
    transaction: Knex.Transaction,
    { createdAt }: NewStoredRecord,
    links: ReadonlyArray<NewLink>,
  ) {
    if (!links.length) {
      return;
    }
    await transaction('record_links').insert(
      links.map(({ from, relation, to }) => ({
        from_id: from,
        relation,
        to_id: to,
        created_at: createdAt,
      })),
    );
    for (const { other, entry } of inOrderOfIds(links, link => link.other.id)) {
      await this.#appendTo(transaction, other, [entry]);
    }
  }

  async #madeBy({
    principal,
    key,
    requestHash,
  }: {
    principal: string;
    key: string;
    requestHash: string;
  }): Promise<StoredRecord | undefined> {
    const row = await this.knex('record_idempotency')
      .where({ principal, key })
      .first();
    if (row && row.request_hash !== requestHash) {
      throw new ConflictError(
        `The idempotency key '${key}' was used for another request; choose a new one`,
      );
    }
    const record = row && (await this.find(row.record_id));
    if (row && !record) {
      throw new ConflictError(
        `The record ${row.record_id}, which the idempotency key '${key}' made, was deleted`,
      );
    }
    return record;
  }

  async replace(changes: ReadonlyArray<Replacement>) {
    return this.knex.transaction(async transaction => {
      const written = new Map<
        string,
        { record: StoredRecord; outboxId?: string }
      >();
      for (const change of inOrderOfIds(changes, ({ after }) => after.id)) {
        written.set(
          change.after.id,
          await this.#replaceIn(transaction, change),
        );
      }
      return changes.map(({ after }) => written.get(after.id)!);
    });
  }

  async #replaceIn(
    transaction: Knex.Transaction,
    { definition, before, after, accompaniment }: Replacement,
  ) {
    const { entries, record } = await this.#advance(
      transaction,
      before,
      accompaniment.entries,
      history => {
        const stored = { ...after, history };
        const { id, number, type, ...columns } = rowFrom(definition, stored);
        return { record: stored, columns };
      },
      { revision: before.revision, strict: Boolean(accompaniment.vote) },
    );
    const changed = (kind: string) =>
      Object.keys(definition.fields).some(
        name =>
          definition.fields[name].kind === kind &&
          JSON.stringify(before.fields[name]) !==
            JSON.stringify(after.fields[name]),
      );
    const outbox = outboxRows(accompaniment);
    const parts = [eventRows(entries), outbox];
    const repeats = [
      {
        rows: roleRows([{ definition, record }]),
        differ: before.owner !== after.owner || changed('person'),
      },
      {
        rows: entityRows([{ definition, record }]),
        differ: changed('entity'),
      },
    ];
    for (const { rows, differ } of repeats) {
      const former = transaction(rows.table).where('record_id', after.id);
      if (differ) {
        await former.delete();
        parts.push(rows);
      } else if (isClosed(before) !== isClosed(after)) {
        await former.update({ closed: isClosed(after) });
      }
    }
    const timers = timersFor(definition, record, before);
    if (timers) {
      await transaction('record_timers')
        .where('record_id', after.id)
        .whereNot('name', VOTE_REMINDER)
        .delete();
      parts.push(timerRows([{ record, timers }]));
    }
    await insertTogether(transaction, parts);
    await writeVotes(transaction, after.id, accompaniment);
    return { record, outboxId: outbox.id };
  }

  async append(record: StoredRecord, accompaniment: Accompaniment) {
    return this.knex.transaction(async transaction => {
      const outbox = outboxRows(accompaniment);
      const entries = await this.#appendTo(
        transaction,
        record,
        accompaniment.entries,
        [outbox],
        { strict: Boolean(accompaniment.vote) },
      );
      await writeVotes(transaction, record.id, accompaniment);
      return { entries, outboxId: outbox.id };
    });
  }

  async remove(record: StoredRecord, accompaniment: Accompaniment) {
    return this.knex.transaction(async transaction => {
      const { entries } = chained(
        record.id,
        record.history,
        accompaniment.entries,
      );
      const removed = await transaction('records')
        .where({
          id: record.id,
          revision: record.revision,
          history_length: record.history.length,
        })
        .delete();
      if (!removed) {
        throw staleError(record);
      }
      const outbox = outboxRows(accompaniment);
      await insertTogether(transaction, [eventRows(entries), outbox]);
      return { outboxId: outbox.id };
    });
  }

  async dropTimer(id: string, timer: string, notices?: Notices) {
    return this.knex.transaction(async transaction => {
      const outbox = outboxRows({ entries: [], notices });
      const dropped = await transaction('record_timers')
        .where({ record_id: id, name: timer })
        .delete();
      if (!dropped) {
        return undefined;
      }
      await insertTogether(transaction, [outbox]);
      return outbox.id;
    });
  }

  async link(
    from: StoredRecord,
    relation: string,
    to: StoredRecord,
    entries: { from: NewEntry; to: NewEntry },
  ): Promise<boolean> {
    return this.knex.transaction(async transaction => {
      const row = { from_id: from.id, relation, to_id: to.id };
      const inserted = await transaction('record_links')
        .insert({ ...row, created_at: entries.from.at })
        .onConflict(['from_id', 'relation', 'to_id'])
        .ignore()
        .returning('from_id');
      if (!inserted.length) {
        return false;
      }
      await this.#appendToBoth(transaction, from, to, entries);
      return true;
    });
  }

  async unlink(
    from: StoredRecord,
    relation: string,
    to: StoredRecord,
    entries: { from: NewEntry; to: NewEntry },
  ): Promise<boolean> {
    return this.knex.transaction(async transaction => {
      const removed = await transaction('record_links')
        .where({ from_id: from.id, relation, to_id: to.id })
        .delete();
      if (!removed) {
        return false;
      }
      await this.#appendToBoth(transaction, from, to, entries);
      return true;
    });
  }

  async linksOf(id: string, criteria?: RecordCriteria) {
    const query = this.knex('record_links')
      .select(
        'records.*',
        'record_links.relation as link_relation',
        'record_links.from_id as link_from',
      )
      .join('records', join =>
        join
          .on(on =>
            on
              .onVal('record_links.from_id', id)
              .andOn('records.id', 'record_links.to_id'),
          )
          .orOn(on =>
            on
              .onVal('record_links.to_id', id)
              .andOn('records.id', 'record_links.from_id'),
          ),
      )
      .where(either =>
        either
          .where('record_links.from_id', id)
          .orWhere('record_links.to_id', id),
      )
      .orderBy('record_links.created_at')
      .limit(500);
    if (criteria) whereMeets(query, criteria, false);
    const rows: Array<
      RecordRow & { link_relation: string; link_from: string }
    > = await query;
    return rows.map(row => ({
      relation: row.link_relation,
      direction:
        row.link_from === id ? ('outgoing' as const) : ('incoming' as const),
      record: recordFrom(row),
    }));
  }

  async roundsOf(definition: AnyRecordType, id: string) {
    return definition.approvals ? roundsOf(this.knex, definition, id) : [];
  }

  async entityLinksOf(id: string): Promise<EntityLink[]> {
    const rows = await this.knex('record_entities')
      .select('record_entities.field', 'record_entities.entity_ref')
      .select('entities.title', 'entities.owner', 'entities.gone_since')
      .leftJoin('entities', 'entities.entity_ref', 'record_entities.entity_ref')
      .where('record_entities.record_id', id)
      .orderBy(['record_entities.field', 'record_entities.entity_ref']);
    return rows.map(row => ({
      field: row.field,
      entityRef: row.entity_ref,
      ...(row.title && { title: row.title }),
      ...(row.owner && { owner: row.owner }),
      ...(row.gone_since && { goneSince: instantFrom(row.gone_since) }),
    }));
  }

  async history(options: {
    id: string;
    kinds?: string[];
    withoutInternal: boolean;
    before?: number;
    limit: number;
  }): Promise<HistoryEntry[]> {
    const query = this.knex<EventRow>('record_events')
      .where('record_id', options.id)
      .orderBy('sequence', 'desc')
      .limit(options.limit);
    if (options.kinds) query.whereIn('kind', options.kinds);
    if (options.before) query.where('sequence', '<', options.before);
    if (options.withoutInternal) {
      query.where(visible =>
        visible
          .whereNull('comment_visibility')
          .orWhereNot('comment_visibility', 'internal'),
      );
    }
    const rows = (await query) as EventRow[];
    return rows.map(entryFrom);
  }

  async insertMany(
    transaction: Knex.Transaction,
    past: ReadonlyArray<PastRecord>,
  ): Promise<void> {
    const all = past.map(({ definition, record, entries: newEntries }) => {
      const { entries, history } = chained(record.id, newHistory, newEntries);
      return { definition, record: { ...record, history }, entries };
    });
    await insertTogether(transaction, [
      ...recordRows(all),
      eventRows(all.flatMap(({ entries }) => entries)),
    ]);
  }

  /** Moves a record's history on; the update fails where it moved already. */
  async #advance<T extends { columns: object }>(
    transaction: Knex.Transaction,
    before: StoredRecord,
    newEntries: ReadonlyArray<NewEntry>,
    change: (history: StoredRecord['history']) => T,
    {
      revision,
      strict = false,
    }: {
      /** The revision that may be replaced. */
      revision?: number;
      /** Whether comments and links in between are a conflict too. */
      strict?: boolean;
    } = {},
  ): Promise<T & { entries: HistoryEntry[] }> {
    let base = before.history;
    for (;;) {
      const { entries, history } = chained(before.id, base, newEntries);
      const result = change(history);
      const updated = await transaction('records')
        .where({
          id: before.id,
          history_length: base.length,
          ...(revision !== undefined && { revision }),
        })
        .update({
          ...result.columns,
          history_length: history.length,
          history_hash: history.hash,
        });
      if (updated) {
        return { ...result, entries };
      }
      if (strict) {
        throw staleError(before);
      }
      // A comment or a link came in between: that is no conflict.
      const row = await transaction<RecordRow>('records')
        .where({
          id: before.id,
          ...(revision !== undefined && { revision }),
        })
        .first();
      if (!row) {
        throw staleError(before);
      }
      base = { length: row.history_length, hash: row.history_hash };
    }
  }

  async #appendTo(
    transaction: Knex.Transaction,
    record: StoredRecord,
    newEntries: ReadonlyArray<NewEntry>,
    others: ReadonlyArray<NewRows> = [],
    options: { strict?: boolean } = {},
  ): Promise<HistoryEntry[]> {
    const { entries } = await this.#advance(
      transaction,
      record,
      newEntries,
      () => ({ columns: {} }),
      options,
    );
    await insertTogether(transaction, [eventRows(entries), ...others]);
    return entries;
  }

  async #appendToBoth(
    transaction: Knex.Transaction,
    from: StoredRecord,
    to: StoredRecord,
    entries: { from: NewEntry; to: NewEntry },
  ) {
    const both = [
      { record: from, entry: entries.from },
      { record: to, entry: entries.to },
    ];
    for (const { record, entry } of inOrderOfIds(both, one => one.record.id)) {
      await this.#appendTo(transaction, record, [entry]);
    }
  }
}

/** In one order for everybody, so that two never wait on each other. */
function inOrderOfIds<T>(
  values: ReadonlyArray<T>,
  idOf: (value: T) => string,
): T[] {
  return [...values].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

async function writeVotes(
  transaction: Knex.Transaction,
  id: string,
  { vote, rounds, entries }: Accompaniment,
) {
  if (vote) {
    await castVote(transaction, id, vote.round, vote, vote.closesAsking);
  }
  if (rounds) {
    await changeRounds(transaction, id, rounds, entries[0].at);
  }
}

function isClosed({ stateCategory }: Pick<StoredRecord, 'stateCategory'>) {
  return stateCategory === 'closed';
}

function recordRows(all: ReadonlyArray<WithDefinition>): NewRows[] {
  return [
    {
      table: 'records',
      rows: all.map(({ definition, record }) => rowFrom(definition, record)),
      jsonColumns: ['fields'],
    },
    roleRows(all),
    entityRows(all),
    timerRows(
      all.map(({ definition, record }) => ({
        record,
        timers: timersFor(definition, record) ?? [],
      })),
    ),
  ];
}

function roleRows(all: ReadonlyArray<WithDefinition>): NewRows {
  return {
    table: 'record_roles',
    rows: all.flatMap(({ definition, record }) =>
      rolesOf(definition, record).map(role => ({
        record_id: record.id,
        ...role,
        created_at: record.createdAt,
        closed: isClosed(record),
      })),
    ),
  };
}

function entityRows(all: ReadonlyArray<WithDefinition>): NewRows {
  return {
    table: 'record_entities',
    rows: all.flatMap(({ definition, record }) =>
      entitiesOf(definition, record).map(({ field, entityRef }) => ({
        record_id: record.id,
        field,
        entity_ref: entityRef,
        created_at: record.createdAt,
        closed: isClosed(record),
      })),
    ),
  };
}

function timerRows(
  all: ReadonlyArray<{ record: StoredRecord; timers: ReadonlyArray<Timer> }>,
): NewRows {
  return {
    table: 'record_timers',
    rows: all.flatMap(({ record, timers }) =>
      timers.map(({ name, dueAt }) => ({
        record_id: record.id,
        name,
        due_at: dueAt,
      })),
    ),
  };
}

function eventRows(entries: ReadonlyArray<HistoryEntry>): NewRows {
  return {
    table: 'record_events',
    rows: entries.map(eventRowFrom),
    jsonColumns: ['changes'],
  };
}

/** The row of the outbox, by whose id it is told; none without notices. */
function outboxRows({ notices }: Accompaniment): NewRows & { id?: string } {
  const table = 'record_outbox';
  if (!notices) {
    return { table, rows: [] };
  }
  const id = randomUUID();
  const row = {
    id,
    notices: JSON.stringify(notices),
    due_at: new Date(Date.now() + OUTBOX_GRACE_MS).toISOString(),
    attempts: 0,
  };
  return { table, rows: [row], jsonColumns: ['notices'], id };
}

function staleError(record: StoredRecord) {
  return new OvertakenError(
    `${record.id} was changed by somebody else since revision ${record.revision}; read it again and repeat the change`,
  );
}
