import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, toError } from '@backstage/errors';
import { DateTime } from 'luxon';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { liveYear, YearResult } from './liveYear';
import { Organisation } from './Organisation';
import { DatabaseConfig } from './server';
import { stories } from './stories';

const root = resolvePackagePath('@fitsm/example-year', '../..');
/** The file in which Backstage keeps what the plugin has on SQLite. */
const SQLITE_FILE = 'fitsm.sqlite';
const REFUSALS_SHOWN = 50;

const usage = `Usage: year --database DIRECTORY | --connection URL [options]

Lives a year of the example organisation into a database without records.

  --database DIRECTORY  of the portal's SQLite files, .data for example
  --connection URL      of PostgreSQL, postgres://user:password@host:5432
  --seed NUMBER         another seed, another year (7)
  --scale NUMBER        10 or 100 times as many incidents, for benchmarks (1)
  --until INSTANT       when the year ends (now); ids and history are the same
                        for the same seed, scale and end
  --days NUMBER         how long it is (365)
  --stories CODES       only these, as in isrm,pm
`;

const options = {
  database: { type: 'string' },
  connection: { type: 'string' },
  seed: { type: 'string', default: '7' },
  scale: { type: 'string', default: '1' },
  until: { type: 'string' },
  days: { type: 'string', default: '365' },
  stories: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs the command and answers with its exit code. */
export async function main(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) {
      process.stdout.write(usage);
      return 0;
    }
    const started = performance.now();
    const result = await intoDatabase(values, database =>
      liveYear({
        organisation: Organisation.read(root),
        database,
        stories: chosenStories(values.stories),
        seed: numberFrom('seed', values.seed),
        scale: numberFrom('scale', values.scale),
        days: numberFrom('days', values.days),
        until: untilFrom(values.until),
        onDay: (day, days) => {
          if (day % 10 === 0) {
            process.stdout.write(`day ${day} of ${days}\n`);
          }
        },
      }),
    );
    report(result, (performance.now() - started) / 1000);
    return 0;
  } catch (error) {
    const { name, message } = toError(error);
    const isMistyped = name === 'InputError' || name === 'TypeError';
    process.stderr.write(`${message}\n${isMistyped ? `\n${usage}` : ''}`);
    return 2;
  }
}

/** On SQLite, what was broken off leaves nothing. */
async function intoDatabase(
  { database, connection }: { database?: string; connection?: string },
  load: (database: DatabaseConfig) => Promise<YearResult>,
): Promise<YearResult> {
  if (connection && !database) {
    return load({ client: 'pg', connection });
  }
  if (!database || connection) {
    throw new InputError('Give one of --database and --connection');
  }
  const directory = resolve(database);
  const file = join(directory, SQLITE_FILE);
  if (existsSync(file)) {
    throw new ConflictError(
      `--database: ${file} is there already; name a directory without it, or move it away`,
    );
  }
  mkdirSync(directory, { recursive: true });
  const temporary = mkdtempSync(join(directory, '.year-'));
  const clean = () => rmSync(temporary, { recursive: true, force: true });
  // When it is told to stop, the backend ends the process.
  process.once('exit', clean);
  try {
    const result = await load({
      client: 'better-sqlite3',
      connection: { directory: temporary },
    });
    renameSync(join(temporary, SQLITE_FILE), file);
    return result;
  } finally {
    process.off('exit', clean);
    clean();
  }
}

function chosenStories(codes: string | undefined) {
  return Object.fromEntries(
    (codes?.split(',') ?? Object.keys(stories)).map(code => {
      if (!Object.hasOwn(stories, code)) {
        throw new InputError(
          `--stories: '${code}' is no story; choose from ${Object.keys(
            stories,
          ).join(', ')}`,
        );
      }
      return [code, stories[code]];
    }),
  );
}

function numberFrom(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) {
    throw new InputError(`--${name}: '${text}' is no number above 0`);
  }
  return number;
}

function untilFrom(text: string | undefined): DateTime {
  const until = text === undefined ? DateTime.now() : DateTime.fromISO(text);
  if (!until.isValid) {
    throw new InputError(
      `--until: '${text}' is no instant; write 2026-06-30T18:00:00Z`,
    );
  }
  return until;
}

function report(
  { counts, missing, requests, refusals }: YearResult,
  seconds: number,
) {
  const lines = Object.entries(counts).map(
    ([type, count]) => `${String(count).padStart(6)}  ${type}`,
  );
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  process.stdout.write(
    `${lines.join('\n')}\n${String(total).padStart(
      6,
    )}  records, ${requests} requests, ${seconds.toFixed(1)} s\n`,
  );
  if (missing.length) {
    process.stdout.write(`Nothing shows that ${missing.join(', ')} are met\n`);
  }
  if (refusals.length) {
    process.stderr.write(
      `${
        refusals.length
      } requests were refused, and what hung on them did not happen:\n${refusals
        .slice(0, REFUSALS_SHOWN)
        .map(({ story, at, message }) => `  ${story} ${at} ${message}`)
        .join('\n')}\n`,
    );
  }
}
