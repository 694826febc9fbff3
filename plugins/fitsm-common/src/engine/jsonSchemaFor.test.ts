import { parcel } from '../testing/parcel';
import { AnyRecordType } from './defineRecordType';
import { Field, FieldKind } from './fields';
import { jsonSchemaFor } from './jsonSchemaFor';

type Schema = {
  required?: string[];
  additionalProperties?: unknown;
  properties: Record<string, Record<string, unknown>>;
};
const schemaOf = (definition: AnyRecordType, use: 'create' | 'change') =>
  jsonSchemaFor(definition, use) as Schema;

it('a new record needs the required fields, a change needs none', () => {
  expect(schemaOf(parcel, 'create').required).toEqual(['content']);
  expect(schemaOf(parcel, 'change').required ?? []).toEqual([]);
});

it('the fields of the type are there with what people read, and no others', () => {
  const { properties, additionalProperties } = schemaOf(parcel, 'create');
  expect(Object.keys(properties)).toEqual(Object.keys(parcel.fields));
  expect(properties.weight).toMatchObject({
    title: 'Weight',
    description: 'In kilograms.',
  });
  expect(additionalProperties).toBe(false);
});

const label = 'X';
const kinds: Record<FieldKind, [Field, object]> = {
  text: [
    { kind: 'text', label, max: 5 },
    { type: 'string', maxLength: 5 },
  ],
  markdown: [
    { kind: 'markdown', label },
    { type: 'string', maxLength: 20_000 },
  ],
  choice: [
    { kind: 'choice', label, options: { a: 'A', b: 'B' } },
    { type: 'string', enum: ['a', 'b'] },
  ],
  number: [
    { kind: 'number', label, min: 1, max: 3, integer: true },
    { type: 'integer', minimum: 1, maximum: 3 },
  ],
  boolean: [{ kind: 'boolean', label }, { type: 'boolean' }],
  dateTime: [{ kind: 'dateTime', label }, { type: 'string' }],
  date: [{ kind: 'date', label }, { type: 'string' }],
  url: [
    { kind: 'url', label },
    { type: 'string', maxLength: 2_000 },
  ],
  person: [
    { kind: 'person', label },
    { type: 'string', maxLength: 600 },
  ],
  entity: [
    { kind: 'entity', label, kinds: ['API'], many: true },
    { type: 'array', items: { type: 'string', maxLength: 600 }, maxItems: 100 },
  ],
  rows: [
    {
      kind: 'rows',
      label,
      columns: { name: { kind: 'text', label, required: true } },
      max: 3,
    },
    {
      type: 'array',
      maxItems: 3,
      items: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: { name: { type: 'string', maxLength: 200 } },
      },
    },
  ],
};

it.each(Object.entries(kinds))(
  'a field of kind %s has its schema',
  (_, [field, expected]) => {
    const definition = {
      ...parcel,
      fields: { x: { ...field, required: true } },
    };
    expect(schemaOf(definition, 'create').properties.x).toMatchObject(expected);
  },
);
