import { Knex } from 'knex';

/** Whether the database is PostgreSQL; else it is SQLite. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client.includes('pg');
}

/** New rows of a table, all with the same columns. */
export interface NewRows {
  table: string;
  rows: ReadonlyArray<object>;
  /** Columns whose values are JSON text. */
  jsonColumns?: ReadonlyArray<string>;
}

/**
 * Inserts rows of several tables: in one statement on PostgreSQL, where each
 * way to the database costs more than most inserts do.
 *
 * The rows of a table are one JSON parameter. Thousands of bindings cost more
 * than the insert itself, and SQLite takes neither that many nor more than 500
 * rows of the insert that Knex would make.
 */
export async function insertTogether(
  transaction: Knex,
  parts: ReadonlyArray<NewRows>,
): Promise<void> {
  const inserts = parts
    .filter(({ rows }) => rows.length)
    .map(isPostgres(transaction) ? postgresInsert : sqliteInsert);
  if (isPostgres(transaction) && inserts.length > 1) {
    const [last, ...others] = inserts.reverse();
    const names = others.map(({ sql }, index) => `part${index} as (${sql})`);
    await transaction.raw(
      `with ${names.join(', ')} ${last.sql}`,
      [...others, last].flatMap(({ bindings }) => bindings),
    );
    return;
  }
  for (const { sql, bindings } of inserts) {
    await transaction.raw(sql, bindings);
  }
}

/** Inserts rows of one table, as `insertTogether` does. */
export async function insertRows(
  transaction: Knex,
  table: string,
  rows: ReadonlyArray<object>,
  jsonColumns: ReadonlyArray<string> = [],
): Promise<void> {
  await insertTogether(transaction, [{ table, rows, jsonColumns }]);
}

interface Insert {
  sql: string;
  bindings: string[];
}

function postgresInsert({ table, rows, jsonColumns = [] }: NewRows): Insert {
  const columns = Object.keys(rows[0]);
  const list = columns.map(() => '??').join(', ');
  const payload = rows.map(row => {
    const copy: Record<string, unknown> = { ...row };
    for (const name of jsonColumns) {
      copy[name] = JSON.parse(copy[name] as string);
    }
    return copy;
  });
  return {
    sql: `insert into ?? (${list}) select ${list} from jsonb_populate_recordset(null::??, ?::jsonb)`,
    bindings: [table, ...columns, ...columns, table, JSON.stringify(payload)],
  };
}

function sqliteInsert({ table, rows }: NewRows): Insert {
  const columns = Object.keys(rows[0]);
  const list = columns.map(() => '??').join(', ');
  const values = columns.map(() => 'value ->> ?').join(', ');
  return {
    sql: `insert into ?? (${list}) select ${values} from json_each(?)`,
    bindings: [table, ...columns, ...columns, JSON.stringify(rows)],
  };
}
