import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StepError, showProgress } from './console.mjs';

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** True when Yarn called the script: then it does what Backstage people expect. */
export const calledByYarn = (
  process.env.npm_config_user_agent ?? ''
).startsWith('yarn');

const cures = [
  [
    /ENOSPC|no space left/i,
    'The disk is full. Free at least 4 GB and run the command again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|RequestError|network/i,
    'The package registry could not be reached. Check the network, the proxy and the registry that npm is configured with, then run the command again: what is already there is kept.',
  ],
  [
    /EACCES|EPERM|permission denied/i,
    'A file may not be written. Check who owns the repository folder (a former run as root?).',
  ],
  [
    /heap out of memory|SIGKILL|Killed/i,
    'Memory ran out. Close other programs; the build needs about 3 GB.',
  ],
];

/** The advice that fits an output, or undefined. */
export function cureFor(output) {
  return cures.find(([pattern]) => pattern.test(output))?.[1];
}

/** Refuses to begin what the disk cannot hold. */
export function requireDiskSpace(gigabytes) {
  const { bavail, bsize } = statfsSync(root);
  const free = (bavail * bsize) / 1024 ** 3;
  if (free < gigabytes) {
    throw new StepError(
      `Only ${free.toFixed(
        1,
      )} GB are free where the repository lies; ${gigabytes} GB are needed.`,
      'Free some space, or clone the repository to a larger disk.',
    );
  }
}

/**
 * Runs a command to its end with its output in a log file, progress on the
 * terminal, and the end of the log there too when it fails.
 */
export async function runQuietly(title, command, args, options = {}) {
  const logFile = join(
    root,
    '.cache/logs',
    `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.log`,
  );
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const progress = showProgress(title);
  const tail = [];
  const child = spawn(command, args, {
    cwd: root,
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', text => {
      log.write(text);
      progress.hear(text);
      tail.push(text);
      while (tail.length > 400) tail.shift();
    });
  }
  const result = await new Promise(done => {
    child.on('error', error => done({ error }));
    child.on('close', (code, signal) => done({ code, signal }));
  });
  log.end();
  progress.end(result.code === 0);
  if (result.code !== 0) {
    const output = tail.join('');
    const reason =
      result.error?.message ??
      (result.signal ? `ended by ${result.signal}` : `exit ${result.code}`);
    process.stderr.write(`${output.split('\n').slice(-40).join('\n')}\n`);
    throw new StepError(
      `${title}: failed (${reason}).`,
      cureFor(`${output} ${reason}`) ??
        `Read the lines above; the whole output is in ${logFile}.`,
    );
  }
}

/** Runs a command on this terminal and returns its exit code. */
export async function runHere(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: root,
    ...options,
    stdio: options.stdio ?? 'inherit',
  });
  // The terminal sends the signal to the child as well: wait for it to end.
  const forward = signal => child.kill(signal);
  const ignore = () => {};
  process.on('SIGINT', ignore);
  process.on('SIGTERM', forward);
  try {
    return await new Promise((done, failed) => {
      child.on('error', failed);
      child.on('close', (code, signal) => done(code ?? (signal ? 130 : 1)));
    });
  } finally {
    process.off('SIGINT', ignore);
    process.off('SIGTERM', forward);
  }
}
