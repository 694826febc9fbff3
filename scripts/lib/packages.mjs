import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './hash.mjs';
import { environmentFor, npmConfig } from './node.mjs';
import { requireDiskSpace, root, runQuietly } from './run.mjs';

const stamp = join(root, 'node_modules/.fitsm-install');

/** The Yarn that is checked in. */
export function yarnScript() {
  const releases = join(root, '.yarn/releases');
  const [release] = readdirSync(releases).filter(name => /^yarn-/.test(name));
  return join(releases, release);
}

/** Yarn does not read npm's settings: hand on what reaches the registry. */
function registrySettings() {
  const settings = {};
  const set = (key, value) => {
    if (value && process.env[key] === undefined) {
      settings[key] = value;
    }
  };
  const registry = npmConfig('registry');
  if (registry) {
    set('YARN_NPM_REGISTRY_SERVER', registry.replace(/\/$/, ''));
    if (registry.startsWith('http:')) {
      set('YARN_UNSAFE_HTTP_WHITELIST', new URL(registry).hostname);
    }
  }
  set('YARN_HTTP_PROXY', npmConfig('proxy'));
  set('YARN_HTTPS_PROXY', npmConfig('https-proxy'));
  set('YARN_HTTPS_CA_FILE_PATH', npmConfig('cafile'));
  return settings;
}

/** Installs all packages, unless they are those of the lock file already. */
export async function installPackages(node) {
  const wanted = hashOf(['yarn.lock']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  requireDiskSpace(existsSync(stamp) ? 1 : 4);
  await runQuietly(
    'Installing packages (about two minutes the first time)',
    node,
    [yarnScript(), 'install', '--immutable'],
    { env: environmentFor(node, { CI: '1', ...registrySettings() }) },
  );
  writeFileSync(stamp, wanted);
}
