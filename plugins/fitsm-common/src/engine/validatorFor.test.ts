import { parcel } from '../testing/parcel';
import { Field } from './fields';
import { parseInput } from './parseInput';
import { validatorFor, validatorForField } from './validatorFor';

const parsed = (field: Field, value: unknown) =>
  parseInput(validatorForField(field), value, 'fields.x');

const label = 'X';
const text: Field = { kind: 'text', label };
const dateTime: Field = { kind: 'dateTime', label };
const date: Field = { kind: 'date', label };
const url: Field = { kind: 'url', label };
const person: Field = { kind: 'person', label };
const people: Field = {
  kind: 'person',
  label,
  kinds: ['User', 'Group'],
  many: true,
};
const entity: Field = { kind: 'entity', label, kinds: ['Component', 'API'] };
const choice: Field = { kind: 'choice', label, options: { a: 'A', b: 'B' } };
const whole: Field = { kind: 'number', label, min: 0, max: 10, integer: true };

describe('values that fit are kept in one form', () => {
  it.each<[Field, given: unknown, kept: unknown]>([
    [text, '  Ärger 💥 ', 'Ärger 💥'],
    [text, 'x'.repeat(200), 'x'.repeat(200)],
    [{ kind: 'markdown', label }, 'a\n\n*b*', 'a\n\n*b*'],
    [{ kind: 'text', label, max: 3 }, 'abc', 'abc'],
    [choice, 'a', 'a'],
    [whole, 10, 10],
    [{ kind: 'number', label }, -1.5, -1.5],
    [{ kind: 'boolean', label }, false, false],
    [date, '2024-02-29', '2024-02-29'],
    [url, 'https://example.org/a?b#c', 'https://example.org/a?b#c'],
    [person, 'user:default/ada', 'user:default/ada'],
    [person, 'Ada', 'user:default/ada'],
    [
      people,
      ['user:ada', 'USER:default/Ada', 'group:crew'],
      ['user:default/ada', 'group:default/crew'],
    ],
    [people, [], []],
    [entity, 'component:engine', 'component:default/engine'],
    [entity, 'API:Sea/Charts', 'api:sea/charts'],
  ])('%j from %j', (field, given, kept) => {
    expect(parsed(field, given)).toEqual(kept);
  });
});

describe('API-1 values that do not fit are refused with what is wrong', () => {
  it.each<[Field, given: unknown, said: string]>([
    [text, 5, 'must be text'],
    [text, ['a'], 'must be text'],
    [text, '   ', 'must not be empty; send null to clear it'],
    [text, 'x'.repeat(201), 'must have at most 200 characters'],
    [text, 'a\u0000b', 'must not hold NUL or broken characters'],
    [text, 'a\ud800', 'must not hold NUL or broken characters'],
    [text, '\udc00a', 'must not hold NUL or broken characters'],
    [{ kind: 'text', label, max: 3 }, 'abcd', 'at most 3 characters'],
    [{ kind: 'markdown', label }, 'x'.repeat(20_001), 'at most 20000'],
    [choice, 'c', 'must be one of a or b'],
    [choice, 'toString', 'must be one of a or b'],
    [choice, ['a'], 'must be one of a or b'],
    [whole, '5', 'must be a number'],
    [whole, 1.5, 'must be a whole number'],
    [whole, -1, 'must be at least 0'],
    [whole, 11, 'must be at most 10'],
    [whole, NaN, 'must be a number'],
    [{ kind: 'number', label }, Infinity, 'must be a number'],
    [{ kind: 'number', label }, 1e16, 'must be at most'],
    [{ kind: 'boolean', label }, 'true', 'must be true or false'],
    [date, '2026-02-30', 'must be a day of the calendar as yyyy-mm-dd'],
    [date, '2026-1-1', 'must be a day of the calendar as yyyy-mm-dd'],
    [date, '2026-05-04T00:00:00Z', 'must be a day of the calendar'],
    [date, '1899-12-31', 'between the years 1900 and 2199'],
    [date, '2200-01-01', 'between the years 1900 and 2199'],
    [url, 'ftp://example.org', 'begins with http:// or https://'],
    [url, 'example.org', 'begins with http:// or https://'],
    [
      person,
      'group:default/crew',
      'must name a User of the catalog as user:<namespace>/<name>',
    ],
    [person, 'user:default/a b', 'must name a User of the catalog'],
    [person, '', 'must name a User of the catalog'],
    [person, ['user:default/ada'], 'must name a User of the catalog'],
    [people, 'user:default/ada', 'must be a list'],
    [people, ['ada'], 'must name a User or Group of the catalog'],
    [
      people,
      Array.from({ length: 101 }, (_, index) => `user:default/u${index}`),
      'at most 100 entries',
    ],
    [entity, 'engine', 'must name a Component or API of the catalog'],
    [
      entity,
      'system:default/ferry',
      'must name a Component or API of the catalog',
    ],
  ])('%j for %j', (field, given, said) => {
    expect(() => parsed(field, given)).toThrow(said);
    expect(() => parsed(field, given)).toThrow(/^fields\.x/);
  });
});

