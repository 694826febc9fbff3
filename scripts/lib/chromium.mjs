import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { StepError } from './console.mjs';
import { runQuietly } from './run.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [
    ...folders.flatMap(folder => names.map(name => join(folder, name))),
    ...elsewhere,
  ].find(path => existsSync(path));
}

/** A Chromium for the browser tests: the machine's, else Debian's. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) {
      throw new StepError(
        `CHROMIUM_PATH names ${named}, which does not exist.`,
        'Let it name the program of a Chromium or a Chrome.',
      );
    }
    return named;
  }
  const found = installed();
  if (found) {
    return found;
  }
  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runQuietly('Updating the list of system packages', 'apt-get', [
      'update',
    ]);
    await runQuietly(
      'Installing Chromium',
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'chromium'],
      { env },
    );
    const fresh = installed();
    if (fresh) {
      return fresh;
    }
  }
  throw new StepError(
    'No Chromium was found for the browser tests.',
    'Install it (apt-get install chromium, brew install --cask chromium), or let CHROMIUM_PATH name the program of a Chromium or a Chrome.',
  );
}
