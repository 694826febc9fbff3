import {
  entityRefOf,
  isStorableText,
  recordTitle,
} from '@fitsm/plugin-fitsm-common';
import { z } from 'zod/v4';

/** Who can own a record. */
const ownerRef = entityRefOf(['User', 'Group']);

export const reason = z
  .string('must be text')
  .trim()
  .min(1, 'must not be empty')
  .max(2_000, 'must have at most 2000 characters')
  .refine(isStorableText, 'must not hold NUL or broken characters');

const revision = z
  .number('must be the revision that you saw, a whole number')
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(2_147_483_647, 'is larger than any revision');

const fields = z.record(z.string(), z.unknown(), 'must be an object');

const recordId = z
  .string('must be the id of a record')
  .regex(
    /^[A-Z]{2,8}-\d{1,15}$/,
    'must be the id of a record, INC-42 for example',
  );

export const linkInput = z.strictObject({
  relation: z.string('must name a relation').max(60),
  to: recordId,
});

export const newRecordInput = z.strictObject({
  type: z.string('must name a record type'),
  title: recordTitle,
  owner: ownerRef.optional(),
  restricted: z.boolean('must be true or false').optional(),
  fields: fields.optional(),
  links: z
    .array(linkInput, 'must be a list of links')
    .max(20, 'must have at most 20 entries')
    .optional(),
});

export const recordChangeInput = z.strictObject({
  revision,
  title: recordTitle.optional(),
  owner: ownerRef.optional(),
  restricted: z.boolean('must be true or false').optional(),
  priority: z
    .number('must be a level of priority')
    .int('must be a whole number')
    .nullable()
    .optional(),
  fields: fields.optional(),
  reason: reason.optional(),
});

export const recordMoveInput = z.strictObject({
  revision,
  fields: fields.optional(),
  reason: reason.optional(),
});

export const deletionInput = z.strictObject({ revision, reason });

export const commentInput = z.strictObject({
  body: z
    .string('must be text')
    .trim()
    .min(1, 'must not be empty')
    .max(20_000, 'must have at most 20000 characters')
    .refine(isStorableText, 'must not hold NUL or broken characters'),
  visibility: z.enum(
    ['internal', 'requester'],
    'must be internal or requester',
  ),
});

export const voteInput = z.strictObject({
  revision,
  vote: z.enum(['approve', 'refuse'], 'must be approve or refuse'),
  reason: reason.optional(),
});

/** What makes a repeated create the same one (REC-4). */
export const idempotencyKey = z
  .string()
  .regex(
    /^[\x21-\x7e]{1,200}$/,
    'must be 1 to 200 printable characters without blanks',
  );
