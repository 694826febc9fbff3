import { parcel } from '../testing/parcel';
import { processes } from '../processes';
import { assertKpis } from './assertKpis';
import { ProcessDefinition } from './defineProcess';
import { AnyRecordType } from './defineRecordType';
import { KpiCondition, KpiUnit, Measure } from './kpis';

// Names of other types than FitSM's are no `RecordTypeName`.
const type = ['parcel'] as never;

function withMeasure(measure: Measure, unit: KpiUnit = 'count') {
  const post: ProcessDefinition = {
    ...processes[0],
    code: 'isrm',
    recordTypes: [parcel as AnyRecordType],
    kpis: { one: { label: 'One', help: '', unit, better: 'lower', measure } },
  };
  return () => assertKpis([post]);
}

const where = (one: KpiCondition): Measure => ({
  count: { type, where: [one] },
});

it('the KPIs of all processes can be computed', () => {
  expect(() => assertKpis(processes)).not.toThrow();
});

it.each(processes)('$code has three to seven KPIs', ({ kpis = {} }) => {
  expect(Object.keys(kpis).length).toBeGreaterThanOrEqual(3);
  expect(Object.keys(kpis).length).toBeLessThanOrEqual(7);
});

it.each<[what: string, measure: Measure, unit?: KpiUnit]>([
  ['counts', { count: { type, at: 'createdAt' } }],
  ['instants in fields', { count: { type, at: 'sentAt' } }],
  ['transitions', { count: { type, at: { moved: ['send'] } } }],
  ['links by their own name', where({ linked: ['contains'] })],
  ['links by the name of the other side', where({ linked: ['containedIn'] })],
  ['priorities', where({ field: 'priority', is: [1] })],
  ['means of numbers', { mean: 'weight', of: { type } }],
  [
    'durations',
    { mean: { from: 'createdAt', to: 'now' }, of: { type } },
    'days',
  ],
  ['shares', { share: [{ state: ['sent'] }], of: { type } }, 'percent'],
])('%s pass', (...[, measure, unit]) => {
  expect(withMeasure(measure, unit)).not.toThrow();
});

it.each<[path: string, cure: string, measure: Measure, unit?: KpiUnit]>([
  ['type', 'do not all exist', { count: { type: ['incident'] } }],
  ['at', "'weight' does not exist", { count: { type, at: 'weight' } }],
  [
    'at.moved',
    "'lose' does not exist",
    { count: { type, at: { moved: ['lose'] } } },
  ],
  ['where.0.state', "'lost' does not exist", where({ state: ['lost'] })],
  ['where.0.moved', "'lose' does not exist", where({ moved: ['lose'] })],
  [
    'where.0.field',
    "'stamp' does not exist",
    where({ field: 'stamp', isSet: true }),
  ],
  [
    'where.0.is',
    "'huge' does not exist; use small or large",
    where({ field: 'size', is: ['huge'] }),
  ],
  [
    'where.0.notAfter',
    "'weight' does not exist",
    where({ instant: 'sentAt', notAfter: 'weight' }),
  ],
  ['where.0.linked', 'leads nowhere', where({ linked: ['eats'] })],
  [
    'where.0.state',
    "'lost' does not exist",
    where({ linked: ['contains'], state: ['lost'] }),
  ],
  ['mean', "'size' does not exist", { mean: 'size', of: { type } }],
  [
    'ratio.per',
    "'size' does not exist",
    { ratio: { sum: 'weight', per: 'size' }, of: { type } },
    'percent',
  ],
  ['unit', 'use percent', { share: [], of: { type } }],
  [
    'unit',
    'use days or hours',
    { mean: { from: 'createdAt', to: 'now' }, of: { type } },
  ],
])(
  'a mistake at %s is named with its cure: %s',
  (...[path, cure, measure, unit]) => {
    expect(withMeasure(measure, unit)).toThrow(`isrm.kpis.one.${path}: `);
    expect(withMeasure(measure, unit)).toThrow(cure);
  },
);
