import { createBackendModule } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AnyRecordType, incident } from '@fitsm/plugin-fitsm-common';
import { fitsmExtensionPoint } from '@fitsm/plugin-fitsm-node';
import { Knex } from 'knex';
import { AUTOMATIC_TRANSITIONS_JOB } from './jobs/automaticTransitions';
import { REFRESH_ENTITIES_JOB } from './jobs/refreshEntities';
import { comeBack, letPass } from './testing/clock';
import { Listeners } from './testing/listeners';
import { entities } from './testing/organisation';
import { startFitsm } from './testing/startFitsm';

jest.setTimeout(120_000);

const OUTBOX_JOB = 'tell-what-was-left-untold';
const A_MINUTE = 1 / (24 * 60);

/** A type whose records leave by themselves when a guard lets them. */
const parcel: AnyRecordType = {
  name: 'parcel',
  idPrefix: 'PAR',
  label: { one: 'Parcel', many: 'Parcels' },
  description: 'Waits, and leaves by itself.',
  evidenceFor: [],
  fields: {},
  owner: { label: 'Owner', default: ['creator'] },
  relations: {},
  lifecycle: {
    initial: 'waiting',
    states: {
      waiting: { label: 'Waiting', category: 'waiting' },
      gone: { label: 'Gone', category: 'closed' },
    },
    transitions: {
      leave: {
        label: 'Leave',
        from: ['waiting'],
        to: 'gone',
        by: [],
        automatic: { afterDays: 1 },
        guard: 'isReady',
      },
    },
  },
  form: [{ title: 'What', fields: ['title'] }],
  table: { columns: ['id', 'title'] },
};

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('jobs on %s', databaseId => {
  let knex: Knex;
  let fitsm: Awaited<ReturnType<typeof startFitsm>>;
  let catalogEntities: Entity[] = entities;
  let mayLeave: true | string = true;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    const catalog = () => catalogServiceMock({ entities: catalogEntities });
    fitsm = await startFitsm({
      knex,
      config: {
        recordTypes: {
          incident: { automaticAfterDays: { closeUnanswered: 2 } },
        },
      },
      // A catalog that changes, as catalogs do.
      catalog: catalogServiceMock.mock({
        getEntitiesByRefs: (...request) =>
          catalog().getEntitiesByRefs(...request),
        getEntities: (...request) => catalog().getEntities(...request),
      }).factory,
      features: [
        createBackendModule({
          pluginId: 'fitsm',
          moduleId: 'parcels',
          register(env) {
            env.registerInit({
              deps: { fitsm: fitsmExtensionPoint },
              async init(deps) {
                deps.fitsm.addRecordTypes('isrm', parcel);
                deps.fitsm.addBehaviour({
                  type: 'parcel',
                  guards: { isReady: () => mayLeave },
                });
              },
            });
          },
        }),
      ],
    });
  });
  // Time goes on from test to test: what was checked once stays in the past.
  afterEach(() => {
    catalogEntities = entities;
    mayLeave = true;
  });
  afterAll(async () => {
    comeBack();
    await fitsm.stop();
  });

  const raise = (affected = ['component:default/engine']) =>
    fitsm
      .as('ada')
      .records(incident)
      .create({ title: 'It stutters', fields: { affected } });
  const get = (id: string) => fitsm.as('ada').getRecord(id);
  const newestEntry = async (id: string) =>
    (await fitsm.as('ada').getHistory(id, { limit: 1 })).items[0];

  async function resolved() {
    const { id } = await raise();
    return fitsm.as('desk').transitionRecord(id, {
      transition: 'resolve',
      revision: 1,
      fields: { resolution: 'Oiled it', closureCode: 'solved' },
    });
  }

  it('TRN-1 a record closes by itself after the days that config says, not before', async () => {
    const { id } = await resolved();
    letPass({ days: 1.99 });
    await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
    expect((await get(id)).record.state).toBe('resolved');
    letPass({ days: 0.02 });
    await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
    expect((await get(id)).record).toMatchObject({
      state: 'closed',
      closedAt: expect.any(String),
    });
    expect(await newestEntry(id)).toMatchObject({
      kind: 'moved',
      transition: 'closeUnanswered',
      actor: { kind: 'job', ref: AUTOMATIC_TRANSITIONS_JOB },
    });
  });

  it('TRN-1 a record that moved on meanwhile does not close by itself', async () => {
    const { id, revision } = await resolved();
    await fitsm.as('ada').transitionRecord(id, {
      transition: 'reopen',
      revision,
      reason: 'It stutters again',
    });
    letPass({ days: 30 });
    await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
    expect((await get(id)).record.state).toBe('inProgress');
    expect(await knex('record_timers').where('record_id', id)).toEqual([]);
  });

  it('TRN-1 many records close in one run, each once', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 120; count += 1) {
      ids.push((await resolved()).id);
    }
    letPass({ days: 2.01 });
    await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
    const closed = await knex('record_events')
      .where({ transition: 'closeUnanswered' })
      .whereIn('record_id', ids)
      .pluck('record_id');
    expect(closed.sort()).toEqual(ids.sort());
  });

  it('TRN-1 what a guard refuses is tried again later', async () => {
    const { id } = await fitsm
      .as('admin')
      .createRecord('parcel', { title: 'To Ada' });
    const state = async () =>
      (await fitsm.as('admin').getRecord(id)).record.state;
    mayLeave = 'The boat is full.';
    letPass({ days: 1.01 });
    await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
    expect(await state()).toBe('waiting');
    mayLeave = true;
    await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
    expect(await state()).toBe('waiting');
    letPass({ days: 16 * A_MINUTE });
    await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
    expect(await state()).toBe('gone');
  });

  it('LNK-1 a link to an entity survives its rename', async () => {
    const { id } = await raise([
      'component:default/engine',
      'component:default/bridge',
    ]);
    catalogEntities = entities.map(entity =>
      entity.metadata.name === 'engine'
        ? { ...entity, metadata: { ...entity.metadata, name: 'motor' } }
        : entity,
    );
    letPass({ days: 1 });
    await fitsm.runJob(REFRESH_ENTITIES_JOB);
    const { record, entities: links } = await get(id);
    expect(record.fields).toMatchObject({
      affected: ['component:default/motor', 'component:default/bridge'],
    });
    expect(links.map(({ entityRef }) => entityRef).sort()).toEqual([
      'component:default/bridge',
      'component:default/motor',
    ]);
    expect(await newestEntry(id)).toMatchObject({
      kind: 'changed',
      actor: { kind: 'job', ref: REFRESH_ENTITIES_JOB },
      reason: 'component:default/engine was renamed',
      changes: {
        affected: {
          from: ['component:default/engine', 'component:default/bridge'],
          to: ['component:default/motor', 'component:default/bridge'],
        },
      },
    });
    const found = await fitsm
      .as('ada')
      .queryRecords({ entity: ['component:default/motor'] });
    expect(found.items.map(item => item.id)).toContain(id);
    // Back to its old name, for the tests that follow.
    catalogEntities = entities;
    letPass({ days: 1 });
    await fitsm.runJob(REFRESH_ENTITIES_JOB);
    expect((await get(id)).record.fields).toMatchObject({
      affected: ['component:default/engine', 'component:default/bridge'],
    });
  });

  it('LNK-1 a link shows since when its entity is gone, until it is back', async () => {
    const { id } = await raise();
    const goneSince = async () => (await get(id)).entities[0].goneSince;
    expect(await goneSince()).toBeUndefined();
    catalogEntities = entities.filter(
      ({ metadata }) => metadata.name !== 'engine',
    );
    letPass({ days: 1 });
    await fitsm.runJob(REFRESH_ENTITIES_JOB);
    const since = await goneSince();
    expect(since).toMatch(/Z$/);
    letPass({ days: 1 });
    await fitsm.runJob(REFRESH_ENTITIES_JOB);
    expect(await goneSince()).toBe(since);
    catalogEntities = entities;
    letPass({ days: 1 });
    await fitsm.runJob(REFRESH_ENTITIES_JOB);
    expect(await goneSince()).toBeUndefined();
  });
});

