import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { readdirSync } from 'node:fs';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@fitsm/plugin-fitsm-backend',
  'migrations',
);
const migrations = readdirSync(directory)
  .filter(name => name.endsWith('.js'))
  .sort();

const at = '2026-11-24T09:30:00.000Z';

/**
 * Rows for each table that a migration brings, in an order that foreign keys
 * allow. A new migration needs an entry here, be it an empty one.
 */
const rows: Record<string, Array<[table: string, row: object]>> = {
  '20261124200000_records.js': [
    [
      'records',
      {
        id: 'X-1',
        type: 'x',
        number: 1,
        title: 'A record',
        state: 'new',
        state_category: 'open',
        state_since: at,
        owner: 'user:default/ada',
        starts_at: at,
        due_at: at,
        created_at: at,
        created_by: 'user:default/ada',
        updated_at: at,
        revision: 1,
        fields: '{"a":["ä",1,null]}',
        history_length: 1,
        history_hash: 'hash',
        source_system: 'elsewhere',
        source_id: '1',
      },
    ],
    [
      'record_roles',
      {
        record_id: 'X-1',
        role: 'owner',
        holder: 'user:default/ada',
        closed: false,
      },
    ],
    ['entities', { entity_ref: 'component:default/a', checked_at: at }],
    [
      'record_entities',
      {
        record_id: 'X-1',
        field: 'affected',
        entity_ref: 'component:default/a',
        created_at: at,
        closed: false,
      },
    ],
    [
      'record_links',
      { from_id: 'X-1', relation: 'r', to_id: 'X-1', created_at: at },
    ],
    [
      'record_events',
      {
        record_id: 'X-1',
        sequence: 1,
        kind: 'created',
        at,
        actor_kind: 'person',
        actor_ref: 'user:default/ada',
        changes: '{"title":{"to":"A record"}}',
        hash: 'hash',
      },
    ],
    ['record_timers', { record_id: 'X-1', name: 'close', due_at: at }],
    ['record_sequences', { type: 'x', next: 2 }],
    [
      'record_idempotency',
      {
        principal: 'user:default/ada',
        key: 'once',
        request_hash: 'hash',
        record_id: 'X-1',
        created_at: at,
      },
    ],
    ['record_outbox', { id: 'a', notices: '{}', due_at: at }],
  ],
  '20261124210000_imports.js': [
    [
      'imports',
      {
        id: 1,
        identity: 'hash',
        name: 'A file',
        type: 'x',
        source_system: 'elsewhere',
        mapping: '{}',
        status: 'running',
        position: 0,
        started_by: 'user:default/ada',
        started_at: at,
      },
    ],
    [
      'import_rejections',
      { import_id: 1, line: 2, reason: 'No title', values: '{}' },
    ],
    [
      'import_links',
      {
        source_system: 'elsewhere',
        from_source_id: '1',
        relation: 'r',
        to_source_id: '2',
        import_id: 1,
      },
    ],
  ],
  '20261125000000_role_order.js': [],
  '20261125010000_approvals.js': [
    [
      'record_approvals',
      {
        record_id: 'X-1',
        round: 1,
        approval: 'a',
        revision: 1,
        asked_at: at,
        due_at: at,
      },
    ],
    [
      'record_approvers',
      {
        record_id: 'X-1',
        round: 1,
        holder: 'user:default/ada',
        open: true,
      },
    ],
    [
      'record_votes',
      {
        record_id: 'X-1',
        round: 1,
        voter: 'user:default/ada',
        holder: 'user:default/ada',
        vote: 'approve',
        at,
      },
    ],
  ],
  '20261125030000_delegations.js': [
    [
      'delegations',
      {
        id: 'a',
        person: 'user:default/ada',
        delegate: 'user:default/ben',
        starts_at: at,
        ends_at: at,
        created_at: at,
      },
    ],
  ],
  '20261125020000_conformity.js': [
    [
      'conformity_snapshots',
      {
        id: 1,
        title: 'Before the audit',
        frozen_at: at,
        frozen_by: 'user:default/ada',
        content: '{}',
        hash: 'hash',
      },
    ],
  ],
};

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const schemaQueries: Record<string, string> = {
  SQLITE_3: `select type, name, sql from sqlite_master
    where name not like 'sqlite%' and name not like 'knex%' order by name`,
  POSTGRES_18: `select table_name as name, column_name, data_type, is_nullable,
      column_default, null as sql
    from information_schema.columns
    where table_schema = current_schema() and table_name not like 'knex%'
    union all select tablename, indexname, null, null, null, indexdef
    from pg_indexes
    where schemaname = current_schema() and tablename not like 'knex%'
    order by 1, 2`,
};

async function schemaOf(knex: Knex, databaseId: TestDatabaseId) {
  const result = await knex.raw(schemaQueries[databaseId]);
  return (result.rows ?? result) as object[];
}

const fill = async (knex: Knex, migration: string) => {
  for (const [table, row] of rows[migration]) {
    await knex(table).insert(row);
  }
};

const contentOf = async (knex: Knex, some: string[]) => {
  const tables = some.flatMap(name => rows[name].map(([table]) => table));
  return Promise.all(tables.map(async table => [table, await knex(table)]));
};

it('every migration has rows to be tried with', () => {
  expect(Object.keys(rows).sort()).toEqual(migrations);
});

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it.each(migrations)(
    '%s goes up, down with its rows, and up again',
    async name => {
      const knex = await databases.init(databaseId);
      const migrate = (direction: 'up' | 'down', one: string) =>
        knex.migrate[direction]({
          directory,
          name: one,
        } as Knex.MigratorConfig);
      const earlier = migrations.slice(0, migrations.indexOf(name));
      for (const one of earlier) {
        await migrate('up', one);
        await fill(knex, one);
      }
      const schemaBefore = await schemaOf(knex, databaseId);
      const rowsBefore = await contentOf(knex, earlier);

      await migrate('up', name);
      const schema = await schemaOf(knex, databaseId);
      expect(schema).not.toEqual(schemaBefore);
      await fill(knex, name);
      await migrate('down', name);
      expect(await schemaOf(knex, databaseId)).toEqual(schemaBefore);
      expect(await contentOf(knex, earlier)).toEqual(rowsBefore);
      await migrate('up', name);
      expect(await schemaOf(knex, databaseId)).toEqual(schema);
      await expect(fill(knex, name)).resolves.toBeUndefined();
    },
  );
});
