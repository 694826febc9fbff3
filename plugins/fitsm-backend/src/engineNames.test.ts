import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ProcessCode, recordTypes } from '@fitsm/plugin-fitsm-common';
import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

const plugins = resolvePackagePath('@fitsm/plugin-fitsm-backend', '..');
const engine = /^[^/]+\/src\/(engine|records|history|notices|jobs|catalog)\//;

const sources = readdirSync(plugins, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => relative(plugins, resolve(entry.parentPath, entry.name)))
  .filter(path => engine.test(path) && /(?<!\.test)\.tsx?$/.test(path));

const codes: Record<ProcessCode, true> = {
  sms: true,
  spm: true,
  slm: true,
  srm: true,
  sacm: true,
  capm: true,
  ism: true,
  crm: true,
  suppm: true,
  isrm: true,
  pm: true,
  confm: true,
  chm: true,
  rdm: true,
  csi: true,
};

/** Types whose names are words that any code uses; imports tell them apart. */
const ordinary = new Set([
  'audit',
  'change',
  'document',
  'party',
  'problem',
  'release',
  'report',
  'request',
  'service',
]);

const names = new Set(
  [...recordTypes.map(({ name }) => name), ...Object.keys(codes)].filter(
    name => !ordinary.has(name),
  ),
);

/** Names of types and processes in code; comments may give examples. */
function namesIn(source: string): string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    // The lists of all names there are, by which the compiler checks the rest.
    .replace(/interface RecordTypeNames \{[^}]*\}/, '')
    .replace(/type ProcessCode =[^;]*;/, '');
  const words = code.match(/[A-Za-z_$][\w$]*/g) ?? [];
  return [...new Set(words.filter(word => names.has(word)))];
}

it('the engine is looked at', () => {
  for (const [plugin, folder] of [
    ['fitsm-common', 'engine'],
    ['fitsm-common', 'records'],
    ['fitsm-backend', 'records'],
    ['fitsm-backend', 'history'],
    ['fitsm-backend', 'notices'],
    ['fitsm-backend', 'jobs'],
    ['fitsm-backend', 'catalog'],
  ]) {
    expect(sources).toContainEqual(
      expect.stringMatching(`^${plugin}/src/${folder}/`),
    );
  }
});

it.each(sources)('%s names no record type and no process', path => {
  expect(namesIn(readFileSync(resolve(plugins, path), 'utf8'))).toEqual([]);
});

it.each([
  ["if (record.type === 'incident') escalate();", ['incident']],
  ['return incident.fields;', ['incident']],
  ['processes.get(`isrm`)', ['isrm']],
  ['// An incident, for example', []],
  ['/** `incident`\n * of isrm */ const incidentally = 1;', []],
])('of %j it would be found: %j', (source, found) => {
  expect(namesIn(source)).toEqual(found);
});
