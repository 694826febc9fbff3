import { createBackendModule } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AnyRecordType,
  defineRecordType,
  field,
} from '@fitsm/plugin-fitsm-common';
import { fitsmExtensionPoint } from '@fitsm/plugin-fitsm-node';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { transpileModule } from 'typescript';
import { startFitsm } from './testing/startFitsm';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const page = readFileSync(
  resolve(__dirname, '../../../docs/adding-a-record-type.md'),
  'utf8',
);
const [definitionCode, moduleCode] = [
  ...page.matchAll(/```ts\n([\s\S]*?)```/g),
].map(([, code]) => code);

/** Runs a piece of the page, and answers what it exports. */
function run<T>(code: string, name: string, given: Record<string, unknown>): T {
  const { outputText } = transpileModule(
    code.replace('export const', 'const'),
    {
      compilerOptions: { target: 99 },
    },
  );
  // The page itself is what is tried: nothing else comes in here.
  // eslint-disable-next-line no-new-func
  return new Function(...Object.keys(given), `${outputText}; return ${name};`)(
    ...Object.values(given),
  );
}

it('a record type made as the page says can be created, moved and linked', async () => {
  const lesson = run<AnyRecordType>(definitionCode, 'lesson', {
    defineRecordType,
    field,
  });
  const knex = await databases.init('SQLITE_3');
  const fitsm = await startFitsm({
    knex,
    features: [
      run(moduleCode, 'lessonsModule', {
        createBackendModule,
        fitsmExtensionPoint,
        lesson,
      }),
    ],
  });
  try {
    const client = fitsm.as('ada');
    const types = await client.getRecordTypes();
    expect(
      types.recordTypes.map(type => [type.definition.name, type.canCreate]),
    ).toContainEqual(['lesson', true]);

    const incident = await client.createRecord('incident', { title: 'Slow' });
    await expect(
      client.createRecord('lesson', { title: 'A cache' }),
    ).rejects.toMatchObject({
      body: { error: { message: expect.stringContaining('fields.benefit') } },
    });
    const made = await client.createRecord('lesson', {
      title: 'A cache',
      fields: { benefit: 'Speed', concerns: ['component:default/engine'] },
    });
    expect(made).toMatchObject({
      id: 'LSN-1',
      state: 'suggested',
      owner: 'group:default/engine-team',
      fields: { effort: 'small', suggestedBy: 'user:default/ada' },
    });
    await client.linkRecords(made.id, { relation: 'follows', to: incident.id });
    const decided = await client.transitionRecord(made.id, {
      transition: 'decide',
      revision: made.revision,
      fields: { wantedBy: '2027-01-01T00:00:00Z' },
    });
    expect(decided).toMatchObject({ state: 'decided' });
    expect((await client.getRecord(incident.id)).links).toMatchObject([
      { relation: 'lessons', record: { id: made.id } },
    ]);
  } finally {
    await fitsm.stop();
  }
});
