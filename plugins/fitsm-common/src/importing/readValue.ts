import { z } from 'zod/v4';
import { Field } from '../engine/fields';
import { validatorForField } from '../engine/validatorFor';
import { placeholder, ValueMapping } from './importMapping';
import { Cells } from './imports';
import { Reading, Times } from './times';

/** A value as a record holds it; undefined is none. */
export type Value = string | number | boolean | string[] | undefined;

/** Reads one value of a row; what is wrong goes to `problems`. */
export type ValueReader<T extends Value = Value> = (
  cells: Cells,
  problems: string[],
) => T | undefined;

/** What a value is for. */
export interface Target {
  /** Where the mapping says it: `fields.impact`. */
  path: string;
  /** Makes the value of a text, or of what `values` names. */
  convert(value: string | number | boolean): Reading<string | number | boolean>;
  many?: boolean;
}

/** Different texts of a column whose conversion is remembered. */
const REMEMBERED = 5_000;

/**
 * A reader for one value of a mapping. It never guesses: a text that the
 * mapping does not name is a problem, with the place where to add it.
 */
export function valueReader<T extends Value = Value>(
  mapping: ValueMapping,
  target: Target,
  missing: ReadonlySet<string>,
): ValueReader<T> {
  const { column, text, separator, otherwise } = mapping;
  const fallback =
    otherwise &&
    valueReader(
      otherwise,
      { ...target, path: `${target.path}.otherwise` },
      missing,
    );
  const textsOf = (cells: Cells): string[] => {
    if (column === undefined) {
      const whole = filledIn(text ?? '', cells, missing);
      return whole === undefined ? [] : [whole];
    }
    const cell = cells[column];
    return presentTexts(
      separator && typeof cell === 'string' ? cell.split(separator) : cell,
      missing,
    );
  };
  const read = remembering((one: string) => {
    const found = lookedUp(mapping, target, one);
    if ('problem' in found || found.value === undefined) return found;
    const converted = target.convert(found.value);
    return 'problem' in converted
      ? { problem: `${where(mapping, target)}: ${converted.problem}` }
      : converted;
  });

  return (cells, problems) => {
    const values: Array<string | number | boolean> = [];
    for (const one of textsOf(cells)) {
      const reading = read(one);
      if ('problem' in reading) {
        problems.push(reading.problem);
        return undefined;
      }
      if (reading.value !== undefined) values.push(reading.value);
    }
    if (!values.length) {
      return fallback?.(cells, problems) as T | undefined;
    }
    if (target.many) {
      return [...new Set(values)].map(String) as T;
    }
    if (values.length > 1) {
      problems.push(
        `${where(mapping, target)}: holds ${
          values.length
        } values where one is possible`,
      );
      return undefined;
    }
    return values[0] as T;
  };
}

/** A text with the values of its columns, or undefined where one has none. */
function filledIn(
  text: string,
  cells: Cells,
  missing: ReadonlySet<string>,
): string | undefined {
  let isWhole = true;
  const filled = text.replace(placeholder, (_, column: string) => {
    const value = presentTexts(cells[column], missing).join(', ');
    isWhole &&= value !== '';
    return value;
  });
  return isWhole ? filled : undefined;
}

function presentTexts(
  cell: string | string[] | undefined,
  missing: ReadonlySet<string>,
): string[] {
  if (cell === undefined) return [];
  return (typeof cell === 'string' ? [cell] : cell)
    .map(one => one.trim())
    .filter(one => one !== '' && !missing.has(one));
}

function lookedUp(
  mapping: ValueMapping,
  target: Target,
  text: string,
): Reading<string | number | boolean | undefined> {
  const { values, ref, spread } = mapping;
  if (values && Object.hasOwn(values, text)) {
    return { value: values[text] ?? undefined };
  }
  if (ref) {
    return { value: ref.replaceAll('{value}', nameOf(text)) };
  }
  if (spread) {
    return { value: spread[hashOf(text) % spread.length] };
  }
  return values
    ? {
        problem: `${mapping.column}: '${text}' is not known; add it to ${target.path}.values in the mapping`,
      }
    : { value: text };
}

function where(mapping: ValueMapping, target: Target) {
  return mapping.column ?? target.path;
}

/** A text as a name in the catalog: `Opened by  8` becomes `opened-by-8`. */
function nameOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLocaleLowerCase('en')
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
}

/** FNV-1a: the same on every machine and in every version. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    let result = known.get(text);
    if (result === undefined) {
      if (known.size >= REMEMBERED) known.clear();
      result = read(text);
      known.set(text, result);
    }
    return result;
  };
}

/** A target that a validator checks. */
export function checkedTarget(
  path: string,
  validator: z.ZodType,
  many?: boolean,
): Target {
  return {
    path,
    many,
    convert(value) {
      const result = validator.safeParse(value);
      return result.success
        ? { value: result.data as string | number | boolean }
        : { problem: `'${value}' ${result.error.issues[0].message}` };
    },
  };
}

/** A target for instants. */
export function instantTarget(path: string, times: Times): Target {
  return { path, convert: value => times.instant(String(value)) };
}

/** The target that a field of a record is. */
export function fieldTarget(path: string, field: Field, times: Times): Target {
  switch (field.kind) {
    case 'dateTime':
      return instantTarget(path, times);
    case 'date':
      return { path, convert: value => times.day(String(value)) };
    case 'number':
      return parsedTarget(checkedTarget(path, validatorForField(field)), text =>
        /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : text,
      );
    case 'boolean':
      return parsedTarget(checkedTarget(path, validatorForField(field)), text =>
        ['true', 'false'].includes(text.toLocaleLowerCase('en'))
          ? text.toLocaleLowerCase('en') === 'true'
          : text,
      );
    case 'person':
    case 'entity':
      return checkedTarget(
        path,
        validatorForField({ ...field, many: false }),
        field.many,
      );
    case 'rows':
      return {
        path,
        convert: () => ({
          problem: 'cannot be imported: a cell of a file holds no rows',
        }),
      };
    default:
      return checkedTarget(path, validatorForField(field));
  }
}

function parsedTarget(
  target: Target,
  parse: (text: string) => string | number | boolean,
): Target {
  return {
    ...target,
    convert: value =>
      target.convert(typeof value === 'string' ? parse(value) : value),
  };
}
