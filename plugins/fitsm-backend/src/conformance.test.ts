import { TestDatabases } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AnyRecordType,
  FitsmRecord,
  isEmptyValue,
  NewRecord,
  RecordFilter,
  RecordMove,
  recordTypes,
  Transition,
} from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { AUTOMATIC_TRANSITIONS_JOB } from './jobs/automaticTransitions';
import { comeBack, letPass } from './testing/clock';
import {
  actingAs,
  sampleEntities,
  samplePeople,
  sampleRecord,
  sampleRoles,
  sampleValue,
  sampleValues,
  votersFor,
} from './testing/samples';
import { startFitsm } from './testing/startFitsm';

jest.setTimeout(300_000);

type Values = Record<string, unknown>;

/** One way that a record can go: a transition from one of its states. */
interface Step {
  definition: AnyRecordType;
  name: string;
  transition: Transition;
  from: string;
}

const steps: Step[] = recordTypes.flatMap(definition =>
  Object.entries(definition.lifecycle.transitions).flatMap(
    ([name, transition]) =>
      transition.from.map(from => ({ definition, name, transition, from })),
  ),
);
const titleOf = ({ definition, name, from }: Step) =>
  `${definition.name}.${name} from ${from}`;
const titled = (some: Step[]) =>
  some.map(step => [titleOf(step), step] as const);

type Choices = Record<string, string>;

/** The approval from whose votes a step follows, and how they are cast. */
function approvalOf({ definition, name, from }: Step, choices: Choices = {}) {
  const approval = Object.values(definition.approvals ?? {}).find(
    ({ state, when, approves, refuses }) =>
      state === from &&
      [approves, refuses].includes(name) &&
      (!when || when.is.includes(choices[when.field] ?? when.is[0])),
  );
  return (
    approval && {
      approval,
      vote:
        approval.approves === name ? ('approve' as const) : ('refuse' as const),
    }
  );
}

/** Choices on which the way of a record depends: the first approval's. */
function choicesFor({ approvals = {} }: AnyRecordType): Choices {
  return Object.fromEntries(
    Object.values(approvals)
      .reverse()
      .flatMap(({ when }) => (when ? [[when.field, when.is[0]]] : [])),
  );
}

/** A choice for which no approval of a state has a `when`. */
function choicesForTheRest(
  { approvals = {}, fields }: AnyRecordType,
  state: string,
): Choices {
  const special = Object.values(approvals).flatMap(one =>
    one.state === state && one.when ? [one.when] : [],
  );
  return Object.fromEntries(
    special.flatMap(({ field: name }) => {
      const field = fields[name];
      const taken = special.flatMap(({ is }) => is);
      const free =
        field.kind === 'choice' &&
        Object.keys(field.options).find(option => !taken.includes(option));
      return free ? [[name, free]] : [];
    }),
  );
}

/** The shortest way from the first state to another one. */
function roadTo(definition: AnyRecordType, state: string): Step[] {
  const roads = new Map<string, Step[]>([[definition.lifecycle.initial, []]]);
  // A map grows while it is walked: each new state is visited too.
  for (const [here, road] of roads) {
    for (const step of steps) {
      if (step.definition !== definition || step.from !== here) continue;
      if (!roads.has(step.transition.to)) {
        roads.set(step.transition.to, [...road, step]);
      }
    }
  }
  const road = roads.get(state);
  if (!road) {
    throw new Error(`No transition of ${definition.name} leads to ${state}`);
  }
  return road;
}

