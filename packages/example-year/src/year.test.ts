import { resolvePackagePath } from '@backstage/backend-plugin-api';
import createKnex from 'knex';
import { DateTime } from 'luxon';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { liveYear } from './liveYear';
import { Organisation } from './Organisation';
import { stories } from './stories';

jest.setTimeout(240_000);

const organisation = Organisation.read(
  resolvePackagePath('@fitsm/example-year', '../..'),
);
const directories: string[] = [];

afterAll(() => {
  directories.forEach(directory =>
    rmSync(directory, { recursive: true, force: true }),
  );
});

/** The first weeks of a year, with little of what comes in numbers. */
async function live(seed: number) {
  const directory = mkdtempSync(join(tmpdir(), 'fitsm-year-'));
  directories.push(directory);
  const result = await liveYear({
    organisation,
    database: { client: 'better-sqlite3', connection: { directory } },
    stories,
    seed,
    scale: 0.1,
    until: DateTime.fromISO('2025-06-30T18:00:00Z'),
    days: 60,
  });
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: join(directory, 'fitsm.sqlite') },
    useNullAsDefault: true,
  });
  const history = await knex('record_events')
    .select('record_id', 'sequence', 'hash')
    .orderBy(['record_id', 'sequence']);
  const untold = await knex('record_outbox').select('id');
  await knex.destroy();
  return { ...result, history, untold };
}

describe('a year of the example organisation', () => {
  let first: Awaited<ReturnType<typeof live>>;

  beforeAll(async () => {
    first = await live(7);
  });

  it('is lived without a refusal', () => {
    expect(first.refusals).toEqual([]);
    expect(first.counts.service).toBeGreaterThan(0);
  });

  it('leaves nothing that the portal would tell people of', () => {
    expect(first.untold).toEqual([]);
  });

  it('is the same for the same seed and end', async () => {
    const second = await live(7);
    expect(second.counts).toEqual(first.counts);
    expect(second.history).toEqual(first.history);
  });

  it('ends with the real time', () => {
    expect(Date.now()).toBeGreaterThan(Date.parse('2025-06-30T18:00:01Z'));
  });
});
