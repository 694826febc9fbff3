import { InputError } from '@backstage/errors';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod/v4';
import { listOf } from '../engine/text';
import { parseInput } from '../engine/parseInput';
import { importPresets } from './presets';

const name = z.string('must be text').min(1, 'must not be empty');
const scalar = z.union(
  [z.string(), z.number(), z.boolean(), z.null()],
  'must be a text, a number, true, false, or null for no value',
);

/** Where the value of a column goes in a text. */
export const placeholder = /\{([^{}]+)\}/g;

/**
 * Where a value comes from, and what becomes of it. The name of a column is
 * short for `{ column: <name> }`.
 *
 * @public
 */
export interface ValueMapping {
  /** The column that holds the value. */
  column?: string;
  /** A text of its own, with `{column}` wherever a column's value goes. */
  text?: string;
  /** What the texts of the column stand for; null stands for no value. */
  values?: Record<string, string | number | boolean | null>;
  /**
   * The entity reference of a text that `values` does not name: `{value}` is
   * replaced by the text in lower case, with dashes for what a name may not
   * hold.
   */
  ref?: string;
  /**
   * Spreads the texts that `values` does not name over these values, the same
   * text always on the same value. For pseudonymous data.
   */
  spread?: string[];
  /** Parts a cell that holds many values. */
  separator?: string;
  /** Of the rows of one record, only the last one's value counts. */
  fromLast?: boolean;
  /** Where to look when there is no value. */
  otherwise?: ValueMapping;
}

const valueMapping: z.ZodType<ValueMapping> = z.lazy(() =>
  z.preprocess(
    value => (typeof value === 'string' ? { column: value } : value),
    z
      .strictObject(
        {
          column: name.optional(),
          text: name.optional(),
          values: z.record(z.string(), scalar).optional(),
          ref: name
            .refine(
              text => text.includes('{value}'),
              'must hold {value}, user:default/{value} for example',
            )
            .optional(),
          spread: z.array(name).min(1, 'must name a value').optional(),
          separator: name.optional(),
          fromLast: z.boolean().optional(),
          otherwise: valueMapping.optional(),
        },
        'must be the name of a column, or an object with column or text',
      )
      .superRefine((value, context) => {
        const refuse = (message: string) =>
          context.addIssue({ code: 'custom', message });
        if ((value.column === undefined) === (value.text === undefined)) {
          refuse('must have either column or text');
        }
        if (value.ref && value.spread) {
          refuse('has both ref and spread; leave one out');
        }
        if (
          value.text !== undefined &&
          (value.values || value.ref || value.spread || value.separator)
        ) {
          refuse('values, ref, spread and separator need column, not text');
        }
      }),
  ),
);

/** What an import mapping may hold, before presets are filled in. @public */
export const importMappingSchema = z.strictObject(
  {
    /** The record type that the rows become. */
    type: name,
    /** Whence the records come, and the column with their id there. */
    source: z.strictObject({
      system: name.max(100, 'must have at most 100 characters'),
      id: name,
    }),
    file: z
      .strictObject({
        /** Between the values of a CSV file; a comma unless told. */
        delimiter: z.string().length(1, 'must be one character').optional(),
        /** `utf-8` unless told; any that browsers know, `windows-1252` too. */
        encoding: name.optional(),
      })
      .optional(),
    /** Texts that stand for no value, beside the empty one. */
    missing: z.array(z.string()).optional(),
    times: z
      .strictObject({
        /** IANA zone of times that name none. */
        zone: name.optional(),
        /** Forms of times beside ISO 8601, in Luxon's tokens. */
        formats: z.array(name).optional(),
      })
      .optional(),
    /** Rows that say nothing: texts by column. They are listed as left out. */
    skip: z.record(z.string(), z.array(z.string())).optional(),
    title: valueMapping,
    state: valueMapping,
    owner: valueMapping.optional(),
    /** Left out, impact and urgency decide. */
    priority: valueMapping.optional(),
    createdAt: valueMapping,
    createdBy: valueMapping.optional(),
    updatedAt: valueMapping.optional(),
    closedAt: valueMapping.optional(),
    fields: z.record(z.string(), valueMapping).optional(),
    /** By relation: the ids that the other records have in the source. */
    links: z.record(z.string(), valueMapping).optional(),
    /** Rows are events: consecutive rows of one id are one record. */
    events: z
      .strictObject({
        at: valueMapping,
        actor: valueMapping.optional(),
        reason: valueMapping.optional(),
      })
      .optional(),
  },
  'must be an object',
);

/**
 * Which columns of a file become which fields, values, states, people and
 * links.
 *
 * @public
 */
export type ImportMapping = z.output<typeof importMappingSchema>;

/** A mapping as it is written: columns may stand alone. @public */
export type ImportMappingInput = z.input<typeof importMappingSchema>;

/**
 * Reads a mapping from YAML or JSON, and fills in the preset that it extends.
 *
 * @throws InputError with the path of each mistake and its cure
 *
 * @public
 */
export function parseImportMapping(text: string): ImportMapping {
  let written: unknown;
  try {
    written = parseYaml(text);
  } catch (error) {
    throw new InputError(
      `The mapping is neither YAML nor JSON: ${(error as Error).message}`,
    );
  }
  return parseInput(importMappingSchema, withPreset(written), 'mapping');
}

function withPreset(written: unknown): unknown {
  if (!isObject(written) || written.extends === undefined) {
    return written;
  }
  const { extends: presetName, ...own } = written;
  const preset = importPresets.find(one => one.name === presetName);
  if (!preset) {
    throw new InputError(
      `mapping.extends: '${presetName}' is not a preset; use ${listOf(
        importPresets.map(one => one.name),
      )}`,
    );
  }
  return merged(preset.mapping, own);
}

/**
 * Objects are merged, anything else replaces; null takes a key away, but in
 * `values`, where it stands for no value.
 */
function merged(base: unknown, own: unknown): unknown {
  // What names its own column or text does not want the rest of the preset's.
  if (!isObject(base) || !isObject(own) || 'column' in own || 'text' in own) {
    return own;
  }
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    if (value === null) {
      delete result[key];
    } else if (key === 'values' && isObject(value)) {
      result[key] = { ...(base[key] as object | undefined), ...value };
    } else {
      result[key] = merged(base[key], value);
    }
  }
  return result;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every column that a mapping reads, in no special order. @public */
export function columnsOf(mapping: ImportMapping): string[] {
  const columns = new Set<string>([
    mapping.source.id,
    ...Object.keys(mapping.skip ?? {}),
  ]);
  const add = (value: ValueMapping | undefined): void => {
    if (!value) return;
    if (value.column !== undefined) columns.add(value.column);
    for (const [, column] of (value.text ?? '').matchAll(placeholder)) {
      columns.add(column);
    }
    add(value.otherwise);
  };
  for (const value of [
    mapping.title,
    mapping.state,
    mapping.owner,
    mapping.priority,
    mapping.createdAt,
    mapping.createdBy,
    mapping.updatedAt,
    mapping.closedAt,
    ...Object.values(mapping.fields ?? {}),
    ...Object.values(mapping.links ?? {}),
    ...Object.values(mapping.events ?? {}),
  ]) {
    add(value);
  }
  return [...columns];
}
