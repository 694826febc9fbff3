import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  Conformity,
  ConformityClient,
  ConformityRow,
  fitsm2v22,
  FrozenConformity,
  NewRecord,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { comeBack, letPass } from '../testing/clock';
import { startFitsm } from '../testing/startFitsm';
import { ConformitySettings } from './ConformitySettings';

jest.setTimeout(120_000);
afterEach(comeBack);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe('settings', () => {
  const settings = (conformity: object) =>
    ConformitySettings.fromConfig(
      mockServices.rootConfig({ data: { fitsm: { conformity } } }),
      fitsm2v22,
    );

  it('say how old evidence may be, for all rows or for one', () => {
    const { staleAfterDays } = settings({
      staleAfterDays: 200,
      intervals: { 'GR6.A2': 30 },
    });
    expect([staleAfterDays('GR6.A1'), staleAfterDays('GR6.A2')]).toEqual([
      200, 30,
    ]);
    expect(settings({}).staleAfterDays('GR6.A1')).toBe(365);
  });

  it.each<[object, string]>([
    [
      { intervals: { 'GR99.A2': 30 } },
      'fitsm.conformity.intervals.GR99.A2: is no row of FitSM-2 2.2',
    ],
    [
      { intervals: { 'GR6.A2': 0 } },
      'fitsm.conformity.intervals.GR6.A2: must be more than 0',
    ],
    [{ intervals: 3 }, 'fitsm.conformity.intervals: must hold days'],
    [
      { staleAfterDays: -1 },
      'fitsm.conformity.staleAfterDays: must be more than 0',
    ],
  ])('stop the start on %j', (conformity, message) => {
    expect(() => settings(conformity)).toThrow(message);
  });
});

