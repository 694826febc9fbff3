// @ts-check

/**
 * Deputies: who votes in whose place, and when.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('delegations', table => {
    table.comment('Who votes in whose place');
    table.text('id').primary();
    table.text('person').notNullable().comment('Full reference of a user');
    table.text('delegate').notNullable().comment('Full reference of a user');
    for (const name of ['starts_at', 'ends_at', 'created_at']) {
      table.timestamp(name, { useTz: true, precision: 3 }).notNullable();
    }
    table.text('reason');
    table.index(['delegate', 'ends_at'], 'delegations_delegate');
    table.index(['person', 'ends_at'], 'delegations_person');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('delegations');
};
