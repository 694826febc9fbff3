import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './run.mjs';

const skipped = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  'e2e-tests',
]);

function* filesBelow(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) {
    yield path;
  } else if (stat?.isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      if (!skipped.has(name)) {
        yield* filesBelow(join(path, name));
      }
    }
  }
}

/** One hash over the names and contents of files and folders (from the root). */
export function hashOf(paths, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const path of paths) {
    for (const file of filesBelow(join(root, path))) {
      hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}
