import { createBackendModule } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AnyRecordType,
  FitsmRecord,
  reviewFields,
  stepColumns,
} from '@fitsm/plugin-fitsm-common';
import { fitsmExtensionPoint } from '@fitsm/plugin-fitsm-node';
import { Knex } from 'knex';
import { DateTime } from 'luxon';
import { AUTOMATIC_TRANSITIONS_JOB } from './jobs/automaticTransitions';
import { comeBack, letPass } from './testing/clock';
import { until } from './testing/faultsProcesses';
import { Listeners } from './testing/listeners';
import { startFitsm } from './testing/startFitsm';

jest.setTimeout(60_000);

/** A type with every trait: votes, a checklist, reviews, the next version. */
const chart: AnyRecordType = {
  name: 'chart',
  idPrefix: 'SEA',
  label: { one: 'Chart', many: 'Charts' },
  description: 'Where a ship may go.',
  evidenceFor: [],
  fields: {
    course: { kind: 'markdown', label: 'Course' },
    size: {
      kind: 'choice',
      label: 'Size',
      options: { small: 'Small', large: 'Large' },
      default: 'small',
      required: true,
    },
    drawnBy: { kind: 'person', label: 'Drawn by' },
    pilots: {
      kind: 'person',
      label: 'Pilots',
      kinds: ['User', 'Group'],
      many: true,
    },
    checks: { kind: 'rows', label: 'Checks', columns: stepColumns },
    ...reviewFields,
  },
  owner: { label: 'Owner', default: ['creator'] },
  relations: {
    supersedes: {
      label: 'Supersedes',
      to: ['chart'],
      inverse: { name: 'supersededBy', label: 'Superseded by' },
      raise: { label: 'Draw the next one', carries: { course: 'course' } },
    },
  },
  lifecycle: {
    initial: 'drawing',
    states: {
      drawing: { label: 'Drawing', category: 'open' },
      asked: { label: 'Waits for pilots', category: 'waiting' },
      valid: {
        label: 'Valid',
        category: 'waiting',
        locked: true,
        published: true,
      },
      retired: { label: 'Retired', category: 'closed', locked: true },
    },
    transitions: {
      ask: {
        label: 'Ask the pilots',
        from: ['drawing'],
        to: 'asked',
        by: ['owner'],
        needs: ['pilots'],
      },
      takeBack: {
        label: 'Take back',
        from: ['asked'],
        to: 'drawing',
        by: ['owner'],
      },
      approve: {
        label: 'Approve',
        from: ['asked'],
        to: 'valid',
        by: [],
        moves: { relation: 'supersedes', transition: 'retire' },
      },
      refuse: { label: 'Refuse', from: ['asked'], to: 'drawing', by: [] },
      review: {
        label: 'Review',
        from: ['valid'],
        to: 'valid',
        by: ['owner'],
        needs: ['reviewOutcome'],
        stamps: ['lastReviewedAt'],
      },
      revise: {
        label: 'Revise',
        from: ['valid'],
        to: 'drawing',
        by: ['owner'],
      },
      retire: {
        label: 'Retire',
        from: ['valid'],
        to: 'retired',
        by: ['owner'],
      },
    },
  },
  approvals: {
    large: {
      label: 'Two pilots',
      state: 'asked',
      when: { field: 'size', is: ['large'] },
      by: ['pilots'],
      apartFrom: ['drawnBy'],
      rule: 2,
      withinDays: 2,
      approves: 'approve',
      refuses: 'refuse',
    },
    small: {
      label: 'All pilots',
      state: 'asked',
      by: ['pilots'],
      apartFrom: ['drawnBy', 'owner'],
      rule: 'all',
      withinDays: 2,
      approves: 'approve',
      refuses: 'refuse',
    },
  },
  reviewed: {
    transition: 'review',
    states: ['valid'],
    interval: 'reviewInterval',
    everyDays: 100,
    next: 'nextReviewAt',
  },
  steps: { field: 'checks', before: ['ask'] },
  form: [{ title: 'What', fields: ['title', 'course', 'size'] }],
  table: { columns: ['id', 'title'] },
};

