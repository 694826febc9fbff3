import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { giveUp, say, StepError } from '../scripts/lib/console.mjs';
import { environmentFor, rightNode } from '../scripts/lib/node.mjs';
import { root } from '../scripts/lib/run.mjs';
import { startPostgres } from '../scripts/postgres.mjs';
import { heading, lineOf, tablesOf } from './tables.mjs';

const transform = join(
  root,
  'node_modules/@backstage/cli-node/config/nodeTransform.cjs',
);
const parts = ['importing', 'inProcess', 'overviews', 'overHttp'];

function readOptions() {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: '10000,100000,1000000' },
      databases: { type: 'string', default: 'sqlite,postgres' },
      concurrency: { type: 'string', default: '1,8,32' },
      seconds: { type: 'string', default: '2' },
      parts: { type: 'string', default: parts.join(',') },
      output: {
        type: 'string',
        default: join(root, '.cache/bench/results.json'),
      },
    },
  });
  const numbers = name =>
    values[name].split(',').map(text => {
      const number = Number(text);
      if (!(number > 0)) {
        throw new StepError(
          `--${name}: '${text}' is no number above 0.`,
          `Give numbers with commas between them, as in bench/README.md.`,
        );
      }
      return number;
    });
  const names = (name, known) =>
    values[name].split(',').map(text => {
      if (!known.includes(text)) {
        throw new StepError(
          `--${name}: '${text}' is unknown.`,
          `Use ${known.join(', ')}.`,
        );
      }
      return text;
    });
  return {
    // The database grows from one number to the next.
    records: numbers('records').sort((a, b) => a - b),
    databases: names('databases', ['sqlite', 'postgres']),
    concurrency: numbers('concurrency'),
    seconds: numbers('seconds')[0],
    parts: names('parts', parts),
    output: values.output,
  };
}

/** Runs one part to its end; each has a process of its own, and its memory. */
async function runPart(node, part, task, onResult) {
  const child = spawn(
    node,
    [
      '--require',
      transform,
      join(root, 'bench/src', `${part}.ts`),
      JSON.stringify(task),
    ],
    {
      cwd: root,
      env: environmentFor(node, { NODE_ENV: 'production' }),
      // The last one brings the results.
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    },
  );
  const killOnExit = () => child.kill('SIGTERM');
  process.on('exit', killOnExit);
  createInterface({ input: child.stdio[3] }).on('line', line =>
    onResult(JSON.parse(line)),
  );
  const code = await new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  process.off('exit', killOnExit);
  if (code !== 0) {
    throw new StepError(
      `bench/src/${part}.ts ended with exit code ${code}.`,
      'Read the error above.',
    );
  }
}

function connectionOf({ host, port, user, password }) {
  return { host, port, user, password };
}

async function bench() {
  const options = readOptions();
  const node = await rightNode();
  const directory = mkdtempSync(join(tmpdir(), 'fitsm-bench-'));
  const results = [];
  const servers = [];
  const end = async () => {
    for (const server of servers) await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  const onSignal = () => end().then(() => process.exit(130));
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  try {
    for (const database of options.databases) {
      const postgres =
        database === 'postgres' ? await startPostgres() : undefined;
      if (postgres) servers.push(postgres);
      for (const records of options.records) {
        for (const part of options.parts) {
          say(`\n${heading({ part, database, records })}`);
          const task = {
            directory,
            postgres: postgres && connectionOf(postgres),
            database,
            records,
            concurrency: options.concurrency,
            seconds: options.seconds,
          };
          await runPart(node, part, task, result => {
            results.push(result);
            say(lineOf(result));
          });
        }
      }
    }
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
    await end();
    // What was measured before a failure took its time, too.
    if (results.length) keep(results, options);
  }
}

function keep(results, { output, seconds }) {
  const run = {
    at: new Date().toISOString(),
    machine: {
      processors: `${cpus().length} x ${cpus()[0]?.model.trim()}`,
      memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
    },
    seconds,
    results,
  };
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, `${JSON.stringify(run, null, 2)}\n`);
  say(`\n${tablesOf(results)}\n\nAll numbers: ${output}`);
}

bench().catch(giveUp);
