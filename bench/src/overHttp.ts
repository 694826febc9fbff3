import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { configOf } from './config';
import { databaseOf } from './engine';
import { Work, measureBesideEachOther } from './measure';
import { catalogEntities, newRecord, people } from './organisation';
import { perform, report } from './results';
import { someIds, listsOf, moves, recordsInWork, Seen } from './samples';

const READY_SECONDS = 120;

/** FitSM's API beside a no-op route and the catalog, all of one backend. */
perform(async task => {
  const { database, records, concurrency, seconds } = task;
  const most = Math.max(...concurrency);
  const knex = await databaseOf(task).getClient();
  const lists = (await listsOf(knex)).slice(0, 3);
  const nextId = await someIds(knex);
  const inWork = await recordsInWork(knex, most * 2 + 1);

  const agent = new Agent({ keepAlive: true, maxSockets: most });
  const serviceToken = randomBytes(24).toString('base64url');
  const entities = catalogEntities();
  const catalogFile = join(task.directory, 'catalog.yaml');
  // JSON is YAML.
  writeFileSync(
    catalogFile,
    entities.map(entity => JSON.stringify(entity)).join('\n---\n'),
  );
  const configFile = join(task.directory, 'app-config.json');
  const config = configOf(task, {
    port: await freePort(),
    token: serviceToken,
    catalogFile,
  });
  writeFileSync(configFile, JSON.stringify(config));
  const { baseUrl } = config.backend;
  const backend = startBackend(configFile);
  try {
    let personToken = '';
    await backend.ready(async () => {
      const { backstageIdentity } = await send(
        'GET',
        '/api/auth/demo/refresh',
        {
          'x-demo-user': people.desk,
          'x-requested-with': 'XMLHttpRequest',
        },
      );
      // Groups and owners come to the catalog later than the entities do.
      if (backstageIdentity.identity.ownershipEntityRefs.length < 2) {
        throw new Error(`${people.desk} has no group so far`);
      }
      const { totalItems } = await send(
        'GET',
        '/api/catalog/entities/by-query?limit=0&filter=kind=component,relations.ownedBy',
        { Authorization: `Bearer ${serviceToken}` },
      );
      const components = entities.filter(({ kind }) => kind === 'Component');
      if (totalItems < components.length) {
        throw new Error(`The catalog has ${totalItems} components so far`);
      }
      personToken = backstageIdentity.token;
    });
    for (const lanes of concurrency) {
      await measureAs('service', serviceToken, lanes, 0);
      await measureAs('desk', personToken, lanes, most);
    }
  } finally {
    agent.destroy();
    await backend.stop();
  }

  async function measureAs(
    as: string,
    token: string,
    lanes: number,
    firstTaker: number,
  ) {
    const call = (method: string, path: string, body?: object) =>
      send(method, path, { Authorization: `Bearer ${token}` }, body);
    const noOperation: Work = () => call('GET', '/api/no-operation/');
    const catalogQuery: Work = () =>
      call(
        'GET',
        '/api/catalog/entities/by-query?limit=50&filter=kind=component',
      );
    const compare = async (
      operation: string,
      measured: Work,
      what: string,
      against: Work,
    ) => {
      const result = await measureBesideEachOther(
        { measured, against },
        { lanes, seconds },
      );
      report({
        part: 'over HTTP',
        operation,
        database,
        records,
        concurrency: lanes,
        as,
        measured: result.measured,
        against: { what, measured: result.against },
        notes: { permissionRoundTrips: await roundTripsOf(measured, call) },
      });
    };

    let index = records;
    await compare(
      'create',
      () => call('POST', '/api/fitsm/records', newRecord((index += 1))),
      'no-op route',
      noOperation,
    );
    await compare(
      'transition',
      moving(inWork.slice(firstTaker), call),
      'no-op route',
      noOperation,
    );
    await compare(
      'open a record',
      async () => {
        const path = `/api/fitsm/records/${nextId()}`;
        // One of a hundred is restricted: it is not there for people.
        await call('GET', path).catch(error => {
          if (as === 'service' || error.status !== 404) throw error;
        });
      },
      'no-op route',
      noOperation,
    );
    for (const { name, query, place } of lists) {
      const params = new URLSearchParams([
        ...Object.entries(query).flatMap(([key, values]) =>
          values.map(value => [key, value]),
        ),
        ...(place.cursor ? [['cursor', place.cursor]] : []),
      ]);
      await compare(
        name,
        () => call('GET', `/api/fitsm/records?${params}`),
        'catalog query',
        catalogQuery,
      );
    }
  }

  /** How often one request asks the permission backend, known groups aside. */
  async function roundTripsOf(
    work: Work,
    call: (method: string, path: string) => Promise<any>,
  ): Promise<number> {
    const before = await call('GET', '/api/no-operation/');
    await work(0);
    const after = await call('GET', '/api/no-operation/');
    return after.permissionRequests - before.permissionRequests;
  }

  function send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: object,
    // Answers are of several APIs, and are read no further than where used.
  ): Promise<any> {
    return new Promise((done, failed) => {
      const sent = request(
        `${baseUrl}${path}`,
        {
          agent,
          method,
          headers: {
            ...headers,
            ...(body && { 'Content-Type': 'application/json' }),
          },
        },
        response => {
          const chunks: Buffer[] = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('error', failed);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            if (response.statusCode! < 300) {
              done(JSON.parse(text));
            } else {
              const error = new Error(
                `${method} ${path}: ${response.statusCode} ${text.slice(
                  0,
                  500,
                )}`,
              );
              failed(Object.assign(error, { status: response.statusCode }));
            }
          });
        },
      );
      sent.on('error', failed);
      sent.end(body && JSON.stringify(body));
    });
  }
});

/** Each lane moves records of its own there and back. */
function moving(
  work: Seen[][],
  call: (method: string, path: string, body: object) => Promise<Seen>,
): Work {
  const turns: number[] = [];
  return async lane => {
    const mine = work[lane];
    turns[lane] = (turns[lane] ?? -1) + 1;
    const at = turns[lane] % mine.length;
    const { id, revision, state } = mine[at];
    const { transition, ...move } = moves[state];
    mine[at] = await call(
      'POST',
      `/api/fitsm/records/${id}/transitions/${transition}`,
      { revision, ...move },
    );
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(done => {
    server.close(done);
  });
  return port;
}

function startBackend(configFile: string) {
  const child = spawn(
    process.execPath,
    [
      ...process.execArgv,
      join(__dirname, 'backend.ts'),
      '--config',
      configFile,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', text => {
      output = (output + text).slice(-8_000);
    });
  }
  const ended = new Promise<void>(done => {
    child.once('close', () => done());
  });
  process.once('exit', () => child.kill('SIGKILL'));
  return {
    /** Waits until a check does not fail any more. */
    async ready(check: () => Promise<void>) {
      const deadline = Date.now() + READY_SECONDS * 1_000;
      for (;;) {
        try {
          await check();
          return;
        } catch (error) {
          if (child.exitCode !== null || Date.now() > deadline) {
            throw new Error(`The backend did not start (${error}):\n${output}`);
          }
        }
        await new Promise(done => {
          setTimeout(done, 250);
        });
      }
    },
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(timer);
    },
  };
}
