import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './lib/run.mjs';

/** `yarn docs:coverage`: writes docs/fitsm-coverage.md from the definitions. */

const require = createRequire(import.meta.url);
require('@backstage/cli-node/config/nodeTransform.cjs');
const {
  coverageMarkdown,
  fitsm2v22,
  organisational,
  recordTypes,
} = require(join(root, 'plugins/fitsm-common/src/index.ts'));

writeFileSync(
  join(root, 'docs/fitsm-coverage.md'),
  coverageMarkdown(fitsm2v22, recordTypes, organisational),
);
