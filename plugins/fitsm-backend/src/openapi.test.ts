import SwaggerParser from '@apidevtools/swagger-parser';
import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  NewDelegation,
  NewRecord,
  recordTypes,
} from '@fitsm/plugin-fitsm-common';
import Ajv from 'ajv/dist/2020';
import { Attempt, attempts } from './testing/attempts';
import {
  openApi,
  Operation,
  operations,
  sampleActor,
  sampleRequests,
  sampleType,
  Schema,
  toFetch,
} from './testing/operations';
import { Random } from './testing/random';
import {
  actingAs,
  sampleEntities,
  samplePeople,
  sampleRecord,
  sampleRoles,
  sampleValues,
} from './testing/samples';
import { startFitsm } from './testing/startFitsm';

jest.setTimeout(120_000);

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(openApi, 'openapi');

/** What does not fit the description in an answer. */
function misfits(
  { path, method, responses }: Operation,
  { status, body }: { status: number; body: unknown },
): string[] {
  const known = String(status) in responses ? String(status) : 'default';
  const pointer = ['paths', path, method.toLowerCase(), 'responses', known]
    .map(part => part.replace(/~/g, '~0').replace(/\//g, '~1'))
    .map(encodeURIComponent)
    .join('/');
  if (!responses[known].content) {
    return body === '' ? [] : [`${status} has a body`];
  }
  if (known === 'default' && status < 400) {
    return [`${status} is not in the description`];
  }
  const schema =
    known === 'default'
      ? 'openapi#/components/responses/Error/content/application~1json/schema'
      : `openapi#/${pointer}/content/application~1json/schema`;
  const validate = ajv.getSchema(schema)!;
  return validate(body) ? [] : [ajv.errorsText(validate.errors)];
}

const shown = (value: unknown) =>
  (JSON.stringify(value) ?? 'undefined').slice(0, 80);

/** What is wrong with the answer to a bad request; its body may be anything. */
function problemsOf(
  { name, value }: Attempt,
  answer: Error | { status: number; body: any },
): string[] {
  if (answer instanceof Error) {
    return [String(answer)];
  }
  const { status, body } = answer;
  if (status >= 500) {
    return [`${status} ${shown(body)}`];
  }
  if (status === 400 && name && !body.error.message.includes(name)) {
    return [`${name} is not named: ${body.error.message}`];
  }
  if (status >= 400) {
    const isError = ajv.getSchema(
      'openapi#/components/responses/Error/content/application~1json/schema',
    )!;
    return isError(body) || status === 431 ? [] : [`no error: ${shown(body)}`];
  }
  const kept: unknown = { ...body, ...body?.fields }[name ?? ''];
  return typeof kept === 'string' &&
    !['string', 'undefined'].includes(typeof value)
    ? [`${name} became ${shown(kept)}`]
    : [];
}

it('the description is valid OpenAPI 3.1', async () => {
  expect(openApi.openapi).toBe('3.1.0');
  // It resolves in place what it is given.
  const copy = JSON.parse(JSON.stringify(openApi));
  await expect(SwaggerParser.validate(copy)).resolves.toBeDefined();
});

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('API-1 on %s', databaseId => {
  let fitsm: Awaited<ReturnType<typeof startFitsm>>;

  beforeAll(async () => {
    fitsm = await startFitsm({
      knex: await databases.init(databaseId),
      config: {
        roles: {
          ...sampleRoles,
          administrators: [`user:default/${sampleActor}`],
        },
      },
      morePeople: samplePeople(recordTypes),
      catalog: catalogServiceMock.factory({
        entities: sampleEntities(recordTypes),
      }),
      features: [actionsRegistryServiceFactory],
    });
  });
  afterAll(() => fitsm.stop());

  async function call(address: string, init: RequestInit = {}) {
    const response = await fetch(`${fitsm.baseUrl}${address}`, {
      ...init,
      // An answer that does not come is a failure, as a 5xx is.
      signal: AbortSignal.timeout(20_000),
      headers: {
        ...init.headers,
        Authorization: fitsm.authorizationOf(sampleActor),
      },
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    const { ok, status } = response;
    return { ok, status, body: isJson ? JSON.parse(text) : text };
  }

  const raise = () =>
    fitsm
      .as(sampleActor)
      .createRecord(sampleType.name, sampleRecord(sampleType) as NewRecord);

  /** A record that waits for the vote of the one who acts here. */
  async function raiseForVote() {
    const me = `user:default/${sampleActor}`;
    const [type, approval, field] = recordTypes.flatMap(definition =>
      Object.values(definition.approvals ?? {}).flatMap(one =>
        one.by
          .filter(party => definition.fields[party]?.kind === 'person')
          .filter(() => !one.when && !one.apartFrom)
          .map(party => [definition, one, party] as const),
      ),
    )[0];
    const [name, { by, needs = [] }] = Object.entries(
      type.lifecycle.transitions,
    ).find(
      ([, { from, to }]) =>
        to === approval.state && from.includes(type.lifecycle.initial),
    )!;
    const { fields, ...record } = sampleRecord(type);
    const { id, revision } = await fitsm
      .as(sampleActor)
      .createRecord(type.name, {
        ...record,
        fields: {
          ...fields,
          [field]: 'many' in type.fields[field] ? [me] : me,
        },
      } as NewRecord);
    await fitsm.as(actingAs(by[0])).transitionRecord(id, {
      transition: name,
      revision,
      fields: {
        ...sampleValues(
          type,
          needs.filter(need => need !== field),
        ),
      },
    });
    return id;
  }

  it('every answer of a road through all routes fits its schema', async () => {
    const raised = await raise();
    const other = await raise();
    const { id: delegation } = await fitsm
      .as(sampleActor)
      .createDelegation(
        sampleRequests.createDelegation(1, '').body as NewDelegation,
      );
    const idFor: Record<string, string> = {
      vote: await raiseForVote(),
      endDelegation: delegation,
    };
    const revision = async (id: string) =>
      (await fitsm.as(sampleActor).getRecord(id)).record.revision;
    const road = Object.keys(sampleRequests);
    expect(road.sort()).toEqual(
      operations.map(({ operationId }) => operationId).sort(),
    );
    // In the order of the samples: the deletion comes last.
    for (const [operationId, sample] of Object.entries(sampleRequests)) {
      const operation = operations.find(
        one => one.operationId === operationId,
      )!;
      const id = idFor[operationId] ?? raised.id;
      const request = sample(
        id === delegation ? 1 : await revision(id),
        other.id,
      );
      const answer = await call(...toFetch(operation, id, request));
      expect({ operationId, ...answer }).toMatchObject({
        operationId,
        ok: true,
        ...(answer.ok ? {} : { body: 'no error' }),
      });
      expect(misfits(operation, answer)).toEqual([]);
    }
  });

  it.each(['limit', 'priority'])(
    'no %s is larger than any number',
    async name => {
      expect(await call(`/records?${name}=1e309`)).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringContaining(name) } },
      });
    },
  );

  it('bad input never gets a 5xx, and is named', async () => {
    const { body } = await call('/.backstage/actions/v1/actions');
    const actions = body.actions.map(
      ({ id, schema }: { id: string; schema: { input: Schema } }) => ({
        id,
        properties: Object.keys(schema.input.properties ?? {}),
      }),
    );
    const all = [...attempts(new Random(42), actions)];
    const count = all.length;

    const problems: string[] = [];

    /** Tries one after the other, on a record of its own. */
    async function work() {
      const other = await raise();
      let record = await raise();
      for (let one = all.pop(); one; one = all.pop()) {
        const [address, init] = one.request(record, other.id);
        const answer = await call(address, init).catch(error => error);
        problems.push(
          ...problemsOf(one, answer).map(
            problem =>
              `${init.method} ${shown(address)} ${shown(
                init.body,
              )}: ${problem}`,
          ),
        );
        if (answer.ok) {
          const current = await call(`/records/${record.id}`);
          record = current.ok ? current.body.record : await raise();
        }
      }
    }
    await Promise.all(Array.from({ length: 8 }, work));

    expect({ problems: problems.length, first: problems.slice(0, 20) }).toEqual(
      { problems: 0, first: [] },
    );
    expect('polluted' in {}).toBe(false);
    expect(count).toBeGreaterThan(1_500);
  });
});
