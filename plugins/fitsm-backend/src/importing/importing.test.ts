import { TestDatabases } from '@backstage/backend-test-utils';
import {
  importFile,
  ImportMapping,
  ImportsClient,
  incident,
  parseImportMapping,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { gzipSync } from 'node:zlib';
import { startFitsm } from '../testing/startFitsm';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** A mapping of its own source, so that tests do not meet. */
function mappingFor(system: string, more = ''): ImportMapping {
  return parseImportMapping(`
type: incident
source: { system: ${system}, id: number }
times: { zone: Europe/Lisbon }
title: title
createdAt: opened
closedAt: closed
createdBy: { column: caller, ref: 'user:default/{value}' }
state: { column: state, values: { New: new, Closed: closed } }
fields:
  impact: { column: impact, values: { '1': high, '2': medium } }
  affected: { column: ci, ref: 'component:default/{value}' }
links: { relatesTo: parent }
${more}`);
}

const header = 'number,title,opened,closed,caller,state,impact,ci,parent';
const csv = (...rows: string[]) => new Blob([[header, ...rows, ''].join('\n')]);
const rows = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, index) =>
      // Long ones: a batch is larger than what other routes take.
      `N${from + index},Row ${from + index} ${'.'.repeat(
        150,
      )},2026-01-05 08:00,2026-01-06 09:30,Ada,Closed,1,engine,`,
  );