describe('TIM-1 instants are kept in UTC', () => {
  it.each([
    ['2026-05-04T09:30:00Z', '2026-05-04T09:30:00.000Z'],
    ['2026-05-04T09:30:00.123Z', '2026-05-04T09:30:00.123Z'],
    ['2026-05-04T09:30:00+02:00', '2026-05-04T07:30:00.000Z'],
    ['2026-05-04T09:30:00+0200', '2026-05-04T07:30:00.000Z'],
    ['2026-05-04T09:30:00-11', '2026-05-04T20:30:00.000Z'],
    ['2026-05-04T00:15+14:00', '2026-05-03T10:15:00.000Z'],
    ['2026-W19-1T09:30Z', '2026-05-04T09:30:00.000Z'],
    ['2026-12-31T23:59:59.999-00:30', '2027-01-01T00:29:59.999Z'],
    ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00.000Z'],
    ['2199-12-31T23:59:59.999Z', '2199-12-31T23:59:59.999Z'],
  ])('%s is %s', (given, kept) => {
    expect(parsed(dateTime, given)).toBe(kept);
  });

  const form = 'must be an instant as ISO 8601 with a zone';
  const range = 'must lie between the years 1900 and 2199';
  it.each([
    ['2026-05-04', form],
    ['2026-05-04T09:30:00', form],
    ['2026-05-04T25:00:00Z', form],
    ['2026-02-30T00:00:00Z', form],
    ['2026-05-04T09:30:00 Europe/Berlin', form],
    ['yesterday', form],
    ['', form],
    ['1899-12-31T23:59:59.999Z', range],
    ['2200-01-01T00:00:00Z', range],
    ['1900-01-01T00:00:00+01:00', range],
    ['+275760-09-13T00:00:00Z', range],
  ])('%s is refused', (given, said) => {
    expect(() => parsed(dateTime, given)).toThrow(said);
  });

  it('a number is no instant', () => {
    expect(() => parsed(dateTime, 1_777_887_000)).toThrow(
      'must be an instant as ISO 8601 text',
    );
  });
});

describe('the fields of a record', () => {
  const create = (input: unknown) =>
    parseInput(validatorFor(parcel, 'create'), input, 'fields');
  const change = (input: unknown) =>
    parseInput(validatorFor(parcel, 'change'), input, 'fields');

  it('a new record needs what is required, and no more', () => {
    expect(create({ content: 'Books' })).toEqual({ content: 'Books' });
    expect(() => create({})).toThrow('fields.content: is required');
    expect(() => create({ content: null })).toThrow('fields.content');
  });

  it('a change leaves out what stays, and clears by null', () => {
    expect(change({})).toEqual({});
    expect(change({ weight: null, ship: null })).toEqual({
      weight: null,
      ship: null,
    });
    expect(() => change({ content: null })).toThrow('fields.content');
  });

  it('what the type does not have is named', () => {
    expect(() => change({ height: 1, depth: 2 })).toThrow(
      'fields.height: is not known here; leave it out; fields.depth: is not known here; leave it out',
    );
    expect(() => change(JSON.parse('{"__proto__":{"a":1}}'))).toThrow(
      'fields.__proto__',
    );
    expect(() => change({ constructor: 1 })).toThrow('fields.constructor');
  });

  it('each mistake is named', () => {
    expect(() => create({ content: '', weight: 'much' })).toThrow(
      /fields\.content: .*; fields\.weight: must be a number/,
    );
  });
});