describe.each(databases.eachSupportedId())('conformity on %s', databaseId => {
  let knex: Knex;
  let fitsm: Awaited<ReturnType<typeof startFitsm>>;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    fitsm = await startFitsm({
      knex,
      config: { conformity: { intervals: { 'PR9.R1': 10 } } },
    });
  });
  afterAll(() => fitsm.stop());

  const as = (name: string) =>
    new ConformityClient({
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

  // Evidence is counted anew when the minute is over: each test goes on later
  // than the one before.
  const rowOf = ({ groups }: Conformity, id: string): ConformityRow =>
    groups.flatMap(({ rows }) => rows).find(row => row.id === id)!;
  const sum = ({ counts }: Conformity) =>
    Object.values(counts).reduce((total, count) => total + count, 0);

  const raise = (type: string, record: Partial<NewRecord>) =>
    fitsm.as('admin').createRecord(type, {
      title: 'One',
      owner: 'user:default/ada',
      ...record,
    } as NewRecord);

  it('counts records and what documents name, until an exclusion says that nothing is due', async () => {
    const first = await as('auditor').getConformity();
    expect(sum(first)).toBe(280);
    expect(rowOf(first, 'PR9.R1')).toMatchObject({
      state: 'missing',
      count: 0,
      staleAfterDays: 10,
    });

    const fields = {
      impact: 'high',
      urgency: 'high',
      affected: ['component:default/engine'],
    };
    await raise('incident', { fields });
    await raise('incident', { fields });
    const document = await raise('document', {
      fields: {
        kind: 'serviceManagementPolicy',
        evidences: [{ requirement: ' gr1.a3' }, { requirement: 'GR1.A3' }],
      },
    });
    const exclusion = await raise('requirementExclusion', {
      title: 'We run nothing that must go on',
      fields: {
        requirement: 'PR4.O4',
        ground: 'notApplicable',
        validUntil: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      },
    });

    // It is asked for again after a minute.
    expect(rowOf(await as('auditor').getConformity(), 'PR9.R1').count).toBe(0);
    letPass({ days: 1 });
    const drafts = await as('auditor').getConformity();
    expect(rowOf(drafts, 'PR9.R1')).toMatchObject({
      state: 'evidenced',
      count: 2,
      newest: expect.any(String),
    });
    expect(rowOf(drafts, 'GR1.A3').state).toBe('missing');
    expect(rowOf(drafts, 'PR4.O4').state).toBe('missing');

    // What votes would do, and a transition that happened.
    await knex('records')
      .where({ id: document.id })
      .update({ state: 'approved', state_category: 'waiting' });
    await knex('records')
      .where({ id: exclusion.id })
      .update({ state: 'inForce', state_category: 'waiting' });
    await knex('record_approvals').insert({
      record_id: exclusion.id,
      round: 1,
      approval: 'approvers',
      revision: 1,
      asked_at: exclusion.createdAt,
      due_at: exclusion.createdAt,
      closed_at: exclusion.createdAt,
      outcome: 'approved',
    });
    await knex('record_votes').insert({
      record_id: exclusion.id,
      round: 1,
      voter: 'user:default/manager',
      holder: 'user:default/manager',
      vote: 'approve',
      at: exclusion.createdAt,
    });
    letPass({ days: 2 });
    const approved = await as('auditor').getConformity();
    const named = rowOf(approved, 'GR1.A3');
    expect(named).toMatchObject({ state: 'evidenced', count: 1 });
    expect(named.evidence).toContainEqual({
      rule: { kind: 'named', type: 'document' },
      how: 'Documents in force that name this row',
      process: 'sms',
      count: 1,
      newest: document.createdAt,
    });
    expect(rowOf(approved, 'PR4.O4')).toMatchObject({
      state: 'notApplicable',
      exclusion: {
        record: exclusion.id,
        reason: 'We run nothing that must go on',
        approvedBy: ['user:default/manager'],
      },
    });

    letPass({ days: 40 });
    const later = await as('auditor').getConformity();
    // Ten days are over, and so is the exclusion.
    expect(rowOf(later, 'PR9.R1').state).toBe('stale');
    expect(rowOf(later, 'PR4.O4').state).toBe('missing');
  });

  it('counts transitions and links that happened', async () => {
    const record = await raise('incident', {
      fields: { affected: ['component:default/engine'] },
    });
    const before = await as('auditor').getConformity();
    const rules = before.groups
      .flatMap(({ rows }) => rows)
      .flatMap(row => row.evidence.map(({ rule }) => ({ rule, row: row.id })));
    const ofIncident = rules.filter(({ rule }) => rule.type === 'incident');
    const moved = ofIncident.find(({ rule }) => rule.kind === 'transition')!;
    const linked = rules.find(({ rule }) => rule.kind === 'links')!;
    if (moved.rule.kind !== 'transition' || linked.rule.kind !== 'links') {
      throw new Error('No definition has such a rule');
    }
    const at = new Date().toISOString();
    await knex('record_events').insert({
      record_id: record.id,
      sequence: 99,
      kind: 'moved',
      at,
      actor_kind: 'person',
      actor_ref: 'user:default/ada',
      transition: moved.rule.transition,
      changes: '{}',
      hash: 'hash',
    });
    await knex('records')
      .where({ id: record.id })
      .update({ type: moved.rule.type });
    const source = await knex('records').where({ id: record.id }).first();
    await knex('records').insert({
      ...source,
      fields: '{}',
      id: 'XX-1',
      number: 9_999,
      type: linked.rule.type,
    });
    await knex('record_links').insert({
      from_id: 'XX-1',
      relation: linked.rule.relation,
      to_id: record.id,
      created_at: at,
    });
    letPass({ days: 50 });
    const after = await as('auditor').getConformity();
    for (const { rule, row } of [moved, linked]) {
      expect(rowOf(after, row).evidence).toContainEqual(
        expect.objectContaining({ rule, count: 1, newest: at }),
      );
    }
  });

  it('of a transition that is evidence on some records only, those count', async () => {
    const approve = async (fields: NewRecord['fields']) => {
      const { id } = await raise('document', { fields });
      await knex('record_events').insert({
        record_id: id,
        sequence: 99,
        kind: 'moved',
        at: new Date().toISOString(),
        actor_kind: 'person',
        actor_ref: 'user:default/ada',
        transition: 'approve',
        changes: '{}',
        hash: 'hash',
      });
    };
    await approve({ kind: 'policy', process: 'ism' });
    await approve({ kind: 'policy', process: 'ism' });
    await approve({ kind: 'policy', process: 'chm' });
    await approve({ kind: 'policy' });
    await approve({ kind: 'scopeStatement', process: 'ism' });
    letPass({ days: 60 });
    const conformity = await as('auditor').getConformity();
    const counts = ['PR6.R2', 'GR3.A3', 'GR4.A5'].map(id => [
      id,
      rowOf(conformity, id).count,
    ]);
    expect(counts).toEqual([
      ['PR6.R2', 2],
      ['GR3.A3', 1],
      ['GR4.A5', 0],
    ]);
  });

  it('a register that is kept up does not go stale', async () => {
    const record = await raise('incident', {
      fields: { affected: ['component:default/engine'] },
    });
    letPass({ days: 110 });
    await fitsm.as('admin').updateRecord(record.id, {
      revision: record.revision,
      title: 'Another',
    });
    expect(rowOf(await as('auditor').getConformity(), 'PR9.R1').state).toBe(
      'evidenced',
    );
  });

  it('a snapshot stays as it is, and its hash is of its content', async () => {
    const auditor = as('auditor');
    const frozen = await auditor.freezeSnapshot({ title: 'In spring' });
    expect(frozen).toMatchObject({
      title: 'In spring',
      frozenBy: 'user:default/auditor',
    });
    const before = await auditor.getSnapshot(frozen.id);
    await raise('incident', {
      fields: { affected: ['component:default/engine'] },
    });
    letPass({ days: 100 });
    await auditor.getConformity();
    const snapshot = await auditor.getSnapshot(frozen.id);
    expect(snapshot).toEqual(before);
    expect(createHash('sha256').update(snapshot.content).digest('hex')).toBe(
      frozen.hash,
    );
    const content: FrozenConformity = JSON.parse(snapshot.content);
    expect(content).toMatchObject({
      title: 'In spring',
      frozenAt: frozen.frozenAt,
      frozenBy: 'user:default/auditor',
    });
    expect(sum(content.conformity)).toBe(280);
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const answer = await fetch(
        `${fitsm.baseUrl}/conformity/snapshots/${frozen.id}`,
        {
          method,
          headers: { Authorization: fitsm.authorizationOf('admin') },
        },
      );
      expect(answer.status).toBe(404);
    }
  });

  it('lists snapshots page by page, newest first', async () => {
    const auditor = as('auditor');
    for (const title of ['A', 'B', 'C']) {
      await auditor.freezeSnapshot({ title });
    }
    const one = await auditor.listSnapshots({ limit: 2 });
    expect(one.items.map(({ title }) => title)).toEqual(['C', 'B']);
    expect(one.items[0]).not.toHaveProperty('content');
    const two = await auditor.listSnapshots({
      limit: 2,
      cursor: one.pageInfo.nextCursor,
    });
    expect(two.items[0].title).toBe('A');
  });

  it('names what is wrong with a request (API-1)', async () => {
    const admin = as('admin');
    for (const [attempt, message] of [
      [() => admin.freezeSnapshot({ title: ' ' }), 'title: must not be empty'],
      [
        () => admin.listSnapshots({ cursor: 'x' }),
        'cursor: is none that this list gave',
      ],
      [() => admin.getSnapshot(4_000), 'There is no snapshot 4000'],
    ] as const) {
      await expect(attempt()).rejects.toMatchObject({ cause: { message } });
    }
  });

  it.each(['admin', 'auditor', 'manager'])('%s may see it', async name => {
    await expect(as(name).getConformity()).resolves.toBeDefined();
  });

  it.each(['ada', 'desk', 'stranger'])('%s may not (PER-1)', async name => {
    const client = as(name);
    const { items } = await as('admin').listSnapshots({ limit: 1 });
    for (const attempt of [
      client.getConformity(),
      client.freezeSnapshot({ title: 'Mine' }),
      client.listSnapshots(),
      client.getSnapshot(items[0].id),
    ]) {
      await expect(attempt).rejects.toMatchObject({
        response: expect.objectContaining({ status: 403 }),
      });
    }
    expect((await as('admin').listSnapshots()).items[0]).toEqual(items[0]);
  });
});
