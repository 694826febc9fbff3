import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ChildProcess, fork, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, IncomingMessage } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const READY_MS = 40_000;
const EVERY_MS = 50;
const LINES = 50;

const packageHome = resolvePackagePath('@fitsm/plugin-fitsm-backend');
const here = join(packageHome, 'src/testing');

export interface Connection {
  host: string;
  port: number;
  user: string;
  password: string;
}

/** Waits until a condition holds. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  milliseconds = READY_MS,
): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline) {
      throw new Error(`${what}: not after ${milliseconds / 1000} s`);
    }
    await pause();
  }
}

/** What a client waits before it tries again. */
export function pause(): Promise<void> {
  return new Promise(done => {
    setTimeout(done, EVERY_MS);
  });
}

/** A PostgreSQL that can be killed and brought back. */
export async function startKillablePostgres() {
  const script = join(packageHome, '../../scripts/postgres.mjs');
  const child = fork(
    join(here, 'faultsPostgres.mjs'),
    [pathToFileURL(script).href],
    { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const connection = (await answerOf(child)) as Connection;
  const say = (command: 'kill' | 'start' | 'stop') => {
    const answer = answerOf(child);
    child.send(command);
    return answer;
  };
  return {
    connection,
    kill: () => say('kill'),
    start: () => say('start'),
    stop: () => say('stop'),
  };
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((done, failed) => {
    child.once('message', done);
    child.once('error', failed);
    child.once('exit', code =>
      failed(new Error(`PostgreSQL's process ended with exit code ${code}`)),
    );
  });
}

/** Collects the notifications that backends send. */
export async function startNotificationSink() {
  const received: Array<{ payload: { scope: string } }> = [];
  const server = createServer(async (request, response) => {
    received.push(JSON.parse(await textOf(request)));
    response.end();
  });
  return {
    received,
    url: `http://127.0.0.1:${await listen(server)}`,
    stop: () =>
      new Promise(done => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/** A backend in a process of its own, on the database that all share. */
export async function startBackendProcess(options: {
  name: string;
  directory: string;
  connection: Connection;
  tokens: Record<string, string>;
  notificationsUrl: string;
}) {
  const { name, directory, connection, tokens, notificationsUrl } = options;
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const configFile = join(directory, `${name}.json`);
  writeFileSync(
    configFile,
    JSON.stringify({
      app: { baseUrl },
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port },
        database: { client: 'pg', connection },
        auth: {
          externalAccess: Object.entries(tokens).map(([subject, token]) => ({
            type: 'static',
            options: { subject, token },
          })),
        },
      },
      permission: { enabled: true },
    }),
  );
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      join(here, 'faultsBackend.ts'),
      '--config',
      configFile,
    ],
    {
      cwd: packageHome,
      env: {
        ...process.env,
        NODE_ENV: 'development',
        NOTIFICATIONS_URL: notificationsUrl,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', text => {
      printed.push(String(text));
      if (printed.length > LINES) printed.shift();
    });
  }
  const ended = new Promise(done => {
    child.once('close', done);
  });
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal);
    await ended;
  };
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  try {
    await until(`The backend ${name} is ready`, async () => {
      if (!isRunning()) throw new Error(`The backend ${name} ended`);
      const answer = await fetch(
        `${baseUrl}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      return Boolean(answer?.ok);
    });
  } catch (error) {
    await end('SIGKILL');
    throw new Error(`${error}\n${printed.join('')}`);
  }
  return {
    name,
    baseUrl,
    isRunning,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

export type BackendProcess = Awaited<ReturnType<typeof startBackendProcess>>;

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise(done => {
    server.listen(0, '127.0.0.1', () =>
      done((server.address() as AddressInfo).port),
    );
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise(done => {
    server.close(done);
  });
  return port;
}
