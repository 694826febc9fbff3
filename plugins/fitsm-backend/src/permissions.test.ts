import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  AnyRecordType,
  FieldValue,
  FitsmRecord,
  NewRecord,
  processes,
  recordTypes,
} from '@fitsm/plugin-fitsm-common';
import {
  matchesCondition,
  RecordCondition,
  RecordResource,
} from '@fitsm/plugin-fitsm-node';
import { Router } from 'express';
import { Knex } from 'knex';
import { fitsmPlugin } from './plugin';
import { withTypes } from './records/conditionSql';
import { DatabaseRecordStore } from './records/DatabaseRecordStore';
import { entitiesOf, rolesOf } from './records/rows';
import {
  operations,
  sampleInputs,
  sampleKpis,
  sampleRequests,
  sampleType,
  toFetch,
} from './testing/operations';
import { Random } from './testing/random';
import {
  sampleEntities,
  samplePeople,
  sampleRecord,
  sampleRoles,
} from './testing/samples';
import { startFitsm } from './testing/startFitsm';

jest.setTimeout(120_000);

const definition = sampleType;
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const policyThatDenies = createBackendModule({
  pluginId: 'permission',
  moduleId: 'deny',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async () => ({ result: AuthorizeResult.DENY }),
        });
      },
    });
  },
});

const start = (options: Parameters<typeof startFitsm>[0]) =>
  startFitsm({
    config: { roles: sampleRoles },
    morePeople: samplePeople(recordTypes),
    catalog: catalogServiceMock.factory({
      entities: sampleEntities(recordTypes),
    }),
    features: [actionsRegistryServiceFactory],
    ...options,
  });

it('every route is in the description, and every operation has a route', async () => {
  const httpRouter = mockServices.httpRouter.mock();
  const backend = await startTestBackend({
    features: [
      fitsmPlugin,
      catalogServiceMock.factory(),
      httpRouter.factory,
      mockServices.database.factory({ knex: await databases.init('SQLITE_3') }),
      mockServices.rootConfig.factory({ data: {} }),
    ],
  });
  const routes = httpRouter.use.mock.calls
    .flatMap(([handler]) => routesOf(handler as Router))
    // What Backstage itself serves for every plugin.
    .filter(route => !/ \/(\.|openapi\.json)/.test(route));
  await backend.stop();
  expect(routes.sort()).toEqual(
    operations.map(({ method, path }) => `${method} ${path}`).sort(),
  );
});

