import { Knex } from 'knex';

/** SQLite takes at most 32,766 bindings a statement. */
const SQLITE_BINDINGS = 30_000;

/** Whether the database is PostgreSQL; else it is SQLite. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client.includes('pg');
}

/**
 * Inserts rows that all have the same columns. PostgreSQL gets them as one JSON
 * parameter: thousands of bindings cost more than the insert itself.
 *
 * @param jsonColumns - columns whose values are JSON text
 */
export async function insertRows(
  transaction: Knex,
  table: string,
  rows: ReadonlyArray<object>,
  jsonColumns: ReadonlyArray<string> = [],
): Promise<void> {
  if (!rows.length) {
    return;
  }
  const columns = Object.keys(rows[0]);
  if (isPostgres(transaction)) {
    const list = columns.map(() => '??').join(', ');
    const payload = rows.map(row => {
      const copy: Record<string, unknown> = { ...row };
      for (const name of jsonColumns) {
        copy[name] = JSON.parse(copy[name] as string);
      }
      return copy;
    });
    await transaction.raw(
      `insert into ?? (${list}) select ${list} from jsonb_populate_recordset(null::??, ?::jsonb)`,
      [table, ...columns, ...columns, table, JSON.stringify(payload)],
    );
    return;
  }
  const chunk = Math.floor(SQLITE_BINDINGS / columns.length);
  for (let start = 0; start < rows.length; start += chunk) {
    await transaction(table).insert(rows.slice(start, start + chunk));
  }
}
