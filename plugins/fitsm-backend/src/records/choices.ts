import { InputError } from '@backstage/errors';
import { AnyRecordType, listOf } from '@fitsm/plugin-fitsm-common';
import { columnOf } from './fieldSql';

/** A choice field that must have one of some values. */
export interface FieldChoice {
  field: string;
  /** Its shared column; undefined where it lies in the JSON. */
  column?: string;
  values: string[];
}

/**
 * What `choice=process:isrm` asks for: values of one field are joined by OR.
 *
 * @throws InputError where the type has no such field, or the field no such value
 */
export function choicesFrom(
  { name, fields }: AnyRecordType,
  given: ReadonlyArray<string>,
): FieldChoice[] {
  const choices = new Map<string, FieldChoice>();
  for (const one of given) {
    const [field, value = ''] = one.split(/:(.*)/s);
    const definition = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (definition?.kind !== 'choice') {
      throw new InputError(
        `choice: '${field}' is no choice field of the type ${name}; use ${listOf(
          Object.keys(fields).filter(key => fields[key].kind === 'choice'),
        )}`,
      );
    }
    if (!Object.hasOwn(definition.options, value)) {
      throw new InputError(
        `choice: '${value}' is no value of ${name}.${field}; use ${listOf(
          Object.keys(definition.options),
        )}`,
      );
    }
    const { values } = choices.get(field) ?? { values: [] };
    choices.set(field, {
      field,
      column: columnOf(definition),
      values: [...values, value],
    });
  }
  return [...choices.values()];
}
