// @ts-check

/**
 * Snapshots of how far a standard is met. Rows are added and read, never
 * changed. The content is text, not JSON of the database: its hash is of
 * exactly that text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('conformity_snapshots', table => {
    table.comment('Frozen answers to what is shown for a standard');
    table.increments('id');
    table.text('title').notNullable();
    table.timestamp('frozen_at', { useTz: true, precision: 3 }).notNullable();
    table.text('frozen_by').notNullable();
    table.text('content', 'longtext').notNullable();
    table.text('hash').notNullable().comment('SHA-256 of the content');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('conformity_snapshots');
};
