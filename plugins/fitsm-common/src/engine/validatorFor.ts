import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { fullEntityRef, kindOfRef } from './catalogRefs';
import { AnyRecordType } from './defineRecordType';
import { CellField, Field, FieldKind } from './fields';
import { isStorableText, listOf } from './text';

const EARLIEST = DateTime.fromISO('1900-01-01T00:00:00Z');
const LATEST = DateTime.fromISO('2200-01-01T00:00:00Z');
/** Entries of a field that holds many people, entities or rows. */
const MANY = 100;

const text = (max: number) =>
  z
    .string('must be text')
    .trim()
    .min(1, 'must not be empty; send null to clear it')
    .max(max, `must have at most ${max} characters`)
    .refine(isStorableText, 'must not hold NUL or broken characters');

/**
 * An instant with its zone, in any ISO 8601 form, as UTC in one form (TIM-1).
 *
 * @public
 */
export const instant = z
  .string('must be an instant as ISO 8601 text')
  .transform((value, context) => {
    const hasZone = /T.*(Z|[+-]\d\d(:?\d\d)?)$/i.test(value);
    const parsed = DateTime.fromISO(value, { setZone: true });
    if (!parsed.isValid || !hasZone) {
      context.addIssue({
        code: 'custom',
        message:
          'must be an instant as ISO 8601 with a zone, 2026-05-04T09:30:00Z for example',
      });
      return z.NEVER;
    }
    if (parsed < EARLIEST || parsed >= LATEST) {
      context.addIssue({
        code: 'custom',
        message: 'must lie between the years 1900 and 2199',
      });
      return z.NEVER;
    }
    return parsed.toUTC().toISO();
  });

const day = z
  .string('must be a day as yyyy-mm-dd')
  .refine(
    value => /^\d{4}-\d\d-\d\d$/.test(value) && DateTime.fromISO(value).isValid,
    'must be a day of the calendar as yyyy-mm-dd',
  )
  .refine(
    value => value >= '1900' && value < '2200',
    'must lie between the years 1900 and 2199',
  );

const webAddress = text(2_000).refine(value => {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}, 'must be an address that begins with http:// or https://');

/**
 * A reference to an entity of one of the kinds, in its full form.
 *
 * @public
 */
export function entityRefOf(kinds: ReadonlyArray<string>) {
  const fitting = kinds.map(kind => kind.toLocaleLowerCase('en'));
  const cure = `must name a ${listOf(kinds)} of the catalog as ${
    fitting[0]
  }:<namespace>/<name>`;
  return z
    .string(cure)
    .max(600, cure)
    .transform((value, context) => {
      const ref = fullEntityRef(
        value,
        fitting.length === 1 ? fitting[0] : undefined,
      );
      if (!ref || !fitting.includes(kindOfRef(ref))) {
        context.addIssue({ code: 'custom', message: cure });
        return z.NEVER;
      }
      return ref;
    });
}

const oneOrMany = (one: z.ZodType<string>, many: boolean | undefined) =>
  many
    ? z
        .array(one, 'must be a list')
        .max(MANY, `must have at most ${MANY} entries`)
        .transform(values => [...new Set(values)])
    : one;

/** A row without its empty cells. */
const row = (columns: Record<string, CellField>) =>
  z
    .strictObject(
      Object.fromEntries(
        Object.entries(columns).map(([name, column]) => {
          const cell = validatorForField(column);
          return [name, column.required ? cell : cell.nullish()];
        }),
      ),
      'must be an object with one value a column',
    )
    .transform(cells =>
      Object.fromEntries(
        Object.entries(cells).filter(([, value]) => value !== null),
      ),
    );

type ValidatorMakers = {
  [TKind in FieldKind]: (field: Extract<Field, { kind: TKind }>) => z.ZodType;
};

/** One a kind of field: a kind without one does not compile. */
const makers: ValidatorMakers = {
  text: field => text(field.max ?? 200),
  markdown: field => text(field.max ?? 20_000),
  choice: field => {
    const values = Object.keys(field.options);
    return z.enum(values, `must be one of ${listOf(values)}`);
  },
  number: field => {
    const number = z
      .number('must be a number')
      .min(field.min ?? -1e15, `must be at least ${field.min ?? -1e15}`)
      .max(field.max ?? 1e15, `must be at most ${field.max ?? 1e15}`);
    return field.integer ? number.int('must be a whole number') : number;
  },
  boolean: () => z.boolean('must be true or false'),
  dateTime: () => instant,
  date: () => day,
  url: () => webAddress,
  person: field => oneOrMany(entityRefOf(field.kinds ?? ['User']), field.many),
  entity: field => oneOrMany(entityRefOf(field.kinds), field.many),
  rows: field => {
    const max = field.max ?? MANY;
    return z
      .array(row(field.columns), 'must be a list of rows')
      .max(max, `must have at most ${max} rows`);
  },
};

/** The validator of one value of a field. @public */
export function validatorForField(field: Field): z.ZodType {
  // The kind picks the maker that takes just this field: TypeScript cannot
  // follow the link between the two unions.
  return (makers[field.kind] as (field: Field) => z.ZodType)(field);
}

/** The title of any record. @public */
export const recordTitle = text(200);

/**
 * Validator of the fields of a record, all optional: a new record asks for the
 * required ones, a change leaves out what stays, and `null` clears a value.
 *
 * @public
 */
export function validatorFor(
  definition: AnyRecordType,
  use: 'create' | 'change',
) {
  const shape = Object.entries(definition.fields).map(([name, field]) => {
    const one = validatorForField(field);
    if (use === 'create') {
      return [name, field.required ? one : one.nullish()];
    }
    return [name, field.required ? one.optional() : one.nullish()];
  });
  return z.strictObject(Object.fromEntries(shape) as Record<string, z.ZodType>);
}
