import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  AnyRecordType,
  incident as wholeIncident,
  isrm as wholeIsrm,
  priorityFor,
  ProcessDefinition,
} from '@fitsm/plugin-fitsm-common';
import { RecordBehaviour } from '@fitsm/plugin-fitsm-node';
import { RecordTypeRegistry } from './RecordTypeRegistry';

// Links lead to types of other processes.
const incident = { ...wholeIncident, relations: {} };
const isrm: ProcessDefinition = { ...wholeIsrm, recordTypes: [incident] };
const chm: ProcessDefinition = { ...isrm, code: 'chm', recordTypes: [] };

/** As the other type, but without priority and with a guard. */
const { prioritised: _, ...unprioritised } = incident;
const guarded: AnyRecordType = {
  ...unprioritised,
  name: 'guarded',
  idPrefix: 'GRD',
  relations: {},
  lifecycle: {
    ...incident.lifecycle,
    transitions: {
      ...incident.lifecycle.transitions,
      start: { ...incident.lifecycle.transitions.start, guard: 'isReady' },
    },
  },
};
const isReady: RecordBehaviour = {
  type: 'guarded',
  guards: { isReady: () => true },
};

const create = (
  fitsm: JsonObject = {},
  more: Partial<Parameters<typeof RecordTypeRegistry.create>[0]> = {},
) =>
  RecordTypeRegistry.create({
    processes: [isrm, chm],
    config: mockServices.rootConfig({ data: { fitsm } }),
    ...more,
  });

const withGuarded = (behaviours: RecordBehaviour[], fitsm?: JsonObject) =>
  create(fitsm, {
    added: [{ process: 'chm', definition: guarded }],
    behaviours,
  });

const namesIn = ({ definitions }: RecordTypeRegistry) =>
  definitions.map(({ name }) => name);

it('all processes run unless config says otherwise', () => {
  expect(namesIn(create())).toEqual(['incident']);
  const only = create({ processes: ['chm'] });
  expect(only.processes.map(({ code }) => code)).toEqual(['chm']);
  expect(only.has('incident')).toBe(false);
  expect(() => only.get('incident')).toThrow("'incident' is no record type");
});

it('record types can be added to a process', () => {
  const registry = withGuarded([isReady]);
  expect(namesIn(registry)).toEqual(['incident', 'guarded']);
  expect(registry.get('guarded').process.code).toBe('chm');
  expect(registry.get('guarded').guards).toEqual(isReady.guards);
});

it('config changes the matrix and the days of a copy', () => {
  const { definition } = create({
    recordTypes: {
      incident: {
        priorityMatrix: { high: { low: 1 } },
        automaticAfterDays: { closeUnanswered: 0.5 },
      },
    },
  }).get('incident');
  const highAndLow = { impact: 'high', urgency: 'low' };
  expect(priorityFor(definition, highAndLow)).toBe(1);
  expect(priorityFor(definition, { impact: 'low', urgency: 'low' })).toBe(4);
  expect(definition.lifecycle.transitions.closeUnanswered.automatic).toEqual({
    afterDays: 0.5,
  });
  expect(priorityFor(incident, highAndLow)).toBe(3);
});

it.each<[path: string, cure: string, fitsm: JsonObject]>([
  ['processes', "'xyz' is no process; use isrm or chm", { processes: ['xyz'] }],
  [
    'recordTypes.parcel',
    'is no record type that runs here; use incident or guarded',
    { recordTypes: { parcel: {} } },
  ],
  [
    'recordTypes.guarded.priorityMatrix',
    'records of this type have no priority; leave it out',
    { recordTypes: { guarded: { priorityMatrix: { high: { high: 1 } } } } },
  ],
  [
    'recordTypes.incident.priorityMatrix.high.huge',
    'is no pair of impact and urgency',
    { recordTypes: { incident: { priorityMatrix: { high: { huge: 1 } } } } },
  ],
  [
    'recordTypes.incident.priorityMatrix.huge.high',
    'is no pair of impact and urgency',
    { recordTypes: { incident: { priorityMatrix: { huge: { high: 1 } } } } },
  ],
  [
    'recordTypes.incident.automaticAfterDays.start',
    'is no transition that happens by itself',
    { recordTypes: { incident: { automaticAfterDays: { start: 1 } } } },
  ],
  ...[0, -1, 3651].map((days): [string, string, JsonObject] => [
    'recordTypes.incident.automaticAfterDays.closeUnanswered',
    'must be more than 0 and at most 3650 days',
    {
      recordTypes: {
        incident: { automaticAfterDays: { closeUnanswered: days } },
      },
    },
  ]),
])('config at %s is refused: %s', (path, cure, fitsm) => {
  expect(() => withGuarded([isReady], fitsm)).toThrow(`fitsm.${path}: `);
  expect(() => withGuarded([isReady], fitsm)).toThrow(cure);
});

it('a matrix whose priority is no level is refused', () => {
  const fitsm = {
    recordTypes: { incident: { priorityMatrix: { high: { high: 9 } } } },
  };
  expect(() => create(fitsm)).toThrow(
    'incident.prioritised.matrix.high.high: is 9; give one of the levels 1, 2, 3 or 4',
  );
});

it('a guard that nobody supplies is named', () => {
  expect(() => withGuarded([])).toThrow(
    "guarded.lifecycle.transitions.start.guard: nobody supplies 'isReady'; add it with addBehaviour",
  );
});

it('a guard that no transition names is refused', () => {
  const unused = { type: 'guarded', guards: { isOpen: () => true as const } };
  expect(() => withGuarded([isReady, unused])).toThrow(
    "The behaviour of guarded supplies the guard 'isOpen', which no transition names; remove it",
  );
});

it('behaviour of types that do not run here does no harm', () => {
  const registry = create({ processes: ['chm'] }, { behaviours: [isReady] });
  expect(namesIn(registry)).toEqual([]);
});
