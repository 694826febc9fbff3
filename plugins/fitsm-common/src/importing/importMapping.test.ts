import { incident } from '../processes';
import { createRecordMapper, importPresets, parseImportMapping } from '.';

const whole = {
  type: 'incident',
  source: { system: 'old', id: 'number' },
  times: { zone: 'Europe/Lisbon' },
  title: 'title',
  state: { column: 'state', values: { New: 'new' } },
  createdAt: 'opened',
};
const withMore = (more: object) => JSON.stringify({ ...whole, ...more });

it('a mapping may be YAML or JSON, and a column stand alone', () => {
  const yaml = `
type: incident
source: { system: old, id: number }
times: { zone: Europe/Lisbon }
title: title
state: { column: state, values: { New: new } }
createdAt: { column: opened }
`;
  expect(parseImportMapping(yaml)).toEqual(
    parseImportMapping(JSON.stringify(whole)),
  );
});

it.each<[mistake: string, text: string, says: string[]]>([
  ['broken YAML', 'type: [', ['neither YAML nor JSON']],
  ['no object', '3', ['mapping: must be an object']],
  ['nothing', '{}', ['mapping.type: is required', 'mapping.source']],
  [
    'an unknown key',
    withMore({ titel: 'x' }),
    ['mapping.titel: is not known here; leave it out'],
  ],
  [
    'an unknown key below',
    withMore({ fields: { impact: { colum: 'x' } } }),
    ['mapping.fields.impact.colum: is not known here'],
  ],
  [
    'column and text',
    withMore({ title: { column: 'a', text: 'b' } }),
    ['mapping.title: must have either column or text'],
  ],
  [
    'ref and spread',
    withMore({
      owner: { column: 'a', ref: 'user:default/{value}', spread: ['b'] },
    }),
    ['mapping.owner: has both ref and spread; leave one out'],
  ],
  [
    'a ref without a place',
    withMore({ owner: { column: 'a', ref: 'user:default/ada' } }),
    ['mapping.owner.ref: must hold {value}'],
  ],
  [
    'an unknown preset',
    withMore({ extends: 'remedy' }),
    ["mapping.extends: 'remedy' is not a preset; use servicenowIncidentLog"],
  ],
])('a mapping with %s names the path and the cure', (_, text, says) => {
  for (const part of says) {
    expect(() => parseImportMapping(text)).toThrow(part);
  }
});

it.each<[mistake: string, more: object, says: string]>([
  [
    'a field that is not there',
    { fields: { colour: 'c' } },
    'mapping.fields.colour: incident has no such field; use description,',
  ],
  [
    'a value that the field does not take',
    { fields: { impact: { column: 'i', values: { '1': 'huge' } } } },
    "mapping.fields.impact.values.1: 'huge' must be one of high, medium or low",
  ],
  [
    'a state that is not there',
    { state: { column: 's', values: { New: 'fresh' } } },
    "mapping.state.values.New: 'fresh' is not a state of incident; use new,",
  ],
  [
    'a reference of another kind',
    { fields: { affected: { column: 'c', spread: ['user:default/ada'] } } },
    "mapping.fields.affected.spread.0: 'user:default/ada' must name a Component",
  ],
  [
    'a mistake further down',
    { owner: { column: 'a', otherwise: { text: 'nobody' } } },
    "mapping.owner.otherwise.text: 'nobody' must name a User or Group",
  ],
  [
    'a priority that is not there',
    { priority: { column: 'p', values: { P5: 5 } } },
    "mapping.priority.values.P5: '5' is not a priority; use 1, 2, 3 or 4",
  ],
  [
    'a relation that is not there',
    { links: { brokenBy: 'c' } },
    'mapping.links.brokenBy: incident has no such relation; use causedBy,',
  ],
  [
    'a zone that is not there',
    { times: { zone: 'Mars/Base' } },
    "mapping.times.zone: 'Mars/Base' is no time zone; write Europe/Lisbon",
  ],
  [
    'a last value without events',
    { fields: { resolution: { column: 'r', fromLast: true } } },
    'mapping.fields.resolution.fromLast: is for fields, where rows are events',
  ],
])('against the definition, %s is named with its cure', (_, more, says) => {
  const mapping = parseImportMapping(withMore(more));
  expect(() => createRecordMapper(incident, mapping)).toThrow(says);
});

it.each(importPresets.map(({ name }) => name))(
  'the preset %s fits its record type, and a mapping may change parts of it',
  name => {
    const preset = parseImportMapping(`extends: ${name}`);
    expect(() => createRecordMapper(incident, preset)).not.toThrow();

    const changed = parseImportMapping(`
extends: ${name}
source: { system: ours }
state: { values: { Parked: onHold } }
priority: null
title: short_description
`);
    expect(changed.source).toEqual({ ...preset.source, system: 'ours' });
    expect(changed.state.values).toEqual({
      ...preset.state.values,
      Parked: 'onHold',
    });
    expect(changed).not.toHaveProperty('priority');
    expect(changed.title).toEqual({ column: 'short_description' });
    expect(changed.fields).toEqual(preset.fields);
  },
);