const catalogEntities = sampleEntities(recordTypes);
const entityRefs = catalogEntities
  .map(stringifyEntityRef)
  .filter(ref => !/^(user|group):/.test(ref));

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('TRN-1 on %s', databaseId => {
  let fitsm: Awaited<ReturnType<typeof startFitsm>>;
  const ran = new Set<string>();

  beforeAll(async () => {
    fitsm = await startFitsm({
      knex: await databases.init(databaseId),
      config: { roles: sampleRoles },
      morePeople: samplePeople(recordTypes),
      catalog: catalogServiceMock.factory({ entities: catalogEntities }),
    });
  });
  afterEach(comeBack);
  afterAll(() => fitsm.stop());

  const stateOf = async (id: string) =>
    (await fitsm.as('admin').getRecord(id)).record;

  /** The whole of a list, page by page. */
  async function listed(filter: RecordFilter) {
    const records: FitsmRecord[] = [];
    let cursor: string | undefined;
    do {
      const page = await fitsm
        .as('admin')
        .queryRecords({ ...filter, limit: 100, cursor });
      records.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return records;
  }

  const inputFor = (
    { definition, name, transition }: Step,
    choices: Choices = choicesFor(definition),
  ) => ({
    transition: name,
    fields: {
      ...sampleValues(definition, transition.needs ?? []),
      ...Object.fromEntries(
        Object.entries(choices).filter(([field]) =>
          transition.needs?.includes(field),
        ),
      ),
    },
    ...(transition.reason === 'required' && { reason: 'A test wants it' }),
  });

  /** Lets those who are asked vote until it is decided. */
  async function decide(record: FitsmRecord, vote: 'approve' | 'refuse') {
    const { approvals } = await fitsm.as('admin').getRecord(record.id);
    let now = record;
    for (const voter of approvals[0].asked.flatMap(votersFor)) {
      if (now.state !== record.state) break;
      now = await fitsm.as(voter).vote(record.id, {
        revision: record.revision,
        vote,
        reason: 'A test wants it',
      });
    }
    return now;
  }

  /** Lets the time come, and the job do it. */
  async function comeTrue({ definition, transition }: Step) {
    const automatic = transition.automatic!;
    const days =
      'at' in automatic
        ? DateTime.fromISO(
            String(sampleValue(definition, automatic.at)),
          ).diffNow('days').days
        : automatic.afterDays;
    letPass({ days });
    await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
    comeBack();
  }

  const linked = new Map<string, Promise<FitsmRecord>>();

  /** Links a record to what its transitions will ask for. */
  async function linkTo({ id }: FitsmRecord, definition: AnyRecordType) {
    for (const { needsLinks = {} } of Object.values(
      definition.lifecycle.transitions,
    )) {
      for (const [relation, [state]] of Object.entries(needsLinks)) {
        const [type] = definition.relations[relation].to;
        const target = recordTypes.find(({ name }) => name === type)!;
        const key = `${type} ${state}`;
        const there = linked.get(key) ?? recordIn(target, state);
        linked.set(key, there);
        await fitsm
          .as('admin')
          .linkRecords(id, { relation, to: (await there).id });
      }
    }
  }

  /** A record that came to a state by its lifecycle. */
  async function recordIn(
    definition: AnyRecordType,
    state: string,
    choices: Choices = choicesFor(definition),
  ) {
    let record = await fitsm
      .as('admin')
      .createRecord(
        definition.name,
        sampleRecord(definition, choices) as NewRecord,
      );
    expect(record.state).toBe(definition.lifecycle.initial);
    await linkTo(record, definition);
    for (const step of roadTo(definition, state)) {
      const [party] = step.transition.by;
      const decision = approvalOf(step, choices);
      if (party) {
        record = await fitsm.as(actingAs(party)).transitionRecord(record.id, {
          revision: record.revision,
          ...inputFor(step, choices),
        });
      } else if (decision) {
        record = await decide(record, decision.vote);
      } else {
        await comeTrue(step);
        record = await stateOf(record.id);
      }
    }
    expect(record.state).toBe(state);
    return record;
  }

  const manual = steps.filter(({ transition }) => transition.by.length);

  const attempt =
    (record: FitsmRecord, step: Step) =>
    (who: string, change: Partial<RecordMove> = {}) =>
      fitsm
        .as(who)
        .transitionRecord(record.id, {
          revision: record.revision,
          ...inputFor(step),
          ...change,
        })
        .then(
          () => ({ status: 200, message: '' }),
          error => ({
            status: error.statusCode as number,
            message: error.body.error.message as string,
          }),
        );

  const closed = manual.filter(
    ({ transition: { by } }) => !by.includes('anyone'),
  );

  it.each(titled(closed))(
    '%s is refused to whoever only reads',
    async (_, step) => {
      const record = await recordIn(step.definition, step.from);
      const move = attempt(record, step);
      expect(await move('onlooker')).toMatchObject({ status: 403 });
      expect(await stateOf(record.id)).toEqual(record);
    },
  );

  it.each(titled(closed))(
    '%s is refused to whoever has every right, and no role',
    async (_, step) => {
      const record = await recordIn(step.definition, step.from);
      const move = attempt(record, step);
      expect(await move('admin')).toEqual({
        status: 403,
        message: expect.stringContaining('Only'),
      });
      expect(await stateOf(record.id)).toEqual(record);
    },
  );

  const apart = manual.flatMap(step =>
    (step.transition.apartFrom ?? []).map(
      role => [titleOf(step), role, step] as const,
    ),
  );

  it.each(apart)(
    '%s is refused to the %s, whatever else they are',
    async (_, role, step) => {
      const { definition, from } = step;
      const record = await recordIn(definition, from);
      const who = actingAs(step.transition.by[0]);
      const field = definition.fields[role];
      const ref = `user:default/${who}`;
      const both = await fitsm.as('admin').updateRecord(record.id, {
        revision: record.revision,
        fields: { [role]: 'many' in field && field.many ? [ref] : ref },
      });
      expect(await attempt(both, step)(who)).toEqual({
        status: 403,
        message: expect.stringMatching(/^Somebody other than the /),
      });
      expect(await stateOf(record.id)).toEqual(both);
    },
  );

  const linking = manual.filter(({ transition }) => transition.needsLinks);

  it.each(titled(linking))(
    '%s is refused for want of a link to what it builds on',
    async (_, step) => {
      const record = await recordIn(step.definition, step.from);
      const admin = fitsm.as('admin');
      const { links } = await admin.getRecord(record.id);
      for (const { relation, record: other } of links) {
        await admin.unlinkRecords(record.id, { relation, to: other.id });
      }
      const move = attempt(record, step);
      expect(await move(actingAs(step.transition.by[0]))).toEqual({
        status: 409,
        message: expect.stringMatching(/^Link '.*' to .* first\.$/),
      });
      expect(await stateOf(record.id)).toEqual(record);
    },
  );

  const needy = manual.filter(
    ({ transition: { needs = [], reason } }) =>
      needs.length || reason === 'required',
  );

  /** Ways to leave out something, and what the answer then names. */
  function omissions(record: FitsmRecord, step: Step) {
    const { needs = [], reason } = step.transition;
    const { fields } = inputFor(step);
    return [
      ...needs.map(name => ({
        named: `fields.${name}`,
        change: { fields: { ...fields, [name]: null } },
      })),
      ...needs
        .filter(name => isEmptyValue((record.fields as Values)[name]))
        .map(name => ({
          named: `fields.${name}`,
          change: { fields: { ...fields, [name]: undefined } },
        })),
      ...(reason === 'required'
        ? [{ named: 'reason', change: { reason: undefined } }]
        : []),
    ];
  }

  it.each(titled(needy))(
    '%s is refused for want of what it needs',
    async (_, step) => {
      const record = await recordIn(step.definition, step.from);
      const move = attempt(record, step);
      for (const { named, change } of omissions(record, step)) {
        expect(await move(actingAs(step.transition.by[0]), change)).toEqual({
          status: 400,
          message: expect.stringContaining(named),
        });
      }
      expect(await stateOf(record.id)).toEqual(record);
    },
  );

  it.each(titled(manual))(
    'REC-2 %s is refused to whoever saw another revision',
    async (_, step) => {
      const seen = await recordIn(step.definition, step.from);
      const changed = await fitsm.as('admin').updateRecord(seen.id, {
        revision: seen.revision,
        owner: 'group:default/holder-owner',
      });
      const move = attempt(seen, step);
      expect(await move(actingAs(step.transition.by[0]))).toMatchObject({
        status: 409,
      });
      expect(await stateOf(seen.id)).toEqual(changed);
    },
  );

  // Every party from one state, and every state by one party.
  const open = manual.flatMap(step => {
    const { by, from } = step.transition;
    const parties = step.from === from[0] ? by : [by[0]];
    return parties.map(party => [titleOf(step), party, step] as const);
  });

  it.each(open)(
    '%s is open to %s, and the history tells of it',
    async (_, party, step) => {
      const { definition, transition, name, from } = step;
      const record = await recordIn(definition, from);
      const who = actingAs(party);
      const moved = await fitsm.as(who).transitionRecord(record.id, {
        revision: record.revision,
        ...inputFor(step),
      });
      expect(moved).toMatchObject({
        state: transition.to,
        stateCategory: definition.lifecycle.states[transition.to].category,
        revision: record.revision + 1,
      });
      for (const field of transition.needs ?? []) {
        expect((moved.fields as Values)[field]).toEqual(
          choicesFor(definition)[field] ?? sampleValue(definition, field),
        );
      }
      const { items } = await fitsm.as('admin').getHistory(record.id);
      expect(items[0]).toMatchObject({
        kind: 'moved',
        transition: name,
        actor: { kind: 'person', ref: `user:default/${who}` },
        ...(from !== transition.to && {
          changes: { state: { from, to: transition.to } },
        }),
      });
      ran.add(titleOf(step));
    },
  );

  // Each way of each approval, by the choice that leads there.
  const decisions = steps.flatMap(step =>
    Object.entries(step.definition.approvals ?? {})
      .filter(
        ([, { state, approves, refuses }]) =>
          state === step.from && [approves, refuses].includes(step.name),
      )
      .map(([name, { when }]) => ({
        step,
        title: `${titleOf(step)} by '${name}'`,
        choices: {
          ...choicesFor(step.definition),
          ...(when
            ? { [when.field]: when.is[0] }
            : choicesForTheRest(step.definition, step.from)),
        },
      })),
  );

  // `it.each` refuses an empty table.
  if (decisions.length) {
    it.each(decisions.map(one => [one.title, one] as const))(
      'APP-1 %s follows from the votes of those who are asked',
      async (_, { step, choices }) => {
        const { definition, transition, name, from } = step;
        const record = await recordIn(definition, from, choices);
        const move = attempt(record, step);
        expect(await move('admin')).toEqual({
          status: 403,
          message: expect.stringContaining('votes'),
        });
        const { vote } = approvalOf(step, choices)!;
        const ballot = {
          revision: record.revision,
          vote,
          reason: 'A test wants it',
        };
        await expect(
          fitsm.as('admin').vote(record.id, ballot),
        ).rejects.toMatchObject({ statusCode: 403 });
        expect(await stateOf(record.id)).toEqual(record);
        expect(await decide(record, vote)).toMatchObject({
          state: transition.to,
        });
        const { items } = await fitsm.as('admin').getHistory(record.id);
        expect(items[0]).toMatchObject({ kind: 'moved', transition: name });
        expect(items[1]).toMatchObject({
          kind: 'voted',
          actor: items[0].actor,
        });
        ran.add(titleOf(step));
      },
    );
  }

  const automatic = steps.filter(({ transition }) => transition.automatic);

  if (automatic.length) {
    it.each(titled(automatic))(
      '%s happens by itself, when its time has come',
      async (_, step) => {
        const { definition, transition, name, from } = step;
        const record = await recordIn(definition, from);
        const move = attempt(record, step);
        expect(await move('admin')).toMatchObject({ status: 403 });
        await fitsm.runJob(AUTOMATIC_TRANSITIONS_JOB);
        expect(await stateOf(record.id)).toEqual(record);
        await comeTrue(step);
        expect(await stateOf(record.id)).toMatchObject({
          state: transition.to,
        });
        const { items } = await fitsm.as('admin').getHistory(record.id);
        expect(items[0]).toMatchObject({
          kind: 'moved',
          transition: name,
          actor: { kind: 'job', ref: AUTOMATIC_TRANSITIONS_JOB },
          changes: { state: { from, to: transition.to } },
        });
        ran.add(titleOf(step));
      },
    );
  }

  it.each<[string, RecordFilter]>([
    ['their owner', { owner: [`user:default/${actingAs('owner')}`] }],
    ['somebody involved', { involved: [`user:default/${actingAs('owner')}`] }],
    ['what they are about', { entity: entityRefs }],
  ])('lists by %s tell live records from closed ones', async (_, filter) => {
    const all = await listed(filter);
    const live = all.filter(record => record.stateCategory !== 'closed');
    expect(live.length).toBeLessThan(all.length);
    expect(await listed({ ...filter, category: ['open', 'waiting'] })).toEqual(
      live,
    );
    expect(await listed({ ...filter, category: ['closed'] })).toEqual(
      all.filter(record => record.stateCategory === 'closed'),
    );
  });

  it('every transition of every record type ran', () => {
    expect(steps.map(titleOf).filter(title => !ran.has(title))).toEqual([]);
  });
});
