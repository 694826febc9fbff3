import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';

/**
 * What a validator makes of an input.
 *
 * @param where - the name of the input, `fields` for example; messages begin
 * with the path below it
 * @throws InputError that names each field and what is wrong with it (API-1)
 *
 * @public
 */
export function parseInput<T>(
  validator: z.ZodType<T>,
  input: unknown,
  where?: string,
): T {
  // With the input, an issue tells what is missing from what is wrong.
  const result = validator.safeParse(input, { reportInput: true });
  if (result.success) {
    return result.data;
  }
  throw new InputError(
    result.error.issues
      .slice(0, 10)
      .map(issue => sentence(issue, where))
      .join('; '),
  );
}

function sentence(issue: z.core.$ZodIssue, where?: string): string {
  const path = [where, ...issue.path].filter(part => part !== undefined);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .map(
        key => `${[...path, key].join('.')}: is not known here; leave it out`,
      )
      .join('; ');
  }
  const missing =
    issue.code === 'invalid_type' && issue.input === undefined
      ? 'is required'
      : issue.message;
  return `${path.length ? path.join('.') : 'The input'}: ${missing}`;
}
