import { isStorableText } from '@fitsm/plugin-fitsm-common';
import { z } from 'zod/v4';

/** What a snapshot is called. */
export const snapshotInput = z.strictObject({
  title: z
    .string('must be text')
    .trim()
    .min(1, 'must not be empty')
    .max(200, 'must have at most 200 characters')
    .refine(isStorableText, 'must not hold NUL or broken characters'),
});
