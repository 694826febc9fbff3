// @ts-check

/**
 * The tables of the engine. They know no record type: what a type adds lies in
 * `fields`, and the questions that people ask all day have shared columns.
 *
 * Instants are bound as ISO 8601 text in UTC with milliseconds: PostgreSQL
 * keeps them as timestamps, SQLite as that text, and both order them alike.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  /**
   * @param {import('knex').Knex.CreateTableBuilder} table
   * @param {string} name
   */
  const instant = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });
  /**
   * @param {import('knex').Knex.CreateTableBuilder} table
   * @param {string} name
   */
  const json = (table, name) =>
    isPostgres ? table.jsonb(name) : table.text(name, 'longtext');

  await knex.schema.createTable('records', table => {
    table.comment('Records of all types');
    table.text('id').primary().comment('INC-42; never given twice');
    table.text('type').notNullable();
    table.bigInteger('number').notNullable();
    table.text('title').notNullable();
    table.text('state').notNullable();
    table.text('state_category').notNullable().comment('open, waiting, closed');
    instant(table, 'state_since').notNullable();
    table.text('owner').notNullable().comment('Accountable User or Group');
    table.integer('priority').comment('1 is the highest');
    table.boolean('priority_overridden').notNullable().defaultTo(false);
    table.text('category');
    table.text('assignee');
    table.text('assigned_group');
    instant(table, 'starts_at');
    instant(table, 'ends_at');
    instant(table, 'due_at');
    instant(table, 'created_at').notNullable();
    table.text('created_by').notNullable();
    instant(table, 'updated_at').notNullable();
    instant(table, 'closed_at');
    table.boolean('restricted').notNullable().defaultTo(false);
    table.integer('revision').notNullable();
    json(table, 'fields').notNullable();
    table
      .integer('history_length')
      .notNullable()
      .comment('Entries in record_events');
    table.text('history_hash').notNullable().comment('Hash of the last one');
    table.text('source_system').comment('Where an import took it from');
    table.text('source_id');
    table.unique(['type', 'number']);
  });

  await knex.schema.createTable('record_roles', table => {
    table.comment('Who holds which role on a record');
    table.text('record_id').notNullable();
    table.text('role').notNullable();
    table.text('holder').notNullable().comment('Full entity reference');
    table.boolean('closed').notNullable().comment('Whether the record is');
    table.primary(['record_id', 'role', 'holder']);
    table.index(['holder', 'record_id', 'role'], 'record_roles_holder');
    table.foreign('record_id').references('records.id').onDelete('CASCADE');
  });

  await knex.schema.createTable('entities', table => {
    table.comment('What records need to know of the entities they name');
    table.text('entity_ref').primary();
    table.text('uid').comment('Survives a rename');
    table.text('title');
    table.text('owner').comment('Full entity reference');
    instant(table, 'gone_since');
    instant(table, 'checked_at').notNullable();
    table.index(['owner', 'entity_ref'], 'entities_owner');
    table.index(['checked_at'], 'entities_checked_at');
  });

  await knex.schema.createTable('record_entities', table => {
    table.comment(
      'The entities that records name; repeats of the record let the lists of an entity come from one index',
    );
    table.text('record_id').notNullable();
    table.text('field').notNullable();
    table.text('entity_ref').notNullable();
    instant(table, 'created_at').notNullable().comment('Of the record');
    table.boolean('closed').notNullable().comment('Whether the record is');
    table.primary(['record_id', 'field', 'entity_ref']);
    table.foreign('record_id').references('records.id').onDelete('CASCADE');
  });

  await knex.schema.createTable('record_links', table => {
    table.comment('Links between records');
    table.text('from_id').notNullable();
    table.text('relation').notNullable();
    table.text('to_id').notNullable();
    instant(table, 'created_at').notNullable();
    table.primary(['from_id', 'relation', 'to_id']);
    table.index(['to_id', 'relation'], 'record_links_to');
    table.foreign('from_id').references('records.id').onDelete('CASCADE');
    table.foreign('to_id').references('records.id').onDelete('CASCADE');
  });

  await knex.schema.createTable('record_events', table => {
    table.comment(
      'History: append-only, chained by hash, kept when a record is deleted',
    );
    table.text('record_id').notNullable();
    table.integer('sequence').notNullable();
    table.text('kind').notNullable();
    instant(table, 'at').notNullable();
    table.text('actor_kind').notNullable();
    table.text('actor_ref').notNullable();
    table.text('on_behalf_of');
    table.text('transition');
    json(table, 'changes').notNullable();
    table.text('reason');
    table.text('comment_body', 'longtext');
    table.text('comment_visibility');
    table.text('hash').notNullable();
    table.primary(['record_id', 'sequence']);
  });

  await knex.schema.createTable('record_timers', table => {
    table.comment('When a record wakes up for a transition by itself');
    table.text('record_id').notNullable();
    table.text('name').notNullable();
    instant(table, 'due_at').notNullable();
    table.primary(['record_id', 'name']);
    table.index(['due_at'], 'record_timers_due_at');
    table.foreign('record_id').references('records.id').onDelete('CASCADE');
  });

  await knex.schema.createTable('record_sequences', table => {
    table.comment('The next number of each type that no backend has taken');
    table.text('type').primary();
    table.bigInteger('next').notNullable();
  });

  await knex.schema.createTable('record_idempotency', table => {
    table.comment('Which record a repeated create yields');
    table.text('principal').notNullable();
    table.text('key').notNullable();
    table.text('request_hash').notNullable();
    table.text('record_id').notNullable();
    instant(table, 'created_at').notNullable();
    table.primary(['principal', 'key']);
  });

  await knex.schema.createTable('record_outbox', table => {
    table.comment(
      'What the world is still to be told of committed changes; a row goes when it was told',
    );
    table.text('id').primary();
    json(table, 'notices').notNullable();
    instant(table, 'due_at').notNullable().comment('When to try (again)');
    table.integer('attempts').notNullable().defaultTo(0);
    table.index(['due_at'], 'record_outbox_due_at');
  });

  // Partial and descending indexes are the same SQL on both databases.
  const indexes = [
    'records_type_created on records (type, created_at desc, id desc)',
    "records_type_created_live on records (type, created_at desc, id desc) where state_category <> 'closed'",
    'records_created on records (created_at desc, id desc)',
    "records_created_live on records (created_at desc, id desc) where state_category <> 'closed'",
    'records_updated on records (updated_at desc, id desc)',
    "records_assignee_live on records (assignee, created_at desc, id desc) where state_category <> 'closed'",
    "records_group_live on records (assigned_group, created_at desc, id desc) where state_category <> 'closed'",
    "records_owner_live on records (owner, created_at desc, id desc) where state_category <> 'closed'",
    "records_priority_live on records (type, priority, id) where state_category <> 'closed'",
    'records_due on records (due_at, id) where due_at is not null',
    'records_window on records (starts_at, ends_at) where starts_at is not null',
    'record_roles_live on record_roles (holder, record_id) where not closed',
    'record_entities_created on record_entities (entity_ref, created_at desc, record_id desc)',
    'record_entities_created_live on record_entities (entity_ref, created_at desc, record_id desc) where not closed',
  ];
  for (const index of indexes) {
    await knex.raw(`create index ${index}`);
  }
  await knex.raw(
    'create unique index records_source on records (source_system, source_id) where source_system is not null',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'record_outbox',
    'record_idempotency',
    'record_sequences',
    'record_timers',
    'record_events',
    'record_links',
    'record_entities',
    'entities',
    'record_roles',
    'records',
  ]) {
    await knex.schema.dropTable(table);
  }
};
