// @ts-check

/**
 * Imports of files: how far each has come, what it rejected, and the links
 * that wait for the record at their other end.
 *
 * Mappings and rejected rows are kept as JSON text: they hold whatever a file
 * held, and not every text fits into `jsonb`.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('imports', table => {
    table.comment('Imports of files, one for each file and mapping');
    table.increments('id');
    table
      .text('identity')
      .notNullable()
      .unique()
      .comment('Hash of source system, file and mapping');
    table.text('name').notNullable();
    table.text('type').notNullable();
    table.text('source_system').notNullable();
    table.text('mapping', 'longtext').notNullable();
    table.text('status').notNullable().comment('running, finished');
    table.integer('position').notNullable().comment('Rows that are done');
    table.integer('records').notNullable().defaultTo(0);
    table.integer('entries').notNullable().defaultTo(0);
    table.integer('existing').notNullable().defaultTo(0);
    table.integer('rejected_rows').notNullable().defaultTo(0);
    table.integer('links').notNullable().defaultTo(0);
    table.integer('waiting_links').notNullable().defaultTo(0);
    table.text('started_by').notNullable();
    table.timestamp('started_at', { useTz: true, precision: 3 }).notNullable();
    table.timestamp('finished_at', { useTz: true, precision: 3 });
  });

  await knex.schema.createTable('import_rejections', table => {
    table.comment('Rows that were not imported, and why');
    table.integer('import_id').notNullable();
    table.integer('line').notNullable();
    table.text('source_id');
    table.text('reason').notNullable();
    table.text('values', 'longtext').notNullable();
    table.primary(['import_id', 'line']);
    table.foreign('import_id').references('imports.id').onDelete('CASCADE');
  });

  await knex.schema.createTable('import_links', table => {
    table.comment('Links that wait for the record at their other end');
    table.text('source_system').notNullable();
    table.text('from_source_id').notNullable();
    table.text('relation').notNullable();
    table.text('to_source_id').notNullable();
    table.integer('import_id').notNullable();
    table.primary([
      'source_system',
      'from_source_id',
      'relation',
      'to_source_id',
    ]);
    table.foreign('import_id').references('imports.id').onDelete('CASCADE');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['import_links', 'import_rejections', 'imports']) {
    await knex.schema.dropTable(table);
  }
};
