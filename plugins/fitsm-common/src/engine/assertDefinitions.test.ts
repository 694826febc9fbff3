import { recordTypes } from '../processes';
import { parcel } from '../testing/parcel';
import { assertDefinitions } from './assertDefinitions';
import { AnyRecordType, Approval, Transition } from './defineRecordType';
import { Field } from './fields';
import { stepColumns } from './steps';

const withField = (name: string, field: Field): AnyRecordType => ({
  ...parcel,
  fields: { ...parcel.fields, [name]: field },
});
const withLifecycle = (
  change: Partial<AnyRecordType['lifecycle']>,
): AnyRecordType => ({
  ...parcel,
  lifecycle: { ...parcel.lifecycle, ...change },
});
const withTransition = (change: Partial<Transition>, name = 'send') => {
  const { transitions } = parcel.lifecycle;
  return withLifecycle({
    transitions: {
      ...transitions,
      [name]: { ...transitions[name], ...change },
    },
  });
};
const withPriority = (
  change: Partial<NonNullable<AnyRecordType['prioritised']>>,
): AnyRecordType => ({
  ...parcel,
  prioritised: { ...parcel.prioritised!, ...change },
});
const { states } = parcel.lifecycle;
const [contains] = Object.values(parcel.relations);

/** A parcel of which a vote decides, with a checklist, and reviewed. */
const voted: AnyRecordType = {
  ...parcel,
  fields: {
    ...parcel.fields,
    list: { kind: 'rows', label: 'List', columns: stepColumns },
    lookAfter: { kind: 'dateTime', label: 'Look after it', column: 'dueAt' },
  },
  lifecycle: {
    ...parcel.lifecycle,
    states: {
      ...states,
      sent: { ...states.sent, locked: true },
      weighed: { label: 'Weighed', category: 'waiting' },
    },
    transitions: {
      ...parcel.lifecycle.transitions,
      weigh: {
        label: 'Weigh',
        from: ['packed'],
        to: 'weighed',
        by: ['owner'],
        needs: ['size'],
      },
      pass: { label: 'Pass', from: ['weighed'], to: 'sent', by: [] },
      unpack: { label: 'Unpack', from: ['weighed'], to: 'packed', by: [] },
      look: { label: 'Look', from: ['sent'], to: 'sent', by: ['owner'] },
    },
  },
  approvals: {
    small: {
      label: 'Small enough',
      state: 'weighed',
      when: { field: 'size', is: ['small', 'large'] },
      by: ['witnesses'],
      apartFrom: ['carrier'],
      rule: 'all',
      withinDays: 2,
      approves: 'pass',
      refuses: 'unpack',
    },
  },
  reviewed: {
    transition: 'look',
    states: ['sent'],
    interval: 'weight',
    everyDays: 3,
    next: 'lookAfter',
  },
  steps: { field: 'list', before: ['arrive'] },
};
const { small } = voted.approvals!;
const withApproval = (change: Partial<Approval>): AnyRecordType => ({
  ...voted,
  approvals: { small: { ...small, ...change } },
});
const withVoted = (name: string, change: Partial<Transition>) => ({
  ...voted,
  lifecycle: {
    ...voted.lifecycle,
    transitions: {
      ...voted.lifecycle.transitions,
      [name]: { ...voted.lifecycle.transitions[name], ...change },
    },
  },
});

it('a definition without mistakes passes', () => {
  expect(() => assertDefinitions([voted])).not.toThrow();
  expect(() => assertDefinitions([parcel, ...recordTypes])).not.toThrow();
});

