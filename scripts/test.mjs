import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { giveUp, say } from './lib/console.mjs';
import { environmentFor, rightNode } from './lib/node.mjs';
import { installPackages, yarnScript } from './lib/packages.mjs';
import {
  claimPort,
  loadExampleYear,
  stampFrontend,
  startPortal,
} from './lib/portal.mjs';
import { jestCounts, playwrightCounts } from './lib/reports.mjs';
import { calledByYarn, root, runHere } from './lib/run.mjs';
import { startPostgres } from './postgres.mjs';

/** `yarn test`: Jest over the packages, as in every Backstage repository. */
async function testAsBackstage() {
  const node = await rightNode();
  process.exitCode = await runHere(
    node,
    [yarnScript(), 'backstage-cli', 'repo', 'test', ...process.argv.slice(2)],
    { env: environmentFor(node) },
  );
}

const total = { passed: 0, failed: 0 };
const summary = [];

/** Runs one step; what it throws is one failure, and the next step goes on. */
async function step(title, work) {
  const started = Date.now();
  say(`\n── ${title}`);
  let counts;
  try {
    counts = await work();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    if (error.cure) {
      process.stderr.write(`What to do: ${error.cure}\n`);
    }
    counts = { passed: 0, failed: 1 };
  }
  total.passed += counts?.passed ?? 0;
  total.failed += counts?.failed ?? 0;
  const ok = !counts?.failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const tests = counts
    ? `  ${counts.passed} passed, ${counts.failed} failed`
    : '';
  summary.push(`${ok ? '✓' : '✗'} ${title.padEnd(32)} ${seconds} s${tests}`);
  say(summary[summary.length - 1]);
  return ok;
}

async function expectSuccess(...command) {
  const code = await runHere(...command);
  if (code !== 0) {
    throw new Error(`The step ended with exit code ${code}.`);
  }
}

/** The counts of a report; an exit code that they do not explain is a failure. */
function judge(code, counts, runner) {
  if (!counts) {
    throw new Error(`${runner} wrote no report (exit code ${code}).`);
  }
  if (counts.passed + counts.failed === 0) {
    throw new Error(`${runner} found no test to run.`);
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function jest(node, reports) {
  const given =
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
  const postgres = given ? undefined : await startPostgres();
  try {
    const report = join(reports, 'jest.json');
    const code = await runHere(
      node,
      [
        yarnScript(),
        'backstage-cli',
        'repo',
        'test',
        '--maxWorkers=2',
        '--watchAll=false',
        '--json',
        `--outputFile=${report}`,
      ],
      {
        env: environmentFor(node, {
          CI: 'true',
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
            given ?? postgres.connectionString,
        }),
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    return judge(code, jestCounts(report), 'Jest');
  } finally {
    await postgres?.stop();
  }
}

async function browserTests(node, reports) {
  const chromium = await findChromium();
  const dataDirectory = join(reports, 'data');
  await loadExampleYear(node, dataDirectory);
  const portal = await startPortal({
    node,
    port: await claimPort(0),
    dataDirectory,
    logFile: join(root, '.cache/logs/portal-for-tests.log'),
  });
  try {
    const report = join(reports, 'playwright.json');
    const code = await runHere(node, [yarnScript(), 'playwright', 'test'], {
      env: environmentFor(node, {
        CI: 'true',
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_URL: portal.url,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      }),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return judge(code, playwrightCounts(report), 'Playwright');
  } finally {
    await portal.stop();
  }
}

/** `npm test`: everything, from nothing. */
async function test() {
  const reports = mkdtempSync(join(tmpdir(), 'fitsm-test-'));
  let node;
  const prepared = await step('packages', async () => {
    node = await rightNode();
    await installPackages(node);
  });
  if (prepared) {
    const env = environmentFor(node, { CI: 'true' });
    const stdio = ['ignore', 'inherit', 'inherit'];
    const yarn = (...args) =>
      expectSuccess(node, [yarnScript(), ...args], { env, stdio });
    await step('types', () => yarn('tsc'));
    await step('lint', () => yarn('lint:all'));
    await step('formatting', () => yarn('prettier:check'));
    await step('jest', () => jest(node, reports));
    const built = await step('build', async () => {
      await yarn('build:all');
      stampFrontend();
    });
    if (built) {
      await step('browser', () => browserTests(node, reports));
    } else {
      await step('browser', () => {
        throw new Error('Not run, because the build failed.');
      });
    }
  }
  rmSync(reports, { recursive: true, force: true });
  say(`\n${summary.join('\n')}`);
  if (total.passed + total.failed === 0) {
    total.failed = 1;
  }
  process.exitCode = total.failed === 0 ? 0 : 1;
  say(`\n${total.passed} passed, ${total.failed} failed`);
}

(calledByYarn ? testAsBackstage() : test()).catch(giveUp);
