import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { StepError } from './console.mjs';
import { root, runQuietly } from './run.mjs';

const supported = [22, 24];
const wanted = 24;

function works(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return supported.some(major => stdout?.startsWith(`v${major}.`));
}

function npmCommand() {
  const script = process.env.npm_execpath;
  // Yarn sets the same variable to itself.
  if (script && /npm-cli\.c?js$/.test(script)) {
    return [process.execPath, [script]];
  }
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

/** What npm answers to a question about its configuration, or undefined. */
export function npmConfig(key) {
  const [command, args] = npmCommand();
  const { stdout, status } = spawnSync(
    command,
    [...args, 'config', 'get', key],
    { encoding: 'utf8', cwd: root, shell: command.endsWith('.cmd') },
  );
  const value = stdout?.trim();
  return status === 0 && value && !['null', 'undefined'].includes(value)
    ? value
    : undefined;
}

/**
 * The Node that Backstage wants: the running one where it fits, else one from
 * the npm registry, kept in `.cache/node`.
 */
export async function rightNode() {
  if (supported.includes(Number(process.versions.node.split('.')[0]))) {
    return process.execPath;
  }
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const home = join(root, '.cache/node');
  const node = join(
    home,
    'node_modules',
    name,
    'bin',
    platform === 'win' ? 'node.exe' : 'node',
  );
  if (existsSync(node) && works(node)) {
    return node;
  }
  mkdirSync(home, { recursive: true });
  const [command, args] = npmCommand();
  await runQuietly(
    `Bringing Node ${wanted} (this is ${process.version})`,
    command,
    [
      ...args,
      'install',
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefix',
      home,
      `${name}@${wanted}`,
    ],
    { cwd: home, shell: command.endsWith('.cmd') },
  );
  if (!works(node)) {
    throw new StepError(
      `The package ${name} does not hold a Node that runs here.`,
      `Install Node ${wanted} by hand and run the command with it.`,
    );
  }
  return node;
}

/** The environment in which scripts with `#!/usr/bin/env node` get that Node. */
export function environmentFor(node, extra = {}) {
  return {
    ...process.env,
    PATH: [dirname(node), process.env.PATH].filter(Boolean).join(delimiter),
    ...extra,
  };
}