it.each<[path: string, cure: string, definition: AnyRecordType]>([
  [
    'approvals.small.state',
    "'gone' does not exist",
    withApproval({ state: 'gone' }),
  ],
  [
    'approvals.small.by',
    "'porter' does not exist",
    withApproval({ by: ['porter'] }),
  ],
  [
    'approvals.small.approves',
    'leave its by empty',
    withVoted('pass', { by: ['owner'] }),
  ],
  [
    'approvals.small.approves',
    "does not lead out of 'weighed'",
    withVoted('pass', { from: ['packed'] }),
  ],
  [
    'approvals.small.approves',
    'make that state locked',
    withApproval({ approves: 'unpack' }),
  ],
  [
    'approvals',
    'cover large',
    withApproval({ when: { field: 'size', is: ['small'] } }),
  ],
  [
    'approvals',
    "let the transitions to 'weighed' need it",
    withVoted('weigh', { needs: [] }),
  ],
  ['approvals.small', 'must be above 0', withApproval({ rule: 0 })],
  [
    'approvals.small.when.size',
    "'huge' does not exist; use small or large",
    withApproval({ when: { field: 'size', is: ['small', 'large', 'huge'] } }),
  ],
  [
    'lifecycle.transitions.send.apartFrom',
    "'porter' does not exist",
    withTransition({ apartFrom: ['porter'] }),
  ],
  [
    'lifecycle.transitions.send.needsLinks',
    "'holds' does not exist; use contains",
    withTransition({ needsLinks: { holds: ['sent'] } }),
  ],
  [
    'lifecycle.transitions.send.needsLinks.contains',
    "'lost' does not exist",
    withTransition({ needsLinks: { contains: ['lost'] } }),
  ],
  [
    'lifecycle.transitions.send.evidenceWhen.0.when',
    "'weight' does not exist; use size or haste",
    withTransition({ evidenceWhen: [{ when: { weight: ['1'] }, rows: [] }] }),
  ],
  [
    'lifecycle.transitions.send.evidenceWhen.0.when.size',
    "'huge' does not exist",
    withTransition({ evidenceWhen: [{ when: { size: ['huge'] }, rows: [] }] }),
  ],
  [
    'gathers.rows',
    "'list' needs the columns topic, a choice, and about, a text",
    {
      ...voted,
      gathers: { rows: 'list', since: 'sentAt', topics: { late: ['parcel'] } },
    },
  ],
  ['ofProcess', "'weight' does not exist", { ...parcel, ofProcess: 'weight' }],
  [
    'independent.person',
    "'harbour' does not exist; use pilot",
    {
      ...parcel,
      fields: {
        ...parcel.fields,
        legs: {
          kind: 'rows',
          label: 'Legs',
          columns: {
            harbour: { kind: 'choice', label: 'Harbour', options: { a: 'A' } },
            pilot: { kind: 'person', label: 'Pilot' },
          },
        },
      },
      independent: {
        rows: 'legs',
        process: 'harbour',
        person: 'harbour',
        otherwise: ['carrier'],
        before: ['send'],
      },
    },
  ],
  [
    'reviewed.next',
    'must fill the column dueAt',
    { ...voted, reviewed: { ...voted.reviewed!, next: 'sentAt' } },
  ],
  [
    'steps.before',
    "'fly' does not exist",
    { ...voted, steps: { field: 'list', before: ['fly'] } },
  ],
  [
    'fields.list.columns',
    'must be stepColumns',
    {
      ...voted,
      fields: {
        ...voted.fields,
        list: {
          kind: 'rows',
          label: 'List',
          columns: { step: stepColumns.step },
        },
      },
    },
  ],
  [
    'lifecycle.transitions.look.moves.transition',
    "'fly' is none of parcel",
    withVoted('look', { moves: { relation: 'contains', transition: 'fly' } }),
  ],
  [
    'lifecycle.transitions.arrive.automatic.at',
    "'yesterday' does not exist",
    withVoted('arrive', { automatic: { at: 'yesterday' } }),
  ],
  ['name', 'must be camelCase', { ...parcel, name: 'Big Parcel' }],
  ['idPrefix', 'two to eight capital letters', { ...parcel, idPrefix: 'p' }],
  [
    'fields.title',
    'must be camelCase and not one of',
    withField('title', { kind: 'text', label: 'Title' }),
  ],
  [
    'fields.a-b',
    'must be camelCase and not one of',
    withField('a-b', { kind: 'text', label: 'A' }),
  ],
  [
    'fields.port.column',
    "'category' is filled by size already",
    withField('port', { kind: 'text', label: 'Port', column: 'category' }),
  ],
  [
    'fields.crew.many',
    'a shared column holds one value; leave out many, or column',
    withField('crew', {
      kind: 'person',
      label: 'Crew',
      many: true,
      column: 'assignedGroup',
    }),
  ],
  [
    'fields.mood.default',
    "'bad' does not exist; use good",
    withField('mood', {
      kind: 'choice',
      label: 'Mood',
      options: { good: 'Good' },
      default: 'bad',
    }),
  ],
  [
    'fields.crew.default',
    "'weight' does not exist; use ship",
    withField('crew', {
      kind: 'person',
      label: 'Crew',
      default: { ownerOf: 'weight' },
    }),
  ],
  [
    'owner.default',
    "'harbour' does not exist; use ship",
    { ...parcel, owner: { label: 'Owner', default: [{ ownerOf: 'harbour' }] } },
  ],
  [
    'lifecycle.initial',
    "'lost' does not exist; use packed, sent or arrived",
    withLifecycle({ initial: 'lost' }),
  ],
  [
    'lifecycle.transitions.send.from',
    "'lost' does not exist; use packed, sent or arrived",
    withTransition({ from: ['packed', 'lost'] }),
  ],
  [
    'lifecycle.transitions.send.to',
    "'lost' does not exist",
    withTransition({ to: 'lost' }),
  ],
  [
    'lifecycle.transitions.send.by',
    "'pirate' does not exist; use carrier, witnesses, owner",
    withTransition({ by: ['pirate'] }),
  ],
  [
    'lifecycle.transitions.send.by',
    'name who may, or make it automatic',
    withTransition({ by: [] }),
  ],
  [
    'lifecycle.transitions.send.needs',
    "'stamp' does not exist",
    withTransition({ needs: ['stamp'] }),
  ],
  [
    'lifecycle.transitions.send.offers',
    "'stamp' does not exist",
    withTransition({ offers: ['stamp'] }),
  ],
  [
    'lifecycle.transitions.send.clears',
    "'stamp' does not exist",
    withTransition({ clears: ['stamp'] }),
  ],
  [
    'lifecycle.transitions.send.stamps',
    "'weight' does not exist; use sentAt",
    withTransition({ stamps: ['weight'] }),
  ],
  [
    'lifecycle.transitions.send.notify',
    "'weight' does not exist; use carrier, witnesses or owner",
    withTransition({ notify: ['weight'] }),
  ],
  [
    'lifecycle.transitions.arrive.automatic',
    'take needs and reason away',
    withTransition({ needs: ['weight'] }, 'arrive'),
  ],
  [
    'lifecycle.transitions.arrive.automatic',
    'take needs and reason away',
    withTransition({ reason: 'required' }, 'arrive'),
  ],
  [
    'lifecycle.transitions.arrive.automatic',
    'would happen again and again; take it out of from',
    withTransition({ to: 'sent' }, 'arrive'),
  ],
  [
    'lifecycle.states.lost',
    "no transition leads there from 'packed'; add one, or remove the state",
    withLifecycle({
      states: { ...states, lost: { label: 'Lost', category: 'closed' } },
    }),
  ],
  [
    'lifecycle.states.arrived',
    "no transition leads out of it; add one, or make its category 'closed'",
    withLifecycle({
      states: { ...states, arrived: { label: 'There', category: 'open' } },
    }),
  ],
  [
    'relations.contains.to',
    "'whale' does not exist",
    { ...parcel, relations: { contains: { ...contains, to: ['whale'] } } },
  ],
  [
    'relations.contains.inverse',
    "'holds' is a relation of its own; choose another name",
    {
      ...parcel,
      relations: {
        contains: { ...contains, inverse: { name: 'holds', label: 'Holds' } },
        holds: contains,
      },
    },
  ],
  [
    'prioritised.impact',
    "'weight' does not exist; use size or haste",
    withPriority({ impact: 'weight' }),
  ],
  [
    'prioritised.urgency',
    "'weight' does not exist; use size or haste",
    withPriority({ urgency: 'weight' }),
  ],
  [
    'prioritised.matrix.large.whenever',
    'is undefined; give one of the levels 1, 2 or 3',
    withPriority({
      matrix: { small: { soon: 2, whenever: 3 }, large: { soon: 1 } },
    }),
  ],
  [
    'prioritised.matrix.small.soon',
    'is 9; give one of the levels 1, 2 or 3',
    withPriority({
      matrix: {
        ...parcel.prioritised!.matrix,
        small: { soon: 9, whenever: 1 },
      },
    }),
  ],
  [
    'form.0.fields',
    "'stamp' does not exist",
    { ...parcel, form: [{ title: 'What', fields: ['content', 'stamp'] }] },
  ],
  [
    'form',
    'the required field content is in no section; add it to one',
    { ...parcel, form: [] },
  ],
  [
    'table.columns',
    "'stamp' does not exist",
    { ...parcel, table: { columns: ['id', 'stamp'] } },
  ],
])('a mistake at %s is named with its cure: %s', (path, cure, definition) => {
  expect(() => assertDefinitions([definition])).toThrow(
    `${definition.name}.${path}: `,
  );
  expect(() => assertDefinitions([definition])).toThrow(cure);
});

it.each<[path: string, other: AnyRecordType]>([
  ["other.idPrefix: 'PAR'", { ...parcel, name: 'other' }],
  ["parcel.name: 'parcel'", { ...parcel, idPrefix: 'OTH' }],
])('%s of two types is named', (path, other) => {
  expect(() => assertDefinitions([parcel, other])).toThrow(
    `${path} is another record type's too; choose one that is free`,
  );
});

it('all mistakes are named at once', () => {
  expect(() =>
    assertDefinitions([{ ...withTransition({ to: 'lost' }), idPrefix: 'p' }]),
  ).toThrow(/idPrefix.*; .*transitions\.send\.to/);
});
