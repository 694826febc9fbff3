import { JsonObject } from '@backstage/types';
import { z } from 'zod/v4';
import { AnyRecordType } from './defineRecordType';
import { validatorFor } from './validatorFor';

/**
 * JSON Schema of the fields of a record: what a client sends to create one, or
 * to change one.
 *
 * @public
 */
export function jsonSchemaFor(
  definition: AnyRecordType,
  use: 'create' | 'change',
): JsonObject {
  const schema = z.toJSONSchema(validatorFor(definition, use), {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  }) as { properties?: Record<string, JsonObject> };
  for (const [name, field] of Object.entries(definition.fields)) {
    Object.assign(schema.properties?.[name] ?? {}, {
      title: field.label,
      ...(field.help && { description: field.help }),
    });
  }
  return schema as JsonObject;
}
