import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AnyRecordType,
  KpisClient,
  KpiValue,
  NewRecord,
  parseInput,
  processes,
  recordTypes,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import {
  sampleEntities,
  samplePeople,
  sampleRecord,
  sampleRoles,
} from '../testing/samples';
import { startFitsm } from '../testing/startFitsm';
import { bucketsOf, periodFrom, periodInput } from './period';

jest.setTimeout(120_000);

const now = new Date('2026-05-20T12:00:00.000Z');

it('a period is the last 12 months unless told, by calendar months', () => {
  const period = periodFrom({}, now);
  expect(period).toEqual({
    from: '2025-05-20T12:00:00.000Z',
    to: '2026-05-20T12:00:00.000Z',
  });
  const buckets = bucketsOf(period);
  expect(buckets).toHaveLength(13);
  expect(buckets[0]).toEqual({
    from: '2025-05-20T12:00:00.000Z',
    to: '2025-06-01T00:00:00.000Z',
  });
  expect(buckets[12]).toEqual({
    from: '2026-05-01T00:00:00.000Z',
    to: '2026-05-20T12:00:00.000Z',
  });
});

it('a period under four months is cut by weeks', () => {
  const period = periodFrom({ from: '2026-05-01T00:00:00Z' }, now);
  expect(bucketsOf(period).map(({ from }) => from.slice(0, 10))).toEqual([
    '2026-05-01',
    '2026-05-04',
    '2026-05-11',
    '2026-05-18',
  ]);
});

it.each([
  [{ from: 'yesterday' }, 'from: must be an instant'],
  [{ from: '2026-06-01T00:00:00Z' }, 'from: must be before to'],
  [{ from: '2020-01-01T00:00:00Z' }, 'from: must be at most 5 years'],
  [{ until: '2026-01-01T00:00:00Z' }, 'until: is not known here'],
])('the period %j is refused', (input, message) => {
  expect(() => periodFrom(parseInput(periodInput, input), now)).toThrow(
    message,
  );
});

/** A record as an import of another time would have left it. */
interface Past {
  id: string;
  type: string;
  state: string;
  closed?: boolean;
  created: string;
  closedAt?: string;
  creator?: string;
  fields?: Record<string, unknown>;
  moved?: Array<[transition: string, at: string]>;
}

const past: Past[] = [
  {
    id: 'INC-9001',
    type: 'incident',
    state: 'closed',
    created: '2025-01-10T08:00:00.000Z',
    closedAt: '2025-02-05T08:00:00.000Z',
    creator: 'user:default/reporter',
    fields: {
      reportedAt: '2025-01-10T08:00:00.000Z',
      resolvedAt: '2025-01-10T12:00:00.000Z',
      channel: 'monitoring',
      majorIncident: true,
    },
    moved: [
      ['escalate', '2025-01-10T09:00:00.000Z'],
      ['escalate', '2025-01-10T10:00:00.000Z'],
    ],
  },
  {
    id: 'INC-9002',
    type: 'incident',
    state: 'inProgress',
    created: '2025-01-31T23:59:59.999Z',
    fields: {
      reportedAt: '2025-02-01T00:00:00.000Z',
      resolvedAt: '2025-02-01T02:00:00.000Z',
      channel: 'phone',
      majorIncident: false,
    },
    moved: [['reopen', '2025-03-01T00:00:00.000Z']],
  },
  {
    // A resolution before the report: imports hold such, means do not.
    id: 'INC-9003',
    type: 'incident',
    state: 'resolved',
    created: '2025-02-01T00:00:00.000Z',
    fields: {
      reportedAt: '2025-02-10T00:00:00.000Z',
      resolvedAt: '2025-02-09T00:00:00.000Z',
      channel: 'phone',
    },
  },
  {
    id: 'VER-9001',
    type: 'configurationVerification',
    state: 'closed',
    created: '2025-01-01T00:00:00.000Z',
    closedAt: '2025-02-01T00:00:00.000Z',
    fields: {
      finishedAt: '2025-01-20T00:00:00.000Z',
      checkedCount: 100,
      correctCount: 90,
      unrecordedCount: 4,
    },
  },
  {
    id: 'VER-9002',
    type: 'configurationVerification',
    state: 'closed',
    created: '2025-01-01T00:00:00.000Z',
    closedAt: '2025-03-01T00:00:00.000Z',
    fields: {
      finishedAt: '2025-02-20T00:00:00.000Z',
      checkedCount: 20,
      correctCount: 12,
      unrecordedCount: 3,
    },
  },
  {
    id: 'CIT-9001',
    type: 'ciType',
    state: 'approved',
    created: '2025-01-01T00:00:00.000Z',
  },
  ...['CI-9001', 'CI-9002'].map(id => ({
    id,
    type: 'configurationItem',
    state: 'live',
    created: '2025-01-01T00:00:00.000Z',
  })),
];

/** Fields that lie in columns of their own. */
const columns: Record<string, Record<string, string>> = {
  configurationVerification: { finishedAt: 'ends_at' },
};

