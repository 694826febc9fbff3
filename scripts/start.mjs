import { join, resolve } from 'node:path';
import { StepError, giveUp, say } from './lib/console.mjs';
import { environmentFor, rightNode } from './lib/node.mjs';
import { installPackages, yarnScript } from './lib/packages.mjs';
import {
  buildFrontend,
  claimPort,
  loadExampleYear,
  startPortal,
} from './lib/portal.mjs';
import { calledByYarn, root, runHere } from './lib/run.mjs';

/** `yarn start`: the development servers, as in every Backstage repository. */
async function startDevelopment() {
  const node = await rightNode();
  process.exitCode = await runHere(
    node,
    [yarnScript(), 'backstage-cli', 'repo', 'start', ...process.argv.slice(2)],
    { env: environmentFor(node) },
  );
}

function wantedPort() {
  const port = Number(process.env.PORT || 7007);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StepError(
      `PORT is '${process.env.PORT}', which is no port.`,
      'Give a number from 1 to 65535, as in PORT=7008 npm start',
    );
  }
  return port;
}

/** `npm start`: everything from nothing, and one address to open. */
async function start() {
  const port = wantedPort();
  await claimPort(port);
  const node = await rightNode();
  await installPackages(node);
  await buildFrontend(node);
  const dataDirectory = process.env.FITSM_DATA_DIRECTORY
    ? resolve(process.env.FITSM_DATA_DIRECTORY)
    : join(root, '.data');
  await loadExampleYear(node, dataDirectory);

  let portal;
  let stopping = false;
  const stop = async () => {
    if (stopping) {
      return;
    }
    stopping = true;
    await portal?.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  const logFile = join(root, '.cache/logs/portal.log');
  portal = await startPortal({ node, port, dataDirectory, logFile });
  say(`The portal is ready: ${portal.url}`);

  const reason = await portal.exited;
  if (!stopping) {
    process.stderr.write(`${portal.lastLines()}\n`);
    throw new StepError(
      `The backend ended by itself (${reason}).`,
      `Read the lines above; the whole log is ${logFile}. Start it again with npm start: the data is kept.`,
    );
  }
}

(calledByYarn ? startDevelopment() : start()).catch(giveUp);