const ada = 'user:default/ada';
const ben = 'user:default/ben';
const managers = 'group:default/managers';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('traits on %s', databaseId => {
  let knex: Knex;
  let fitsm: Awaited<ReturnType<typeof startFitsm>>;
  const listeners = new Listeners();

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    fitsm = await startFitsm({
      knex,
      morePeople: {
        'user:default/pilot-1': [managers],
        'user:default/pilot-2': [managers],
      },
      features: [
        ...listeners.features,
        createBackendModule({
          pluginId: 'fitsm',
          moduleId: 'charts',
          register(env) {
            env.registerInit({
              deps: { fitsm: fitsmExtensionPoint },
              init: async deps => deps.fitsm.addRecordTypes('isrm', chart),
            });
          },
        }),
      ],
    });
  });
  afterEach(comeBack);
  afterAll(() => fitsm.stop());

  const owner = 'manager';
  const draw = (fields: object = {}, links?: object[]) =>
    fitsm.as(owner).createRecord('chart', {
      title: 'Through the sound',
      fields: { course: 'North', size: 'small', pilots: [ada, ben], ...fields },
      ...(links && { links }),
    } as never); // The links of bad requests are typed by nobody.
  const move = (record: FitsmRecord, transition: string, fields = {}) =>
    fitsm.as(owner).transitionRecord(record.id, {
      transition,
      revision: record.revision,
      fields,
    });
  const ask = async (fields: object = {}, links?: object[]) =>
    move(await draw(fields, links), 'ask');
  const vote = (
    who: string,
    { id, revision }: FitsmRecord,
    say: 'approve' | 'refuse' = 'approve',
    reason = 'So it is',
  ) => fitsm.as(who).vote(id, { revision, vote: say, reason });
  const get = (id: string, who = 'admin') => fitsm.as(who).getRecord(id);
  /** Who was told something about a record, when all is told. */
  async function told(id: string, text: string) {
    await until(
      'All is told',
      async () => !(await knex('record_outbox').first()),
    );
    return listeners.notified
      .filter(([title]) => title.startsWith(id) && title.includes(text))
      .map(([, who]) => who);
  }
  const refused = (status: number, message: string) => ({
    statusCode: status,
    body: { error: { message: expect.stringContaining(message) } },
  });

  describe('APP-1', () => {
    it('who is asked finds it waiting, votes once, and finds it no more', async () => {
      const record = await ask();
      const waiting = async (who: string) =>
        (
          await fitsm
            .as(who)
            .queryRecords({ awaiting: [`user:default/${who}`] })
        ).items.map(({ id }) => id);
      expect(await waiting('ada')).toContain(record.id);
      expect((await get(record.id, 'ada')).access.vote).toBe(true);
      expect((await get(record.id, owner)).access.vote).toBe(false);

      expect(await vote('ada', record)).toMatchObject({ state: 'asked' });
      expect(await waiting('ada')).not.toContain(record.id);
      expect(await waiting('ben')).toContain(record.id);
      await expect(vote('ada', record)).rejects.toMatchObject(
        refused(409, 'already'),
      );
      expect(await vote('ben', record)).toMatchObject({ state: 'valid' });
      expect(await waiting('ben')).not.toContain(record.id);

      const { approvals } = await get(record.id);
      expect(approvals).toMatchObject([
        {
          label: 'All pilots',
          revision: record.revision,
          asked: [ada, ben],
          outcome: 'approved',
          votes: [
            { voter: ada, asked: ada, vote: 'approve', reason: 'So it is' },
            { voter: ben, asked: ben, vote: 'approve' },
          ],
        },
      ]);
    });

    it('one who refuses says why, and that is the end of it', async () => {
      const record = await ask();
      await expect(
        fitsm
          .as('ada')
          .vote(record.id, { revision: record.revision, vote: 'refuse' }),
      ).rejects.toMatchObject(refused(400, 'reason'));
      expect(await vote('ada', record, 'refuse', 'Rocks')).toMatchObject({
        state: 'drawing',
      });
      await expect(vote('ben', record)).rejects.toMatchObject(
        refused(409, 'revision'),
      );
      const { items } = await fitsm.as('admin').getHistory(record.id);
      expect(items.slice(0, 2)).toMatchObject([
        { kind: 'moved', transition: 'refuse', reason: 'Rocks' },
        { kind: 'voted', actor: { ref: ada }, reason: 'Rocks' },
      ]);
    });

    it('an edit of what is voted on asks for new votes; another owner does not', async () => {
      const record = await ask();
      await vote('ada', record);
      const owned = await fitsm.as('admin').updateRecord(record.id, {
        revision: record.revision,
        owner: managers,
      });
      expect((await get(record.id)).approvals).toHaveLength(1);
      const edited = await fitsm.as('admin').updateRecord(record.id, {
        revision: owned.revision,
        fields: { course: 'South' },
      });
      const { approvals } = await get(record.id);
      expect(approvals).toMatchObject([
        { round: 2, votes: [], revision: edited.revision },
        { round: 1, outcome: 'changed', votes: [{ voter: ada }] },
      ]);
      await vote('ben', edited);
      expect(await vote('ada', edited)).toMatchObject({ state: 'valid' });
    });

    it('taking it back ends the votes', async () => {
      const record = await ask();
      await move(record, 'takeBack');
      expect((await get(record.id)).approvals).toMatchObject([
        { outcome: 'withdrawn' },
      ]);
    });

    it('those who are kept apart are not asked, and cannot vote for a group', async () => {
      const alone = await draw({ pilots: [ada], drawnBy: ada });
      await expect(move(alone, 'ask')).rejects.toMatchObject(
        refused(409, 'nobody can be asked'),
      );
      const one = await draw({ pilots: [ada], size: 'large' });
      await expect(move(one, 'ask')).rejects.toMatchObject(
        refused(409, '2 must approve, and only 1 can be asked'),
      );
      const record = await ask({
        pilots: [managers],
        size: 'large',
        drawnBy: 'user:default/manager',
      });
      await expect(vote('manager', record)).rejects.toMatchObject(
        refused(403, 'kept apart'),
      );
      await vote('pilot-1', record);
      expect(await vote('pilot-2', record)).toMatchObject({ state: 'valid' });
    });

    it('a deputy votes in the place of who is asked, while they are one', async () => {
      const now = DateTime.utc();
      const delegation = {
        delegate: ben,
        startsAt: now.minus({ days: 1 }).toISO()!,
        endsAt: now.plus({ days: 5 }).toISO()!,
        reason: 'At sea',
      };
      const record = await ask({ pilots: [ada] });
      await expect(vote('ben', record)).rejects.toMatchObject(
        refused(403, 'not asked'),
      );
      await expect(
        fitsm.as('ada').createDelegation({ ...delegation, delegate: ada }),
      ).rejects.toMatchObject(refused(400, 'delegate: must be somebody else'));
      await expect(
        fitsm
          .as('ada')
          .createDelegation({ ...delegation, endsAt: delegation.startsAt }),
      ).rejects.toMatchObject(refused(400, 'endsAt'));
      const { id } = await fitsm.as('ada').createDelegation(delegation);
      expect(await fitsm.as('ben').getDelegations()).toEqual({
        items: [{ id, person: ada, ...delegation }],
      });
      await expect(fitsm.as('ben').endDelegation(id)).rejects.toMatchObject(
        refused(404, 'gave no delegation'),
      );

      const waiting = await fitsm.as('ben').queryRecords({ awaiting: [ben] });
      expect(waiting.items.map(item => item.id)).toContain(record.id);
      expect(await vote('ben', record)).toMatchObject({ state: 'valid' });
      expect((await get(record.id)).approvals[0].votes).toMatchObject([
        { voter: ben, asked: ada },
      ]);

      await fitsm.as('ada').endDelegation(id);
      expect(await fitsm.as('ada').getDelegations()).toEqual({ items: [] });
      await expect(
        vote('ben', await ask({ pilots: [ada] })),
      ).rejects.toMatchObject(refused(403, 'not asked'));
    });

    it('a deputy and who is asked have one vote together', async () => {
      const record = await ask({ pilots: [ada, managers], size: 'large' });
      const { id } = await fitsm.as('ada').createDelegation({
        delegate: ben,
        startsAt: DateTime.utc().minus({ days: 1 }).toISO()!,
        endsAt: DateTime.utc().plus({ days: 1 }).toISO()!,
      });
      expect(await vote('ben', record)).toMatchObject({ state: 'asked' });
      expect((await get(record.id, 'ada')).access.vote).toBe(false);
      await expect(vote('ada', record)).rejects.toMatchObject(
        refused(409, 'in your place already'),
      );
      expect(await vote('pilot-1', record)).toMatchObject({ state: 'valid' });
      await fitsm.as('ada').endDelegation(id);
    });

    it('votes that come at once are all counted', async () => {
      for (let round = 0; round < 5; round += 1) {
        const record = await ask();
        await Promise.all([vote('ada', record), vote('ben', record)]);
        const after = await get(record.id);
        expect(after.record.state).toBe('valid');
        expect(after.approvals[0].votes).toHaveLength(2);
      }
    });

    it('whoever has not voted in time is reminded, once', async () => {
      const record = await ask();
      await vote('ada', record);
      letPass({ days: 2.1 });
      await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
      await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
      expect(await told(record.id, 'still waits for your vote')).toEqual([
        [ben],
      ]);
    });

    it('what was approved is settled until it is revised', async () => {
      const record = await ask({ pilots: [ada] });
      const valid = await vote('ada', record);
      await expect(
        fitsm.as(owner).updateRecord(record.id, {
          revision: valid.revision,
          title: 'Another title',
        }),
      ).rejects.toMatchObject(refused(409, "'Revise' comes first"));
      const drawing = await move(valid, 'revise');
      expect(
        await fitsm.as(owner).updateRecord(record.id, {
          revision: drawing.revision,
          title: 'Another title',
        }),
      ).toMatchObject({ title: 'Another title' });
    });
  });

  it('DOC-1 the next version retires the one before, in the same commit', async () => {
    const first = await vote('ada', await ask({ pilots: [ada] }));
    const second = await ask({ pilots: [ada] }, [
      { relation: 'supersedes', to: first.id },
    ]);
    expect((await get(first.id)).record.state).toBe('valid');
    await vote('ada', second);
    expect((await get(first.id)).record).toMatchObject({ state: 'retired' });
    const { items } = await fitsm.as('admin').getHistory(first.id);
    expect(items[0]).toMatchObject({
      kind: 'moved',
      transition: 'retire',
      reason: `With ${second.id}`,
      actor: { ref: ada },
    });
  });

  it('REV-1 a review is due after its interval, and again after each review', async () => {
    const record = await ask({ pilots: [ada], reviewInterval: 30 });
    const valid = await vote('ada', record);
    const inDays = (value: unknown) =>
      Math.round(DateTime.fromISO(String(value)).diffNow('days').days);
    expect(inDays(valid.fields.nextReviewAt)).toBe(30);
    letPass({ days: 29 });
    await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
    expect(await told(record.id, 'is due')).toEqual([]);
    letPass({ days: 2 });
    await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
    await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
    expect(await told(record.id, 'is due')).toEqual([['user:default/manager']]);
    letPass({ days: 3 });
    await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
    expect(await told(record.id, 'is overdue')).toEqual([[managers]]);
    const reviewed = await move(valid, 'review', { reviewOutcome: 'kept' });
    expect(inDays(reviewed.fields.nextReviewAt)).toBe(30);
    expect(inDays(reviewed.fields.lastReviewedAt)).toBe(0);
    // What the last review found does not answer for this one.
    await expect(move(reviewed, 'review')).rejects.toMatchObject(
      refused(400, 'fields.reviewOutcome'),
    );
  });

  it('steps are done or skipped with a reason before it goes on', async () => {
    const step = (state: string, note?: string) => ({
      step: 'Look for rocks',
      state,
      ...(note && { note }),
    });
    const record = await draw({ checks: [step('done'), step('open')] });
    await expect(move(record, 'ask')).rejects.toMatchObject(
      refused(409, 'Look for rocks'),
    );
    const update = (checks: object[]) =>
      fitsm.as(owner).updateRecord(record.id, {
        revision: record.revision,
        fields: { checks },
      } as never); // Rows of a type that TypeScript does not know here.
    await expect(update([step('done'), step('skipped')])).rejects.toMatchObject(
      refused(400, 'fields.checks.1.note'),
    );
    const done = await update([step('done'), step('skipped', 'No rocks here')]);
    expect(await move(done, 'ask')).toMatchObject({ state: 'asked' });
  });

  it('rows name people who exist, and what is wrong in which cell', async () => {
    await expect(
      draw({ checks: [{ step: 'Look', assignee: 'user:default/nobody' }] }),
    ).rejects.toMatchObject(refused(400, 'fields.checks.0.assignee'));
    await expect(
      draw({ checks: [{ step: 'Look' }, { state: 'open' }] }),
    ).rejects.toMatchObject(refused(400, 'fields.checks.1.step: is required'));
    await expect(
      draw({ checks: [{ step: 'Look', depth: 3 }] }),
    ).rejects.toMatchObject(refused(400, 'fields.checks.0.depth'));
  });

  it('LNK-1 a record that is raised from another is linked at once, in both histories', async () => {
    const first = await draw();
    const second = await draw({}, [{ relation: 'supersedes', to: first.id }]);
    expect((await get(second.id)).links).toMatchObject([
      { label: 'Supersedes', record: { id: first.id } },
    ]);
    const { items } = await fitsm.as('admin').getHistory(first.id);
    expect(items[0]).toMatchObject({
      kind: 'linked',
      changes: { supersededBy: { to: second.id } },
    });
    await expect(
      draw({}, [{ relation: 'eats', to: first.id }]),
    ).rejects.toMatchObject(refused(400, "'eats' does not lead"));
    await expect(
      draw({}, [{ relation: 'supersedes', to: 'SEA-99999' }]),
    ).rejects.toMatchObject(refused(404, 'links.0.to'));
    await expect(
      draw({}, [
        { relation: 'supersedes', to: first.id },
        { relation: 'supersedes', to: first.id },
      ]),
    ).rejects.toMatchObject(refused(400, 'comes twice'));
  });

  it('GR6.A4 nobody audits a process in which they have a role', async () => {
    const desk = 'user:default/desk';
    const outsider = 'user:default/ben';
    const keeper = fitsm.as('admin');
    const plan = (auditor?: string) => [
      { process: 'isrm', ...(auditor && { auditor }) },
    ];
    const audit = await keeper.createRecord('audit', {
      title: 'Incidents',
      owner: desk,
      fields: {
        scope: 'All',
        criteria: 'FitSM-1',
        auditees: ['group:default/desk'],
        independence: 'None of us works there',
        plannedStartAt: '2031-01-01T00:00:00Z',
        leadAuditor: desk,
        processes: plan(outsider),
      },
    });
    const moveAudit = (transition: string, fields?: object) =>
      fitsm.as('desk').transitionRecord(audit.id, {
        transition,
        revision: audit.revision,
        ...(fields && { fields: fields as FitsmRecord['fields'] }),
      });
    // Whether a row names them, or they stand in for a row that names nobody;
    // and whether the plan is that of the record, or comes with the transition.
    for (const auditor of [desk, undefined]) {
      await expect(
        moveAudit('announce', { processes: plan(auditor) }),
      ).rejects.toMatchObject({
        statusCode: 409,
        body: {
          error: {
            message:
              "user:default/desk has a part in the process 'isrm', as its staff: choose somebody who has none.",
          },
        },
      });
    }
    const asked = await keeper.updateRecord(audit.id, {
      revision: audit.revision,
      fields: { processes: plan(desk) },
    });
    const { access } = await fitsm.as('desk').getRecord(audit.id);
    expect(
      access.transitions.find(({ name }) => name === 'start'),
    ).toMatchObject({ refusal: { reason: 'notIndependent' } });
    const mended = await keeper.updateRecord(audit.id, {
      revision: asked.revision,
      fields: { processes: plan(outsider) },
    });
    expect(
      await fitsm.as('desk').transitionRecord(audit.id, {
        transition: 'start',
        revision: mended.revision,
      }),
    ).toMatchObject({ state: 'inProgress' });
  });

  it('GR1.A6 a management review begins with what there is, but for what is restricted', async () => {
    const keeper = fitsm.as('admin');
    const find = async (title: string, restricted = false) =>
      (
        await keeper.createRecord('nonconformity', {
          title,
          restricted,
          fields: { origin: 'staff' },
        })
      ).id;
    const open = await find('Reviews are late');
    const hidden = await find('Somebody reads letters', true);
    const over = await find('Nobody answers the phone');
    await knex('records')
      .where({ id: over })
      .update({ state_category: 'closed', closed_at: '2026-03-05T00:00:00Z' });
    const { fields } = await keeper.createRecord('managementReview', {
      title: 'In spring',
      fields: { periodStart: '2026-03-01T00:00:00Z' },
    });
    const agenda = fields.agenda as Array<{ topic: string; about?: string }>;
    expect(agenda).toContainEqual({ topic: 'policyAndGoals' });
    const { about } = agenda.find(({ topic }) => topic === 'nonconformities')!;
    expect(about).toContain(open);
    expect(about).not.toContain(hidden);
    expect(about).toContain(
      `Nonconformities closed in the period (1): ${over}`,
    );
    // None of these is there.
    expect(agenda.map(({ topic }) => topic)).not.toContain('suppliers');

    const own = [{ topic: 'other', about: 'The new ferry' }];
    const given = await keeper.createRecord('managementReview', {
      title: 'In autumn',
      fields: { agenda: own },
    });
    expect(given.fields.agenda).toEqual(own);
  });

  it('PER-1 everybody reads what is published, and nothing before', async () => {
    const record = await ask({ pilots: [ada] });
    const seen = async () =>
      (
        await fitsm.as('stranger').queryRecords({ type: ['chart'], limit: 200 })
      ).items.map(({ id }) => id);
    await expect(get(record.id, 'stranger')).rejects.toMatchObject(
      refused(404, record.id),
    );
    expect(await seen()).not.toContain(record.id);
    await vote('ada', record);
    expect((await get(record.id, 'stranger')).record.state).toBe('valid');
    expect(await seen()).toContain(record.id);
    await expect(vote('stranger', record)).rejects.toMatchObject(
      refused(403, 'vote'),
    );
  });
});
