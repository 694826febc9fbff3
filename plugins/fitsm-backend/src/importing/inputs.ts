import {
  importMappingSchema,
  isStorableText,
} from '@fitsm/plugin-fitsm-common';
import { z } from 'zod/v4';

/** What begins an import. */
export const importStartInput = z.strictObject({
  name: z
    .string('must be text')
    .min(1, 'must not be empty')
    .max(500, 'must have at most 500 characters')
    .refine(isStorableText, 'must not hold NUL or broken characters'),
  fingerprint: z
    .string('must be text')
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  mapping: importMappingSchema,
});

/** More rows, lines or records than this no column counts. */
const MOST = 2 ** 31 - 1;

const count = (least: number) =>
  z
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(MOST, `must be at most ${MOST}`);

const row = z.strictObject({
  line: count(1),
  values: z.record(
    z.string(),
    z.union([z.string(), z.array(z.string())], 'must be text, or a list of it'),
  ),
  problem: z.string('must be text').max(1_000).optional(),
});

/** Rows of an import, all those of a record in one group. */
export const importBatchInput = z.strictObject({
  from: count(0),
  groups: z
    .array(z.array(row).min(1, 'must hold a row'), 'must be a list')
    .min(1, 'must hold a group')
    .max(5_000, 'must hold at most 5000 groups'),
});

/** Which page of a list. */
export const pageInput = z.strictObject({
  limit: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(200, 'must be at most 200')
    .optional(),
  cursor: z.coerce
    .number('is none that this list gave')
    .int('is none that this list gave')
    .min(0, 'is none that this list gave')
    .max(MOST, 'is none that this list gave')
    .optional(),
});
