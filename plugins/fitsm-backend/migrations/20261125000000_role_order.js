// @ts-check

/**
 * Lets the lists of what somebody has a part in come from one index, newest
 * first: who may see one record of a thousand waits for no others.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw('drop index record_roles_live');
  await knex.raw('drop index record_roles_holder');
  await knex.schema.alterTable('record_roles', table => {
    table
      .timestamp('created_at', { useTz: true, precision: 3 })
      .notNullable()
      // SQLite adds no column that must hold a value without one at hand.
      .defaultTo('1970-01-01T00:00:00.000Z')
      .comment('Of the record');
  });
  await knex.raw(
    'update record_roles set created_at = (select created_at from records where id = record_id)',
  );
  await knex.raw(
    'create index record_roles_created on record_roles (holder, created_at desc, record_id desc)',
  );
  await knex.raw(
    'create index record_roles_created_live on record_roles (holder, created_at desc, record_id desc) where not closed',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index record_roles_created_live');
  await knex.raw('drop index record_roles_created');
  await knex.raw('alter table record_roles drop column created_at');
  await knex.schema.alterTable('record_roles', table => {
    table.index(['holder', 'record_id', 'role'], 'record_roles_holder');
  });
  await knex.raw(
    'create index record_roles_live on record_roles (holder, record_id) where not closed',
  );
};
