import { Knex } from 'knex';
import { PastRecord } from '../../plugins/fitsm-backend/src/records/RecordStore';
import {
  CHAIN_START,
  chained,
} from '../../plugins/fitsm-backend/src/history/chain';
import { eventRowFrom } from '../../plugins/fitsm-backend/src/history/rows';
import { isPostgres } from '../../plugins/fitsm-backend/src/records/insertRows';
import {
  entitiesOf,
  rolesOf,
  rowFrom,
} from '../../plugins/fitsm-backend/src/records/rows';

/** The rows of records, ready to be written. */
export interface Rows {
  records: object[];
  record_roles: object[];
  record_entities: object[];
  record_events: object[];
}

const columnsOfJson = ['fields', 'changes', 'notices'];

/** What bare SQL is not to be held up with: the rows of records. */
export function rowsOf(past: ReadonlyArray<PastRecord>): Rows {
  const rows: Rows = {
    records: [],
    record_roles: [],
    record_entities: [],
    record_events: [],
  };
  for (const { definition, record, entries } of past) {
    const { entries: events, history } = chained(
      record.id,
      { length: 0, hash: CHAIN_START },
      entries,
    );
    rows.records.push(rowFrom(definition, { ...record, history }));
    rows.record_roles.push(
      ...rolesOf(definition, record).map(role => ({
        record_id: record.id,
        ...role,
        closed: record.stateCategory === 'closed',
      })),
    );
    rows.record_entities.push(
      ...entitiesOf(definition, record).map(({ field, entityRef }) => ({
        record_id: record.id,
        field,
        entity_ref: entityRef,
        created_at: record.createdAt,
        closed: record.stateCategory === 'closed',
      })),
    );
    rows.record_events.push(...events.map(eventRowFrom));
  }
  return rows;
}

/** The writes and reads of the engine, as one would write them by hand. */
export class BareSql {
  /** Rows of the outbox that wait to be removed, a hundred at a time. */
  #told: string[] = [];

  constructor(private readonly knex: Knex) {}

  async create(rows: Rows, outboxRow: { id: string }) {
    await this.knex.transaction(async transaction => {
      for (const [table, some] of Object.entries(rows)) {
        await insert(transaction, table, some);
      }
      await insert(transaction, 'record_outbox', [outboxRow]);
    });
    await this.#forget(outboxRow.id);
  }

  async transition(
    row: {
      id: string;
      revision: number;
      history_length: number;
      state: string;
      state_category: string;
      fields: string;
    },
    event: object,
    outboxRow: { id: string },
  ) {
    const now = new Date().toISOString();
    await this.knex.transaction(async transaction => {
      await transaction.raw(
        `update records set state = ?, state_category = ?, state_since = ?,
          updated_at = ?, revision = ?, fields = ?, history_length = ?,
          history_hash = ?
        where id = ? and revision = ? and history_length = ?`,
        [
          row.state,
          row.state_category,
          now,
          now,
          row.revision + 1,
          row.fields,
          row.history_length + 1,
          `${row.id}-${row.revision}`,
          row.id,
          row.revision,
          row.history_length,
        ],
      );
      await insert(transaction, 'record_events', [event]);
      await insert(transaction, 'record_outbox', [outboxRow]);
    });
    await this.#forget(outboxRow.id);
  }

  async read(id: string) {
    await Promise.all([
      this.knex.raw('select * from records where id = ?', [id]),
      this.knex.raw(
        `select l.field, l.entity_ref, e.title, e.owner, e.gone_since
        from record_entities l left join entities e on e.entity_ref = l.entity_ref
        where l.record_id = ?`,
        [id],
      ),
    ]);
    await this.knex.raw(
      `select r.*, l.relation from record_links l
        join records r on r.id = l.to_id where l.from_id = ?
      union all
      select r.*, l.relation from record_links l
        join records r on r.id = l.from_id where l.to_id = ?`,
      [id, id],
    );
  }

  async listByType(type: string, after: [string, string]) {
    await this.knex.raw(
      `select * from records
      where type = ? and state_category <> 'closed'
        and (created_at, id) < (?, ?)
      order by created_at desc, id desc limit 51`,
      [type, ...after],
    );
  }

  async listByEntity(entityRef: string, after: [string, string]) {
    await this.knex.raw(
      `select r.* from record_entities l join records r on r.id = l.record_id
      where l.entity_ref = ? and not l.closed
        and (l.created_at, l.record_id) < (?, ?)
      order by l.created_at desc, l.record_id desc limit 51`,
      [entityRef, ...after],
    );
  }

  async import(rows: Rows) {
    await this.knex.transaction(async transaction => {
      for (const [table, some] of Object.entries(rows)) {
        await insertMany(transaction, table, some);
      }
    });
  }

  async #forget(id: string) {
    this.#told.push(id);
    if (this.#told.length >= 100) {
      const ids = this.#told.splice(0);
      await this.knex.raw(
        `delete from record_outbox where id in (${ids.map(() => '?')})`,
        ids,
      );
    }
  }
}

async function insert(knex: Knex, table: string, rows: object[]) {
  const columns = Object.keys(rows[0]);
  const row = `(${columns.map(() => '?')})`;
  await knex.raw(
    `insert into ${table} (${columns}) values ${rows.map(() => row)}`,
    rows.flatMap(one => Object.values(one)),
  );
}

/** Many rows: as one JSON value, or as many bindings as SQLite takes. */
async function insertMany(knex: Knex, table: string, rows: object[]) {
  const columns = Object.keys(rows[0]);
  if (isPostgres(knex)) {
    const json = columns.filter(name => columnsOfJson.includes(name));
    const values = rows.map(row => ({
      ...row,
      ...Object.fromEntries(
        json.map(name => [
          name,
          JSON.parse((row as Record<string, string>)[name]),
        ]),
      ),
    }));
    await knex.raw(
      `insert into ${table} (${columns}) select ${columns}
      from jsonb_populate_recordset(null::${table}, ?::jsonb)`,
      [JSON.stringify(values)],
    );
    return;
  }
  const most = Math.floor(30_000 / columns.length);
  for (let start = 0; start < rows.length; start += most) {
    await insert(knex, table, rows.slice(start, start + most));
  }
}
