import { AnyRecordType, ProcessRoleName } from './defineRecordType';
import { PersonField } from './fields';

/** A person with all that they own by: their own reference and their groups'. @public */
export interface Claims {
  /** `user:default/ada`, and the groups that Ada belongs to. */
  entityRefs: ReadonlyArray<string>;
  /** Roles that the person has in the process of the record. */
  processRoles: ReadonlyArray<ProcessRoleName>;
}

/**
 * The roles that a field of people gives: its own, and that of the shared
 * column which it fills. Policies know the columns, and no fields of types.
 *
 * @public
 */
export function roleNames(name: string, { column }: PersonField): string[] {
  return [...new Set([name, column ?? name])];
}

/**
 * The roles that somebody has on a record: `owner`, `creator`, the person
 * fields that name them or a group of theirs, `entityOwner` where they own
 * what the record is about, and the roles of the process.
 *
 * @public
 */
export function heldRoles(
  definition: AnyRecordType,
  record: {
    owner: string;
    createdBy: string;
    fields: Record<string, unknown>;
  },
  claims: Claims,
  /** Owners of the entities that the record names. */
  entityOwners: ReadonlyArray<string> = [],
): Set<string> {
  const mine = new Set(claims.entityRefs);
  const roles = new Set<string>();
  const add = (role: string, holders: unknown) => {
    if ([holders].flat().some(holder => mine.has(holder as string))) {
      roles.add(role);
    }
  };
  add('owner', record.owner);
  add('creator', record.createdBy);
  add('entityOwner', entityOwners);
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.kind === 'person') {
      roleNames(name, field).forEach(role => add(role, record.fields[name]));
    }
  }
  for (const role of claims.processRoles) {
    roles.add(`process:${role}`);
  }
  return roles;
}