describe.each(databases.eachSupportedId())('imports on %s', databaseId => {
  let knex: Knex;
  let fitsm: Awaited<ReturnType<typeof startFitsm>>;
  const start = () => startFitsm({ knex });

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    fitsm = await start();
  });
  afterAll(() => fitsm.stop());

  /** The client of somebody; `around` may break its requests off. */
  const imports = (
    name = 'admin',
    around: (request: () => Promise<Response>) => Promise<Response> = request =>
      request(),
  ) =>
    new ImportsClient({
      discoveryApi: { getBaseUrl: async () => fitsm.baseUrl },
      fetchApi: {
        fetch: (url, init) =>
          around(() =>
            fetch(url, {
              ...init,
              headers: {
                ...init?.headers,
                Authorization: fitsm.authorizationOf(name),
              },
            }),
          ),
      },
    });
  const run = (file: Blob, mapping: ImportMapping, client = imports()) =>
    importFile({ file, name: 'rows.csv', mapping, client });
  const imported = (system: string) =>
    knex('records').where({ source_system: system }).orderBy('number');

  it('a row becomes a record with its real times, people and entities', async () => {
    const file = csv(
      'N1,"Check-in, and boarding, hang",2026-07-06 08:00,2026-07-07 09:30,Ada,Closed,1,engine,',
    );
    const result = await run(
      new Blob([gzipSync(await file.bytes())]),
      mappingFor('one'),
    );
    expect(result).toMatchObject({
      status: 'finished',
      position: 1,
      counts: { records: 1, entries: 2, rejectedRows: 0 },
      startedBy: 'user:default/admin',
    });
    const [{ id }] = await imported('one');
    const client = fitsm.as('ada');
    const { record, entities } = await client.records(incident).get(id);
    expect(record).toMatchObject({
      title: 'Check-in, and boarding, hang',
      state: 'closed',
      owner: 'group:default/engine-team',
      createdAt: '2026-07-06T07:00:00.000Z',
      createdBy: 'user:default/ada',
      closedAt: '2026-07-07T08:30:00.000Z',
      fields: { impact: 'high', affected: ['component:default/engine'] },
      source: { system: 'one', id: 'N1' },
    });
    expect(entities).toMatchObject([
      {
        entityRef: 'component:default/engine',
        owner: 'group:default/engine-team',
      },
    ]);
    const { items } = await client.getHistory(id);
    expect(items).toMatchObject([
      {
        kind: 'moved',
        at: '2026-07-07T08:30:00.000Z',
        actor: { kind: 'service', ref: 'one' },
        changes: { state: { from: 'new', to: 'closed' } },
      },
      {
        kind: 'imported',
        at: '2026-07-06T07:00:00.000Z',
        actor: { kind: 'person', ref: 'user:default/ada' },
        changes: {
          state: { to: 'new' },
          owner: { to: 'group:default/engine-team' },
        },
      },
    ]);
  });

  it('an import that loses its connection and its backend goes on where it was', async () => {
    const mapping = mappingFor('restart');
    const file = csv(...rows(0, 3_300));
    let requests = 0;
    const breaking = imports('admin', async request => {
      requests += 1;
      const number = requests;
      // The third, with the second batch, is written but never answered.
      const response = number > 3 ? undefined : await request();
      if (!response || number === 3) {
        throw new TypeError('The connection is gone');
      }
      return response;
    });
    await expect(run(file, mapping, breaking)).rejects.toThrow('is gone');
    await fitsm.stop();
    fitsm = await start();

    const { items } = await imports().listImports({ limit: 1 });
    expect(items).toMatchObject([
      { status: 'running', position: 2_000, counts: { records: 2_000 } },
    ]);
    const positions: number[] = [];
    const result = await importFile({
      file,
      name: 'rows.csv',
      mapping,
      client: imports(),
      onProgress: ({ rows: done }) => positions.push(done),
    });
    expect(positions).toEqual([3_000, 3_300]);
    expect(result).toMatchObject({
      id: items[0].id,
      status: 'finished',
      counts: { records: 3_300, existing: 0 },
    });
    const ids = (await imported('restart')).map(({ source_id }) => source_id);
    expect(ids.sort()).toEqual(
      rows(0, 3_300)
        .map((_, index) => `N${index}`)
        .sort(),
    );
  });

  it('what was imported does not come twice, in whatever file', async () => {
    const mapping = mappingFor('twice');
    const first = await run(csv(...rows(0, 30)), mapping);
    const again = await run(csv(...rows(0, 30)), mapping);
    expect(again).toEqual(first);
    const other = await run(csv(...rows(10, 40)), mapping);
    expect(other.counts).toMatchObject({ records: 10, existing: 20 });
    expect(await imported('twice')).toHaveLength(40);
  });

  it('two imports of one file at once double nothing', async () => {
    const mapping = mappingFor('race');
    const outcomes = await Promise.allSettled([
      run(csv(...rows(0, 1_200)), mapping),
      run(csv(...rows(0, 1_200)), mapping),
    ]);
    // Whoever comes second is told so, or finds all done.
    const failures = outcomes.flatMap(outcome =>
      outcome.status === 'rejected' ? [outcome.reason.statusCode] : [],
    );
    expect(failures.filter(code => code !== 409)).toEqual([]);
    await run(csv(...rows(0, 1_200)), mapping);
    expect(await imported('race')).toHaveLength(1_200);
  });

  it('unknown values reject a row and say where to add them; the rest comes later', async () => {
    const file = csv(
      'N1,Good,2026-01-05 08:00,,Ada,New,1,engine,',
      'N2,Odd state,2026-01-05 08:00,,Ada,Parked,1,engine,',
      'N3,Odd time,5/1/2026 8h,,Ada,New,7,engine,',
      'N4,Too,many,values,2026-01-05 08:00,,Ada,New,1,engine,',
    );
    const { id, counts } = await run(file, mappingFor('reject'));
    expect(counts).toMatchObject({ records: 1, rejectedRows: 3 });
    const { items } = await imports().listRejections(id);
    expect(items).toMatchObject([
      {
        line: 3,
        sourceId: 'N2',
        reason:
          "state: 'Parked' is not known; add it to state.values in the mapping",
        values: { title: 'Odd state' },
      },
      {
        line: 4,
        reason: expect.stringMatching(
          /opened: '5\/1\/2026 8h' is not a time .*times.formats.*; impact: '7' is not known; add it to fields.impact.values/,
        ),
      },
      { line: 5, reason: expect.stringContaining('11 values') },
    ]);

    const cured = mappingFor('reject');
    cured.state.values = { ...cured.state.values, Parked: 'onHold' };
    const second = await run(file, cured);
    expect(second.counts).toMatchObject({
      records: 1,
      existing: 1,
      rejectedRows: 2,
    });
  });

  it('LNK-1 links find their record, whichever comes first', async () => {
    const mapping = mappingFor('links');
    const result = await run(
      csv(
        'N1,Child,2026-01-05 08:00,,Ada,New,1,engine,N2',
        'N2,Parent,2026-01-05 08:00,,Ada,New,1,engine,N3',
      ),
      mapping,
    );
    expect(result.counts).toMatchObject({ links: 1, waitingLinks: 1 });
    const [child, parent] = await imported('links');
    const { links } = await fitsm.as('ada').getRecord(child.id);
    expect(links).toMatchObject([
      { relation: 'relatesTo', record: { id: parent.id } },
    ]);
    const later = await run(
      csv('N3,Grandparent,2026-01-05 08:00,,Ada,New,1,engine,'),
      mapping,
    );
    expect(later.counts).toMatchObject({ links: 1, waitingLinks: 0 });
  });

  it('events that do not stand together are rejected, not lost', async () => {
    const mapping = mappingFor('apart', 'events: { at: closed }');
    const row = (number: string, at: string, state: string) =>
      `${number},A title,2026-01-05 08:00,2026-01-05 ${at},Ada,${state},1,engine,`;
    const { id, counts } = await run(
      csv(
        row('N1', '09:00', 'New'),
        row('N2', '09:00', 'New'),
        row('N1', '10:00', 'Closed'),
      ),
      mapping,
    );
    expect(counts).toMatchObject({ records: 2, rejectedRows: 1 });
    const { items } = await imports().listRejections(id);
    expect(items).toMatchObject([
      { line: 4, reason: expect.stringContaining('must stand together') },
    ]);
  });

  it('HIS-1 the history of what was imported is chained', async () => {
    let cursor: string | undefined;
    let checkedRecords = 0;
    do {
      const page = await fitsm.as('admin').verifyHistory({ cursor });
      expect(page.problems).toEqual([]);
      checkedRecords += page.checkedRecords;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(checkedRecords).toBeGreaterThan(3_500);
  });

  it('PER-1 only administrators import', async () => {
    const mapping = mappingFor('forbidden');
    const file = csv(...rows(0, 1));
    for (const name of ['ada', 'manager', 'auditor']) {
      const client = imports(name);
      const refused = { statusCode: 403 };
      await expect(run(file, mapping, client)).rejects.toMatchObject(refused);
      await expect(client.listImports()).rejects.toMatchObject(refused);
      await expect(client.getImport(1)).rejects.toMatchObject(refused);
      await expect(client.listRejections(1)).rejects.toMatchObject(refused);
      await expect(client.finishImport(1)).rejects.toMatchObject(refused);
      await expect(
        client.sendBatch(1, {
          from: 0,
          groups: [[{ line: 2, values: { number: 'N1' } }]],
        }),
      ).rejects.toMatchObject(refused);
    }
    expect(await imported('forbidden')).toEqual([]);
  });

  it.each<[path: string, body: string, status: number, says: string]>([
    ['/imports', '{', 400, 'JSON'],
    ['/imports', '{}', 400, 'fingerprint'],
    [
      '/imports',
      '{"name":"a","fingerprint":"x","mapping":{}}',
      400,
      'mapping.type',
    ],
    ['/imports/1/batches', '{"from":-1,"groups":[]}', 400, 'from'],
    ['/imports/1/batches', '{"from":0,"groups":[[]]}', 400, 'groups.0'],
    [
      '/imports/1/batches',
      '{"from":0,"groups":[[{"line":1e12,"values":{}}]]}',
      400,
      'groups.0.0.line',
    ],
    [
      '/imports/1/batches',
      '{"from":999,"groups":[[{"line":2,"values":{}}]]}',
      409,
      'from',
    ],
    ['/imports/999999/finish', '{}', 404, '999999'],
    ['/imports/x/finish', '{}', 404, 'x'],
  ])(
    'API-1 %s with %s is refused and named',
    async (path, body, status, says) => {
      const response = await fetch(`${fitsm.baseUrl}${path}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: fitsm.authorizationOf('admin'),
        },
        body,
      });
      expect(response.status).toBe(status);
      expect((await response.json()).error.message).toContain(says);
    },
  );

  it('API-1 what no database takes is rejected as a row', async () => {
    const { id } = await run(
      csv('N\u00001,A title,2026-01-05 08:00,,Ada,New,1,engine,'),
      mappingFor('nul'),
    );
    const { items } = await imports().listRejections(id);
    expect(items).toMatchObject([
      { reason: expect.stringContaining('number: holds NUL') },
    ]);
  });
});
