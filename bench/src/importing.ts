import { incident } from '@fitsm/plugin-fitsm-common';
import { performance } from 'node:perf_hooks';
import { DatabaseRecordStore } from '../../plugins/fitsm-backend/src/records/DatabaseRecordStore';
import { isPostgres } from '../../plugins/fitsm-backend/src/records/insertRows';
import { RecordNumbers } from '../../plugins/fitsm-backend/src/records/RecordNumbers';
import { BareSql, rowsOf } from './bareSql';
import { databaseOf } from './engine';
import { summed } from './measure';
import { catalogEntities, pastRecord } from './organisation';
import { perform, report } from './results';

const BATCH = 500;
/** Every so many batches, bare SQL writes one. */
const BARE_EVERY = 5;
/** One record of so many has a link to the one before. */
const LINK_EVERY = 10;

/**
 * Fills the database up to the number of records of the task, through the
 * engine's bulk insert. Bare SQL writes some of the batches, so that both meet
 * the same tables.
 */
perform(async task => {
  const { records } = task;
  const database = databaseOf(task);
  const store = await DatabaseRecordStore.create({ database });
  const knex = await database.getClient();
  const bare = new BareSql(knex);
  const numbers = new RecordNumbers(knex);
  const [{ count }] = await knex('records').count({ count: '*' });
  const times: Record<'engine' | 'bare', number[]> = { engine: [], bare: [] };

  if (Number(count) === 0) await keepEntities();
  for (let done = Number(count), batch = 0; done < records; batch += 1) {
    const size = Math.min(BATCH, records - done);
    const first = await numbers.takeMany(incident.name, size);
    const past = Array.from({ length: size }, (_, index) =>
      pastRecord(done + index, `INC-${first + index}`),
    );
    const isBare = batch % BARE_EVERY === BARE_EVERY - 1;
    const rows = isBare ? rowsOf(past) : undefined;
    const started = performance.now();
    if (rows) {
      await bare.import(rows);
    } else {
      await knex.transaction(transaction =>
        store.insertMany(transaction, past),
      );
    }
    const taken = performance.now() - started;
    if (size === BATCH) times[isBare ? 'bare' : 'engine'].push(taken);
    await link(past.map(({ record }) => record.id));
    done += size;
  }
  if (isPostgres(knex)) {
    // As autovacuum would, a minute later.
    await knex.raw('vacuum analyze');
  }

  const perRecord = (batches: number[]) => {
    const { operations, perSecond, ...others } = summed(
      batches,
      batches.reduce((sum, one) => sum + one, 0),
    );
    return {
      operations: operations * BATCH,
      perSecond: perSecond * BATCH,
      ...others,
    };
  };
  if (times.bare.length) {
    report({
      part: 'import',
      operation: `import, batches of ${BATCH} with their history`,
      database: task.database,
      records,
      concurrency: 1,
      as: 'engine',
      measured: perRecord(times.engine),
      against: { what: 'bare SQL', measured: perRecord(times.bare) },
      notes: {
        peakMemoryMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      },
    });
  }

  async function keepEntities() {
    const checkedAt = new Date().toISOString();
    await knex('entities').insert(
      catalogEntities()
        .filter(({ kind }) => kind === 'Component')
        .map(({ metadata, spec }) => ({
          entity_ref: `component:default/${metadata.name}`,
          owner: spec?.owner,
          checked_at: checkedAt,
        })),
    );
  }

  async function link(ids: string[]) {
    const links = ids.flatMap((id, index) =>
      index % LINK_EVERY === 1
        ? [
            {
              from_id: id,
              relation: 'relatesTo',
              to_id: ids[index - 1],
              created_at: new Date().toISOString(),
            },
          ]
        : [],
    );
    if (links.length) await knex('record_links').insert(links);
  }
});
