import { incident, recordTypes } from '../processes';
import { OrderField, orderFields } from '../records';
import { assertDefinitions } from './assertDefinitions';
import {
  AnyRecordType,
  defineRecordType,
  FieldsOf,
  RecordTypeName,
  StateOf,
  TransitionOf,
} from './defineRecordType';
import { field } from './fields';

/**
 * Mistakes that do not compile: the compiler reports each `@ts-expect-error`
 * below which there is no error. What runs shows that they would be found at
 * the start too, in definitions that no compiler saw.
 */

const base = {
  name: 'incident',
  idPrefix: 'ABC',
  label: { one: 'One', many: 'Many' },
  description: '',
  evidenceFor: [],
  fields: {
    note: field.text({ label: 'Note' }),
    impact: field.choice({ label: 'Impact', options: { high: 'High' } }),
    urgency: field.choice({ label: 'Urgency', options: { high: 'High' } }),
    helper: field.person({ label: 'Helper' }),
    ship: field.entity({ label: 'Ship', kinds: ['Component'] }),
    doneAt: field.dateTime({ label: 'Done' }),
  },
  owner: { label: 'Owner', default: ['creator'] },
  relations: {},
  form: [{ title: 'All', fields: ['title', 'note'] }],
  table: { columns: ['id', 'note'] },
} as const;

const states = {
  open: { label: 'Open', category: 'open' },
  done: { label: 'Done', category: 'closed' },
} as const;
const finish = {
  label: 'Finish',
  from: ['open'],
  to: 'done',
  by: ['helper', 'owner'],
} as const;
const lifecycle = {
  initial: 'open',
  states,
  transitions: { finish },
} as const;
const prioritised = {
  impact: 'impact',
  urgency: 'urgency',
  matrix: { high: { high: 1 } },
  levels: { '1': 'First' },
} as const;
const related = { label: 'To', inverse: { name: 'fro', label: 'Fro' } };

it('the definition that the mistakes are made in has none', () => {
  const definition = defineRecordType({ ...base, lifecycle, prioritised });
  expect(() => assertDefinitions([definition])).not.toThrow();
});

const mistakes: Array<[path: string, definition: AnyRecordType]> = [
  [
    'lifecycle.initial',
    defineRecordType({
      ...base,
      // @ts-expect-error an unknown state
      lifecycle: { initial: 'lost', states, transitions: { finish } },
    }),
  ],
  [
    'lifecycle.transitions.finish.from',
    defineRecordType({
      ...base,
      lifecycle: {
        ...lifecycle,
        // @ts-expect-error an unknown state
        transitions: { finish: { ...finish, from: ['lost'] } },
      },
    }),
  ],
  [
    'lifecycle.transitions.finish.to',
    defineRecordType({
      ...base,
      lifecycle: {
        ...lifecycle,
        // @ts-expect-error an unknown state
        transitions: { finish: { ...finish, to: 'lost' } },
      },
    }),
  ],
  [
    'lifecycle.transitions.finish.by',
    defineRecordType({
      ...base,
      lifecycle: {
        ...lifecycle,
        // @ts-expect-error a role that no person field gives
        transitions: { finish: { ...finish, by: ['note'] } },
      },
    }),
  ],
  [
    'lifecycle.transitions.finish.by',
    defineRecordType({
      ...base,
      lifecycle: {
        ...lifecycle,
        // @ts-expect-error a role that processes do not have
        transitions: { finish: { ...finish, by: ['process:king'] } },
      },
    }),
  ],
  [
    'lifecycle.transitions.finish.needs',
    defineRecordType({
      ...base,
      lifecycle: {
        ...lifecycle,
        // @ts-expect-error an unknown field
        transitions: { finish: { ...finish, needs: ['stamp'] } },
      },
    }),
  ],
  [
    'lifecycle.transitions.finish.clears',
    defineRecordType({
      ...base,
      lifecycle: {
        ...lifecycle,
        // @ts-expect-error an unknown field
        transitions: { finish: { ...finish, clears: ['stamp'] } },
      },
    }),
  ],
  [
    'lifecycle.transitions.finish.notify',
    defineRecordType({
      ...base,
      lifecycle: {
        ...lifecycle,
        // @ts-expect-error a field that names no people
        transitions: { finish: { ...finish, notify: ['note'] } },
      },
    }),
  ],
  [
    'relations.to.to',
    defineRecordType({
      ...base,
      lifecycle,
      // @ts-expect-error a record type that is none
      relations: { to: { ...related, to: ['whale'] } },
    }),
  ],
  [
    'owner.default',
    defineRecordType({
      ...base,
      lifecycle,
      // @ts-expect-error a field that names no entity
      owner: { label: 'Owner', default: [{ ownerOf: 'note' }] },
    }),
  ],
  [
    'prioritised.impact',
    defineRecordType({
      ...base,
      lifecycle,
      // @ts-expect-error a field that is no choice
      prioritised: { ...prioritised, impact: 'note' },
    }),
  ],
  [
    'form.0.fields',
    defineRecordType({
      ...base,
      lifecycle,
      // @ts-expect-error an unknown field
      form: [{ title: 'All', fields: ['stamp'] }],
    }),
  ],
  [
    'table.columns',
    defineRecordType({
      ...base,
      lifecycle,
      // @ts-expect-error an unknown column
      table: { columns: ['stamp'] },
    }),
  ],
  [
    'fields.mood.default',
    defineRecordType({
      ...base,
      lifecycle,
      fields: {
        ...base.fields,
        mood: field.choice({
          label: 'Mood',
          options: { good: 'Good' },
          // @ts-expect-error an option that the choice does not have
          default: 'bad',
        }),
      },
    }),
  ],
];

it.each(mistakes)(
  'a mistake at %s does not compile, nor does it start',
  (path, definition) => {
    expect(() => assertDefinitions([definition])).toThrow(`.${path}: `);
  },
);

type Incident = typeof incident;
type Impact = NonNullable<FieldsOf<Incident>['impact']>;
const { fields, lifecycle: life } = incident;

it.each<[word: string, words: readonly string[]]>([
  // @ts-expect-error an unknown state
  ['lost' satisfies StateOf<Incident>, Object.keys(life.states)],
  // @ts-expect-error an unknown transition
  ['fly' satisfies TransitionOf<Incident>, Object.keys(life.transitions)],
  // @ts-expect-error an unknown field
  ['stamp' satisfies keyof FieldsOf<Incident>, Object.keys(fields)],
  // @ts-expect-error an option that the choice does not have
  ['huge' satisfies Impact, Object.keys(fields.impact.options)],
  // @ts-expect-error an order that lists do not have
  ['stamp' satisfies OrderField, orderFields],
  // @ts-expect-error a record type that is none
  ['whale' satisfies RecordTypeName, recordTypes.map(({ name }) => name)],
])('%s does not compile where it has to be one of %j', (word, words) => {
  expect(words).not.toContain(word);
});
