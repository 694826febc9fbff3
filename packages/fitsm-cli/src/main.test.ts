import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import fitsmPlugin from '@fitsm/plugin-fitsm-backend';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './main';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('fitsm', () => {
  let knex: Awaited<ReturnType<typeof databases.init>>;
  let folder: string;
  let connection: string[];
  let stop: () => Promise<void>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fitsm-cli-'));
    knex = await databases.init('SQLITE_3');
    const backend = await startTestBackend({
      features: [
        fitsmPlugin,
        catalogServiceMock.factory(),
        mockServices.database.factory({ knex }),
      ],
    });
    stop = () => backend.stop();
    connection = [
      '--url',
      `http://localhost:${backend.server.port()}/api/fitsm`,
      '--token',
      mockCredentials.service.token(),
    ];
    writeFileSync(
      join(folder, 'mapping.yaml'),
      `
type: incident
source: { system: old, id: number }
times: { zone: UTC }
title: title
createdAt: opened
createdBy: { column: caller, ref: 'user:default/{value}' }
state: { column: state, values: { New: new } }
`,
    );
  });
  afterAll(async () => {
    await stop?.();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a command and answers with what the terminal shows. */
  async function fitsm(...args: string[]) {
    const shown = { code: 0, out: '', error: '' };
    const out = jest.spyOn(process.stdout, 'write').mockImplementation(text => {
      shown.out += text;
      return true;
    });
    const error = jest
      .spyOn(process.stderr, 'write')
      .mockImplementation(text => {
        shown.error += text;
        return true;
      });
    try {
      shown.code = await main(args);
    } finally {
      out.mockRestore();
      error.mockRestore();
    }
    return shown;
  }
  const file = (name: string, ...lines: string[]) => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const importFile = (path: string) =>
    fitsm(
      'import',
      path,
      '--mapping',
      join(folder, 'mapping.yaml'),
      ...connection,
    );

  it('imports a file and writes rejected rows with line and reason beside it', async () => {
    const path = file(
      'old.csv',
      'number,title,opened,caller,state',
      'N1,One,2026-01-05 08:00,Ada,New',
      'N2,"Two, or so",2026-01-05 08:00,Ada,Parked',
    );
    const { code, out } = await importFile(path);
    expect(code).toBe(1);
    expect(out).toMatch(/New records +1\n/);
    expect(out).toMatch(/Rejected rows +1 {2}see .*old\.csv\.rejected\.csv/);
    expect(readFileSync(`${path}.rejected.csv`, 'utf8').split('\n')).toEqual([
      'line,reason,number,title,state,opened,caller',
      '3,state: \'Parked\' is not known; add it to state.values in the mapping,N2,"Two, or so",Parked,2026-01-05 08:00,Ada',
      '',
    ]);
    expect(await knex('records').pluck('source_id')).toEqual(['N1']);
  });

  it('imports the rejected rows once they are put right, and leaves no file behind', async () => {
    const path = file(
      'again.csv',
      'line,reason,number,title,state,opened,caller',
      '3,was wrong,N2,"Two, or so",New,2026-01-05 08:00,Ada',
    );
    const { code, out } = await importFile(path);
    expect(code).toBe(0);
    expect(out).toMatch(/New records +1\n/);
    expect(existsSync(`${path}.rejected.csv`)).toBe(false);
    expect(await knex('records').pluck('source_id')).toEqual(['N1', 'N2']);
  });

  it('takes JSON lines too', async () => {
    const path = file(
      'old.jsonl',
      '{"number":"J1","title":"One","opened":"2026-01-05T08:00:00Z","caller":"Ada","state":"New"}',
    );
    expect(await importFile(path)).toMatchObject({ code: 0 });
    expect(await knex('records').pluck('source_id')).toContain('J1');
  });

  it.each<[what: string, args: () => string[], says: RegExp]>([
    ['no command', () => ['nonsense'], /'nonsense' is no command; use import/],
    ['no file', () => ['import', ...connection], /Name one file/],
    ['no mapping', () => ['import', 'a.csv', ...connection], /--mapping/],
    [
      'a missing file',
      () => [
        'import',
        'missing.csv',
        '--mapping',
        join(folder, 'mapping.yaml'),
        ...connection,
      ],
      /FILE: 'missing.csv' cannot be read/,
    ],
    ['an unknown option', () => ['verify-history', '--nonsense'], /--nonsense/],
    ['no token', () => ['verify-history'], /FITSM_TOKEN/],
    [
      'no backend',
      () => [
        'verify-history',
        '--url',
        'http://localhost:65534',
        '--token',
        'x',
      ],
      /is the backend running/,
    ],
  ])('with %s it fails and says what to do', async (_, args, says) => {
    const { code, error } = await fitsm(...args());
    expect(code).toBe(2);
    expect(error).toMatch(says);
  });

  it('HIS-1 verifies the history, and names an entry that was altered', async () => {
    const before = await fitsm('verify-history', ...connection);
    expect(before).toMatchObject({
      code: 0,
      out: expect.stringContaining(' 0 problems'),
    });

    const [id] = await knex('records').pluck('id');
    await knex('record_events')
      .where({ record_id: id, sequence: 1 })
      .update({ actor_ref: 'user:default/mallory' });
    const after = await fitsm('verify-history', ...connection);
    expect(after.code).toBe(1);
    expect(after.out).toContain(`${id}, entry 1: `);
  });
});
