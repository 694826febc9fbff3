import { AnyRecordType } from './defineRecordType';

/**
 * Priority of a record by its matrix: undefined while impact or urgency is not
 * known, or where records of the type have no priority.
 *
 * @public
 */
export function priorityFor(
  definition: AnyRecordType,
  fields: Record<string, unknown>,
): number | undefined {
  const { prioritised } = definition;
  if (!prioritised) {
    return undefined;
  }
  const impact = fields[prioritised.impact];
  const urgency = fields[prioritised.urgency];
  return typeof impact === 'string' && typeof urgency === 'string'
    ? prioritised.matrix[impact]?.[urgency]
    : undefined;
}
