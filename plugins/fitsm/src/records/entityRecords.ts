import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { AnyRecordType, RecordQuery } from '@fitsm/plugin-fitsm-common';

/** Kinds that are made of other entities. */
const wholes = ['system', 'domain', 'group'];

/** Whether one expects the records of what belongs to an entity, too. */
export function isWhole(entity: Entity): boolean {
  return wholes.includes(entity.kind.toLocaleLowerCase('en'));
}

/** The part of a query that asks for the records of an entity. */
export function entityQuery(
  entity: Entity,
  withParts: boolean,
): Pick<RecordQuery, 'entity' | 'parts'> {
  return {
    entity: [stringifyEntityRef(entity)],
    ...(withParts && { parts: true }),
  };
}

/** The values of a new record about an entity. */
export function valuesAbout(
  definition: AnyRecordType,
  entity: Entity,
): Record<string, string> | undefined {
  const kind = entity.kind.toLocaleLowerCase('en');
  const [name] =
    Object.entries(definition.fields).find(
      ([, field]) =>
        field.kind === 'entity' &&
        field.kinds.some(one => one.toLocaleLowerCase('en') === kind),
    ) ?? [];
  return name ? { [name]: stringifyEntityRef(entity) } : undefined;
}