function routesOf({ stack = [] }: Partial<Router>): string[] {
  return stack.flatMap(({ route, handle }) =>
    route
      ? route.stack.map(
          ({ method }) =>
            `${method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
        )
      : routesOf(handle as Partial<Router>),
  );
}

describe.each(databases.eachSupportedId())('PER-1 on %s', databaseId => {
  let knex: Knex;
  let one: FitsmRecord;
  let other: FitsmRecord;
  let fitsm: Awaited<ReturnType<typeof startFitsm>>;

  const written = () =>
    Promise.all([
      knex('records').select('id', 'revision', 'history_hash').orderBy('id'),
      knex('record_links').select(),
      knex('record_events').count(),
    ]);

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    const open = await start({ knex });
    const client = open.as('admin').records(definition);
    one = await client.create(sampleRecord(definition) as NewRecord);
    other = await client.create(sampleRecord(definition) as NewRecord);
    await open.stop();
    fitsm = await start({ knex, policy: policyThatDenies });
  });
  afterAll(() => fitsm.stop());

  const call = async (
    address: string,
    init: RequestInit,
    authorization: string | undefined,
  ) => {
    const response = await fetch(`${fitsm.baseUrl}${address}`, {
      ...init,
      headers: {
        ...init.headers,
        ...(authorization && { Authorization: authorization }),
      },
    });
    const text = await response.text();
    const { status } = response;
    return {
      status,
      refused: status === 403 || status === 404,
      body: text && JSON.parse(text),
    };
  };

  /** What a caller without any right gets to know, where it is no error. */
  const harmless: Record<string, object> = {
    getRecordTypes: {
      body: {
        canAdminister: false,
        recordTypes: recordTypes.map(() =>
          expect.objectContaining({ canCreate: false }),
        ),
      },
    },
    queryRecords: { body: { items: [], totalItems: 0 } },
    getKpis: {
      body: {
        kpis: Object.values(sampleKpis).map(({ measure }) =>
          expect.objectContaining({
            value: 'count' in measure || 'backlog' in measure ? 0 : null,
          }),
        ),
      },
    },
    getKpiRecords: { body: { items: [], pageInfo: {} } },
    'fitsm:query-records': { body: { output: { items: [] } } },
  };

  it.each(operations)(
    '$operationId gives and does nothing without the right',
    async operation => {
      const request = sampleRequests[operation.operationId](
        one.revision,
        other.id,
      );
      const [address, init] = toFetch(operation, one.id, request);
      const before = await written();
      expect(await call(address, init, undefined)).toMatchObject({
        status: 401,
      });
      const answer = await call(address, init, fitsm.authorizationOf('admin'));
      expect(answer).toMatchObject(
        harmless[operation.operationId] ?? { refused: true },
      );
      expect(await written()).toEqual(before);
    },
  );

  it('every action gives and does nothing without the right', async () => {
    const authorization = fitsm.authorizationOf('admin');
    const path = '/.backstage/actions/v1/actions';
    const listed = await call(path, {}, authorization);
    const ids = listed.body.actions.map(({ id }: { id: string }) => id);
    expect(ids.sort()).toEqual(Object.keys(sampleInputs).sort());
    const before = await written();
    for (const id of ids) {
      const answer = await call(
        `${path}/${encodeURIComponent(id)}/invoke`,
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(sampleInputs[id](one)),
        },
        authorization,
      );
      expect(answer).toMatchObject(harmless[id] ?? { refused: true });
    }
    expect(await written()).toEqual(before);
  });
});

describe.each(databases.eachSupportedId())(
  'PER-1 conditions on %s',
  databaseId => {
    const random = new Random(20261124);
    const people = ['ada', 'ben', 'cleo'].map(name => `user:default/${name}`);
    const owners = [...people, 'group:default/team'];
    const entityRefs = [1, 2, 3, 4].map(n => `component:default/part-${n}`);
    type Criteria = PermissionCriteria<RecordCondition>;
    const typesOf = (code: string) =>
      processes
        .filter(process => process.code === code)
        .flatMap(({ recordTypes: all }) => all.map(({ name }) => name));
    const processOf = ({ name }: AnyRecordType) =>
      processes.find(({ code }) => typesOf(code).includes(name))!.code;
    const resources = new Map<string, RecordResource>();
    let store: DatabaseRecordStore;

    /** A record that says nothing, so that every condition says something. */
    const randomRecord = async (type: AnyRecordType) => {
      const state = random.oneOf(Object.keys(type.lifecycle.states));
      const fields: Record<string, FieldValue> = {};
      for (const [name, field] of Object.entries(type.fields)) {
        if (field.kind !== 'person' && field.kind !== 'entity') continue;
        const from = field.kind === 'person' ? people : entityRefs;
        const value = field.many ? random.someOf(from) : random.oneOf(from);
        if (random.below(3)) fields[name] = value;
      }
      const at = new Date().toISOString();
      const record = {
        id: await store.nextId(type),
        type: type.name,
        title: 'Anything',
        state,
        stateCategory: type.lifecycle.states[state].category,
        stateSince: at,
        owner: random.oneOf(owners),
        priorityOverridden: false,
        fields,
        restricted: random.below(2) === 0,
        revision: 1,
        createdAt: at,
        createdBy: random.oneOf(people),
        updatedAt: at,
      };
      await store.insert(type, record, { entries: [] });
      return { type, record };
    };

    const ownerOf = new Map(
      // The last one has no owner, and the catalog forgot the one before it.
      entityRefs.slice(0, 2).map(ref => [ref, random.oneOf(owners)]),
    );

    beforeAll(async () => {
      const knex = await databases.init(databaseId);
      store = await DatabaseRecordStore.create({
        database: mockServices.database({ knex, migrations: { skip: false } }),
      });
      await knex('entities').insert(
        [...entityRefs.slice(0, 2), entityRefs[3]].map(ref => ({
          entity_ref: ref,
          owner: ownerOf.get(ref) ?? null,
          checked_at: new Date().toISOString(),
        })),
      );
      for (let made = 0; made < 80; made += 1) {
        const { type, record } = await randomRecord(random.oneOf(recordTypes));
        resources.set(record.id, {
          record,
          process: processOf(type),
          roles: rolesOf(type, record),
          entityOwners: entitiesOf(type, record).flatMap(
            ({ entityRef }) => ownerOf.get(entityRef) ?? [],
          ),
          published: Boolean(type.lifecycle.states[record.state].published),
        });
      }
    });

    const facts = {
      typesOf,
      published: recordTypes.map(({ name, lifecycle }) => ({
        type: name,
        states: Object.entries(lifecycle.states)
          .filter(([, { published }]) => published)
          .map(([state]) => state),
      })),
    };
    const states = recordTypes.flatMap(({ lifecycle }) =>
      Object.keys(lifecycle.states),
    );
    const types = [...recordTypes.map(({ name }) => name), 'unknown'];
    const roles = ['owner', 'creator', ...Object.keys(definition.fields)];
    const conditions: Array<() => RecordCondition> = [
      () => ({ is: 'type', types: random.someOf(types) }),
      () => ({
        is: 'process',
        processes: random.someOf([...processes.map(({ code }) => code), 'x']),
      }),
      () => ({ is: 'state', states: random.someOf(states) }),
      () => ({
        is: 'category',
        categories: random.someOf(['open', 'waiting', 'closed']),
      }),
      () => ({ is: 'restricted' }),
      () => ({ is: 'published' }),
      () => ({ is: 'held', holders: random.someOf(owners) }),
      () => ({
        is: 'held',
        holders: random.someOf(owners),
        roles: random.someOf(roles),
      }),
      () => ({ is: 'entityOwned', owners: random.someOf(owners) }),
    ];

    const randomCriteria = (depth: number): Criteria => {
      const several = (): [Criteria, ...Criteria[]] => [
        randomCriteria(depth - 1),
        ...Array.from({ length: random.below(3) }, () =>
          randomCriteria(depth - 1),
        ),
      ];
      switch (depth ? random.below(4) : 0) {
        case 1:
          return { allOf: several() };
        case 2:
          return { anyOf: several() };
        case 3:
          return { not: randomCriteria(depth - 1) };
        default:
          return random.oneOf(conditions)();
      }
    };

    const meets = (criteria: Criteria, resource: RecordResource): boolean => {
      if ('allOf' in criteria) {
        return criteria.allOf.every(one => meets(one, resource));
      }
      if ('anyOf' in criteria) {
        return criteria.anyOf.some(one => meets(one, resource));
      }
      return 'not' in criteria
        ? !meets(criteria.not, resource)
        : matchesCondition(criteria, resource);
    };

    it('mean the same as SQL and in memory', async () => {
      const sizes = new Set<number>();
      for (let round = 0; round < 400; round += 1) {
        const criteria = randomCriteria(3);
        const inMemory = [...resources]
          .filter(([, resource]) => meets(criteria, resource))
          .map(([id]) => id)
          .sort();
        const { records } = await store.list({
          filter: {},
          criteria: withTypes(criteria, facts),
          order: { field: 'id', direction: 'asc' },
          limit: 200,
        });
        const ids = records.map(({ id }) => id).sort();
        expect({ criteria, ids }).toEqual({ criteria, ids: inMemory });
        expect(
          await store.count({
            filter: {},
            criteria: withTypes(criteria, facts),
          }),
        ).toBe(ids.length);
        sizes.add(ids.length);
      }
      // Else the criteria told nothing apart.
      expect(sizes.size).toBeGreaterThan(20);
    });
  },
);