async function insertPast(knex: Knex) {
  for (const [index, one] of past.entries()) {
    const { id, type, state, created, closedAt = null, fields = {} } = one;
    const creator = one.creator ?? 'user:default/ada';
    await knex('records').insert({
      id,
      type,
      number: 9_000 + index,
      title: id,
      state,
      state_category: closedAt ? 'closed' : 'open',
      state_since: created,
      owner: 'group:default/engine-team',
      created_at: created,
      created_by: creator,
      updated_at: created,
      closed_at: closedAt,
      revision: 1,
      fields: JSON.stringify(fields),
      history_length: 0,
      history_hash: '',
      ...Object.fromEntries(
        Object.entries(columns[type] ?? {}).map(([name, column]) => [
          column,
          fields[name],
        ]),
      ),
    });
    await knex('record_roles').insert({
      record_id: id,
      role: 'creator',
      holder: creator,
      closed: Boolean(closedAt),
      created_at: created,
    });
    for (const [sequence, [transition, at]] of (one.moved ?? []).entries()) {
      await knex('record_events').insert({
        record_id: id,
        sequence: sequence + 1,
        kind: 'moved',
        at,
        actor_kind: 'person',
        actor_ref: creator,
        transition,
        changes: '{}',
        hash: '',
      });
    }
  }
  await knex('record_links').insert({
    from_id: 'CI-9001',
    relation: 'ofType',
    to_id: 'CIT-9001',
    created_at: '2025-01-01T00:00:00.000Z',
  });
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('KPIs on %s', databaseId => {
  let fitsm: Awaited<ReturnType<typeof startFitsm>>;
  let knex: Knex;

  const clientOf = (name: string) =>
    new KpisClient({
      discoveryApi: { getBaseUrl: async () => fitsm.baseUrl },
      fetchApi: {
        fetch: (url, init) =>
          fetch(url, {
            ...init,
            headers: {
              ...init?.headers,
              Authorization: fitsm.authorizationOf(name),
            },
          }),
      },
    });
  const winter = {
    from: '2025-01-01T00:00:00.000Z',
    to: '2025-05-01T00:00:00.000Z',
  };
  async function valuesOf(name: string, process: string) {
    const { kpis } = await clientOf(name).getKpis(process, winter);
    return Object.fromEntries(kpis.map(one => [one.name, one]));
  }
  const byBucket = ({ buckets }: KpiValue) => buckets.map(({ value }) => value);

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    fitsm = await startFitsm({
      knex,
      config: {
        roles: sampleRoles,
        kpis: { isrm: { reopenRate: { target: 5 } } },
      },
      morePeople: samplePeople(recordTypes),
      catalog: catalogServiceMock.factory({
        entities: sampleEntities(recordTypes),
      }),
    });
  });
  afterAll(() => fitsm.stop());

  it.each(processes)('of $code are computed from no records', async process => {
    const { kpis } = await clientOf('admin').getKpis(process.code);
    expect(kpis.map(({ name }) => name)).toEqual(
      Object.keys(process.kpis ?? {}),
    );
    expect(kpis.filter(({ value }) => value)).toEqual([]);
  });

  it('of all processes are computed from a record of each type', async () => {
    for (const definition of recordTypes as AnyRecordType[]) {
      await fitsm
        .as('admin')
        .createRecord(definition.name, sampleRecord(definition) as NewRecord);
    }
    for (const { code } of processes) {
      const { kpis } = await clientOf('admin').getKpis(code);
      for (const { name, value } of kpis) {
        expect({ name, isFinite: value === null || value >= 0 }).toEqual({
          name,
          isFinite: true,
        });
      }
    }
  });

  describe('from records of another time', () => {
    beforeAll(() => insertPast(knex));

    it('count what came, and what stood at the end of each month', async () => {
      const { incidentBacklog, majorIncidents } = await valuesOf(
        'admin',
        'isrm',
      );
      expect(byBucket(incidentBacklog)).toEqual([2, 2, 2, 2]);
      expect(incidentBacklog.value).toBe(2);
      expect(byBucket(majorIncidents)).toEqual([1, 0, 0, 0]);
      expect(majorIncidents.value).toBe(1);
    });

    it('take means of durations, without those that run backwards', async () => {
      const { timeToRestore } = await valuesOf('admin', 'isrm');
      expect(timeToRestore).toMatchObject({
        value: 3,
        numerator: 6,
        denominator: 2,
      });
      expect(byBucket(timeToRestore)).toEqual([4, 2, null, null]);
    });

    it('take shares by transitions and by values, a record once', async () => {
      const { escalationRate, reopenRate, proactiveDetection } = await valuesOf(
        'admin',
        'isrm',
      );
      expect(byBucket(escalationRate)).toEqual([50, 0, null, null]);
      expect(escalationRate).toMatchObject({ numerator: 1, denominator: 3 });
      expect(byBucket(reopenRate)).toEqual([0, 50, null, null]);
      expect(proactiveDetection.value).toBeCloseTo(33.333, 3);
    });

    it('take ratios and totals of numbers', async () => {
      const { accuracy, unrecordedItems } = await valuesOf('admin', 'confm');
      expect(byBucket(accuracy)).toEqual([90, 60, null, null]);
      expect(accuracy.value).toBe(85);
      expect(byBucket(unrecordedItems)).toEqual([4, 3, 0, 0]);
    });

    it('take what is linked as it is now, whatever the period', async () => {
      const { itemsTyped } = await valuesOf('admin', 'confm');
      expect(itemsTyped).toMatchObject({ value: 50, buckets: [] });
    });

    it('lead to just the records behind them, page by page', async () => {
      const behind = async (
        process: string,
        name: string,
        query: object = winter,
      ) => {
        const { items, pageInfo } = await clientOf('admin').getKpiRecords(
          process,
          name,
          query,
        );
        return { ids: items.map(({ id }) => id), ...pageInfo };
      };
      // By resolution, by what was open at the end, and as it is now.
      expect(await behind('isrm', 'timeToRestore')).toEqual({
        ids: ['INC-9002', 'INC-9001'],
      });
      expect(await behind('isrm', 'incidentBacklog')).toEqual({
        ids: ['INC-9003', 'INC-9002'],
      });
      expect(await behind('confm', 'itemsTyped')).toEqual({
        ids: ['CI-9002', 'CI-9001'],
      });
      const january = { ...winter, to: '2025-02-01T00:00:00.000Z' };
      expect(await behind('isrm', 'reopenRate', january)).toEqual({
        ids: ['INC-9001'],
      });
      const first = await behind('isrm', 'escalationRate', {
        ...winter,
        limit: 2,
      });
      expect(first.ids).toEqual(['INC-9003', 'INC-9002']);
      expect(
        await behind('isrm', 'escalationRate', {
          ...winter,
          cursor: first.nextCursor,
        }),
      ).toEqual({ ids: ['INC-9001'] });
    });

    it('count what made a transition in the period', async () => {
      await knex('records').insert({
        ...(await knex('records').where({ id: 'CI-9001' }).first()),
        id: 'IMP-9001',
        type: 'improvement',
        fields: JSON.stringify({}),
        ends_at: '2025-04-01T00:00:00.000Z',
        number: 9_999,
      });
      await knex('record_events').insert({
        ...(await knex('record_events')
          .where({ record_id: 'INC-9002' })
          .first()),
        record_id: 'IMP-9001',
        transition: 'approve',
        changes: '{}',
        at: '2025-03-10T00:00:00.000Z',
      });
      const { implemented } = await valuesOf('admin', 'csi');
      expect(byBucket(implemented)).toEqual([null, null, 100, null]);
      const { items } = await clientOf('admin').getKpiRecords(
        'csi',
        'implemented',
        winter,
      );
      expect(items.map(({ id }) => id)).toEqual(['IMP-9001']);
    });

    it('count only what the caller may see', async () => {
      const { majorIncidents, escalationRate, incidentBacklog } =
        await valuesOf('reporter', 'isrm');
      expect(majorIncidents.value).toBe(1);
      expect(escalationRate).toMatchObject({ value: 100, denominator: 1 });
      expect(byBucket(incidentBacklog)).toEqual([1, 0, 0, 0]);
      const { items } = await clientOf('reporter').getKpiRecords(
        'isrm',
        'escalationRate',
        winter,
      );
      expect(items.map(({ id }) => id)).toEqual(['INC-9001']);
      const strangers = await valuesOf('stranger', 'isrm');
      expect(strangers.majorIncidents.value).toBe(0);
      expect(strangers.escalationRate.value).toBeNull();
    });
  });

  it('carry the target that config sets', async () => {
    const { reopenRate, escalationRate } = await valuesOf('admin', 'isrm');
    expect(reopenRate.target).toBe(5);
    expect(escalationRate).not.toHaveProperty('target');
  });

  it('a process or KPI that is not there is not found', async () => {
    await expect(clientOf('admin').getKpis('cooking')).rejects.toMatchObject({
      statusCode: 404,
    });
    await expect(
      clientOf('admin').getKpiRecords('isrm', 'toString'),
    ).rejects.toMatchObject({ statusCode: 404 });
  });

  it('a bad period is refused with its cure', async () => {
    await expect(
      clientOf('admin').getKpis('isrm', { from: '1999-01-01T00:00:00Z' }),
    ).rejects.toMatchObject({
      statusCode: 400,
      cause: {
        message: expect.stringMatching(/^from: must be at most 5 years/),
      },
    });
  });
});

it.each([
  [{ cooking: {} }, 'fitsm.kpis.cooking: is not known here'],
  [{ isrm: { taste: {} } }, 'fitsm.kpis.isrm.taste: is not known here'],
  [
    { isrm: { reopenRate: { goal: 5 } } },
    'fitsm.kpis.isrm.reopenRate.goal: is not known here; use target',
  ],
])('config %j stops the start', async (kpis, message) => {
  await expect(
    startFitsm({ knex: await databases.init('SQLITE_3'), config: { kpis } }),
  ).rejects.toThrow(message);
});
