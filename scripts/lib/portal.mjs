import { spawn } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { StepError, showProgress } from './console.mjs';
import { hashOf } from './hash.mjs';
import { environmentFor } from './node.mjs';
import { yarnScript } from './packages.mjs';
import { cureFor, root, runQuietly } from './run.mjs';

const configs = ['app-config.yaml', 'app-config.portal.yaml'];
const bundle = join(root, 'packages/app/dist');
const stamp = join(bundle, '.sources');

function sourcesHash() {
  const plugins = readdirSync(join(root, 'plugins')).flatMap(name => [
    `plugins/${name}/src`,
    `plugins/${name}/package.json`,
    `plugins/${name}/config.d.ts`,
  ]);
  return hashOf([
    'packages/app',
    ...plugins,
    ...configs,
    'backstage.json',
    'yarn.lock',
  ]);
}

/** Notes that the bundle is that of the present sources. */
export function stampFrontend() {
  if (existsSync(join(bundle, 'index.html'))) {
    writeFileSync(stamp, sourcesHash());
  }
}

/** Builds the frontend's bundle when its sources changed. */
export async function buildFrontend(node) {
  const wanted = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  await runQuietly(
    'Building the frontend (about a minute)',
    node,
    [
      yarnScript(),
      'workspace',
      'app',
      'build',
      ...configs.flatMap(name => ['--config', `../../${name}`]),
    ],
    { env: environmentFor(node) },
  );
  writeFileSync(stamp, wanted);
}

/** Fails when something listens on the port; port 0 finds a free one. */
export async function claimPort(port) {
  const server = createServer();
  try {
    return await new Promise((done, failed) => {
      server.once('error', failed);
      server.listen({ port, host: '127.0.0.1' }, () =>
        done(server.address().port),
      );
    });
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      throw new StepError(
        `Port ${port} is in use by another program.`,
        `Stop that program (lsof -i :${port} names it), or take another port: PORT=${
          port + 1
        } npm start`,
      );
    }
    throw new StepError(
      `Port ${port} cannot be used: ${error.message}.`,
      'Take another port above 1024: PORT=7008 npm start',
    );
  } finally {
    server.close();
  }
}

async function answer(url, init) {
  try {
    const response = await fetch(url, {
      ...init,
      signal: AbortSignal.timeout(5_000),
    });
    return { ok: response.ok, text: await response.text() };
  } catch {
    return { ok: false, text: '' };
  }
}

/**
 * Ready means: healthy, the page is served, and everyone whom the sign-in page
 * offers can sign in, which needs the example organisation in the catalog.
 */
async function isReady(url) {
  if (!(await answer(`${url}/.backstage/health/v1/readiness`)).ok) {
    return 'starting';
  }
  const page = await answer(`${url}/`);
  const json = page.text.match(
    /<script[^>]*type="backstage\.io\/config"[^>]*>([\s\S]*?)<\/script>/,
  )?.[1];
  if (!page.ok || !json) {
    return 'waiting for the page';
  }
  const people = JSON.parse(json)
    .map(part => part.data?.app?.demo?.people)
    .filter(Boolean)
    .pop();
  for (const { userEntityRef } of people ?? []) {
    const { ok } = await answer(`${url}/api/auth/demo/refresh`, {
      headers: {
        'x-demo-user': userEntityRef,
        'x-requested-with': 'XMLHttpRequest',
      },
    });
    if (!ok) {
      return `loading the example organisation (${userEntityRef})`;
    }
  }
  return undefined;
}

/**
 * Fills a portal that has no records yet with a year of the example
 * organisation, unless FITSM_EXAMPLE_YEAR is `none`.
 */
export async function loadExampleYear(node, dataDirectory) {
  const wanted = process.env.FITSM_EXAMPLE_YEAR;
  if (wanted && wanted !== 'none') {
    throw new StepError(
      `FITSM_EXAMPLE_YEAR is '${wanted}', which means nothing.`,
      "Set it to 'none' to begin without records, or leave it out.",
    );
  }
  if (wanted || existsSync(join(dataDirectory, 'fitsm.sqlite'))) {
    return;
  }
  await runQuietly(
    'The year of Skerry Lines',
    node,
    [join(root, 'packages/example-year/bin/year'), '--database', dataDirectory],
    { env: environmentFor(node) },
  );
}

/**
 * Starts the backend, which serves the built frontend too, and waits until it
 * is ready. `exited` resolves with the exit code.
 */
export async function startPortal({
  node,
  port,
  dataDirectory,
  logFile,
  environment = {},
  timeoutSeconds = 180,
}) {
  await claimPort(port);
  mkdirSync(dataDirectory, { recursive: true });
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const url = `http://localhost:${port}`;
  const progress = showProgress('Starting the portal');
  const child = spawn(
    node,
    [
      '--enable-source-maps',
      '--require',
      join(root, 'node_modules/@backstage/cli-node/config/nodeTransform.cjs'),
      'src/index.ts',
      ...configs.flatMap(name => ['--config', `../../${name}`]),
    ],
    {
      cwd: join(root, 'packages/backend'),
      env: environmentFor(node, {
        NODE_ENV: 'development',
        PORT: String(port),
        FITSM_DATA_DIRECTORY: dataDirectory,
        ...environment,
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const tail = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', text => {
      log.write(text);
      tail.push(text);
      while (tail.length > 200) tail.shift();
    });
  }
  let ended;
  const exited = new Promise(done => {
    child.on('error', error => done(error.message));
    child.on('close', (code, signal) => done(signal ?? code));
  }).then(reason => {
    ended = reason;
    log.end();
    return reason;
  });
  const lastLines = () => tail.join('').split('\n').slice(-30).join('\n');

  const stop = async () => {
    if (ended !== undefined) {
      return;
    }
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await exited;
    clearTimeout(timer);
  };

  const deadline = Date.now() + timeoutSeconds * 1000;
  for (;;) {
    const missing = await isReady(url);
    if (!missing) {
      break;
    }
    progress.hear(missing);
    if (ended !== undefined || Date.now() > deadline) {
      const reason =
        ended === undefined
          ? `not ready after ${timeoutSeconds} s (${missing})`
          : `the backend ended (${ended})`;
      await stop();
      progress.end(false);
      process.stderr.write(`${lastLines()}\n`);
      throw new StepError(
        `The portal did not start: ${reason}.`,
        cureFor(lastLines()) ??
          `Read the lines above (all of them: ${logFile}). If the data is at fault, move ${dataDirectory} away and start again.`,
      );
    }
    await new Promise(done => {
      setTimeout(done, 250);
    });
  }
  progress.end(true);
  return { url, pid: child.pid, stop, exited, lastLines };
}
