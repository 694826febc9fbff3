// @ts-check

/**
 * Approvals: rounds of votes on records, who is asked in each, and what they
 * said.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  /**
   * @param {import('knex').Knex.CreateTableBuilder} table
   * @param {string} name
   */
  const instant = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });

  await knex.schema.createTable('record_approvals', table => {
    table.comment('Rounds of votes on what a record held at a revision');
    table.text('record_id').notNullable();
    table.integer('round').notNullable();
    table.text('approval').notNullable().comment('Its name in the definition');
    table.integer('revision').notNullable();
    instant(table, 'asked_at').notNullable();
    instant(table, 'due_at').notNullable();
    instant(table, 'closed_at');
    table.text('outcome').comment('approved, refused, withdrawn, changed');
    table.primary(['record_id', 'round']);
    table.foreign('record_id').references('records.id').onDelete('CASCADE');
  });

  await knex.schema.createTable('record_approvers', table => {
    table.comment('Who is asked to vote');
    table.text('record_id').notNullable();
    table.integer('round').notNullable();
    table.text('holder').notNullable().comment('Full entity reference');
    table.boolean('open').notNullable().comment('Whether the vote is wanted');
    table.primary(['record_id', 'round', 'holder']);
    table.foreign('record_id').references('records.id').onDelete('CASCADE');
  });
  await knex.raw(
    'create index record_approvers_open on record_approvers (holder, record_id) where open',
  );

  await knex.schema.createTable('record_votes', table => {
    table.comment('What people said');
    table.text('record_id').notNullable();
    table.integer('round').notNullable();
    table.text('voter').notNullable().comment('Full reference of a user');
    table.text('holder').notNullable().comment('For whom who was asked');
    table.text('vote').notNullable().comment('approve, refuse');
    table.text('reason');
    instant(table, 'at').notNullable();
    table.primary(['record_id', 'round', 'voter']);
    table.foreign('record_id').references('records.id').onDelete('CASCADE');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'record_votes',
    'record_approvers',
    'record_approvals',
  ]) {
    await knex.schema.dropTable(table);
  }
};