describe.each(databases.eachSupportedId())('notices on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(comeBack);

  type Fitsm = Awaited<ReturnType<typeof startFitsm>>;

  /** Runs a backend until it came to an orderly end. */
  async function during<T>(
    listeners: Listeners,
    work: (fitsm: Fitsm) => Promise<T>,
  ): Promise<T> {
    const fitsm = await startFitsm({ knex, features: listeners.features });
    try {
      return await work(fitsm);
    } finally {
      await fitsm.stop();
    }
  }

  const raise = (fitsm: Fitsm, extra = {}, fields = {}) =>
    fitsm
      .as('ada')
      .records(incident)
      .create({
        title: 'It stutters',
        fields: {
          affected: ['component:default/engine'],
          assignedGroup: null,
          ...fields,
        },
        ...extra,
      });

  const toBen = { assignee: 'user:default/ben' };
  const untold = () => knex('record_outbox').select('id', 'attempts');

  it('the world is told of a change at once', async () => {
    const listeners = new Listeners();
    const { id } = await during(listeners, fitsm => raise(fitsm, {}, toBen));
    expect(listeners.events).toMatchObject([
      { topic: 'fitsm', eventPayload: { id, kind: 'created', revision: 1 } },
    ]);
    expect(listeners.signals).toMatchObject([
      { channel: `fitsm:record:${id}`, recipients: { type: 'broadcast' } },
      { channel: 'fitsm:records', recipients: { type: 'broadcast' } },
    ]);
    expect(listeners.notified).toEqual([
      [`${id} is yours to work on`, ['user:default/ben']],
    ]);
    expect(await untold()).toEqual([]);
  });

  it('REC-3 a write stands when nobody can be notified of it', async () => {
    const listeners = new Listeners();
    listeners.deaf = true;
    await during(listeners, async fitsm => {
      const { id } = await raise(fitsm, {}, toBen);
      expect((await fitsm.as('ada').getRecord(id)).record.revision).toBe(1);
    });
    expect(await untold()).toHaveLength(1);
  });

  it('what was left untold is told later, once, by one of two backends', async () => {
    const dying = new Listeners();
    dying.deaf = true;
    await during(dying, async fitsm => {
      for (let count = 0; count < 5; count += 1) {
        await raise(fitsm, {}, toBen);
      }
    });
    const listeners = new Listeners();
    await during(listeners, one =>
      during(new Listeners(), async () => {
        const other = await startFitsm({ knex, features: listeners.features });
        await one.runJob(OUTBOX_JOB);
        expect(listeners.notified).toEqual([]);
        letPass({ days: A_MINUTE });
        await Promise.all([one.runJob(OUTBOX_JOB), other.runJob(OUTBOX_JOB)]);
        await other.stop();
      }),
    );
    expect(listeners.notifications).toHaveLength(5);
    const scopes = listeners.notifications.map(({ payload }) => payload.scope);
    expect(new Set(scopes).size).toBe(5);
    expect(await untold()).toEqual([]);
  });

  it('what fails to be told again is tried again, ever more rarely', async () => {
    const listeners = new Listeners();
    listeners.deaf = true;
    await during(listeners, async fitsm => {
      await raise(fitsm, {}, toBen);
      letPass({ days: A_MINUTE });
      await fitsm.runJob(OUTBOX_JOB);
      expect(await untold()).toMatchObject([{ attempts: 1 }]);
      // The next try is not due yet.
      await fitsm.runJob(OUTBOX_JOB);
      expect(await untold()).toMatchObject([{ attempts: 1 }]);
      letPass({ days: 1.1 * A_MINUTE });
      await fitsm.runJob(OUTBOX_JOB);
      expect(await untold()).toMatchObject([{ attempts: 2 }]);
      listeners.deaf = false;
      letPass({ days: 2.1 * A_MINUTE });
      await fitsm.runJob(OUTBOX_JOB);
    });
    expect(listeners.notifications).toHaveLength(1);
    expect(await untold()).toEqual([]);
  });

  it('nobody is notified of what they did themselves', async () => {
    const listeners = new Listeners();
    await during(listeners, async fitsm => {
      const { id } = await raise(fitsm, {}, { assignee: 'user:default/ada' });
      await fitsm.as('ada').transitionRecord(id, {
        transition: 'start',
        revision: 1,
      });
      await fitsm.as('ada').comment(id, {
        body: 'I, @ada, look at it',
        visibility: 'internal',
      });
    });
    expect(listeners.events).toHaveLength(3);
    expect(listeners.notified).toEqual([]);
  });

  it('assignee, reporter and those who are mentioned are notified', async () => {
    const listeners = new Listeners();
    const id = await during(listeners, async fitsm => {
      const record = await raise(
        fitsm,
        {},
        { reporter: 'user:default/reporter' },
      );
      await fitsm.as('ada').updateRecord(record.id, {
        revision: 1,
        fields: toBen,
      });
      await fitsm.as('ada').transitionRecord(record.id, {
        transition: 'start',
        revision: 2,
      });
      await fitsm.as('ada').comment(record.id, {
        body: 'Please look, @desk and @nobody',
        visibility: 'internal',
      });
      return record.id;
    });
    expect(listeners.notified).toEqual([
      [`${id} is yours to work on`, ['user:default/ben']],
      [`${id}: In progress`, ['user:default/reporter']],
      [`You were mentioned in ${id}`, ['user:default/desk']],
    ]);
    listeners.notifications.forEach(({ recipients }) =>
      expect(recipients).toMatchObject({
        excludeEntityRef: 'user:default/ada',
      }),
    );
  });

  it('PER-1 of a restricted record those involved are told, and no others', async () => {
    const listeners = new Listeners();
    await during(listeners, async fitsm => {
      const { id } = await raise(
        fitsm,
        { restricted: true, owner: 'user:default/ada' },
        { ...toBen, reporter: 'user:default/reporter' },
      );
      await fitsm.as('ada').comment(id, {
        body: 'Hush, @ben, @stranger, @manager and @desk',
        visibility: 'internal',
      });
      await fitsm.as('ada').comment(id, {
        body: 'We look at it',
        visibility: 'requester',
      });
      await fitsm.as('ada').transitionRecord(id, {
        transition: 'start',
        revision: 1,
      });
    });
    const involved = [
      'user:default/ada',
      'user:default/ben',
      'user:default/reporter',
    ];
    expect(listeners.signals).toHaveLength(8);
    for (const { recipients } of listeners.signals) {
      const { entityRef } = recipients as { entityRef: string[] };
      expect([...entityRef].sort()).toEqual(involved);
    }
    const notified = listeners.notified.flatMap(([, who]) => who);
    expect([...new Set(notified)].sort()).toEqual([
      'user:default/ben',
      'user:default/reporter',
    ]);
  });

  it('PER-1 a record that becomes restricted is told of to those involved only', async () => {
    const listeners = new Listeners();
    await during(listeners, async fitsm => {
      const { id } = await raise(fitsm, { owner: 'user:default/ada' });
      listeners.signals.length = 0;
      await fitsm.as('ada').updateRecord(id, { revision: 1, restricted: true });
    });
    expect(listeners.signals.map(({ recipients }) => recipients)).toEqual([
      { type: 'user', entityRef: ['user:default/ada'] },
      { type: 'user', entityRef: ['user:default/ada'] },
    ]);
  });
});
