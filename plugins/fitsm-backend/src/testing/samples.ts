import { Entity, parseEntityRef } from '@backstage/catalog-model';
import {
  AnyRecordType,
  Field,
  FieldKind,
  FieldValue,
  processes,
  ProcessRoleName,
  TransitionParty,
} from '@fitsm/plugin-fitsm-common';

/**
 * Values and people for any definition. Each party of a record is somebody of
 * their own, who holds nothing else: `holder-assignee`, `holder-process-staff`.
 */

const processRoles: ProcessRoleName[] = ['owner', 'manager', 'staff'];

function nameOf(party: string) {
  return `holder-${party.replace(/\W/g, '-').toLowerCase()}`;
}

/** Who is signed in to act as a party, without `user:default/`. */
export function actingAs(party: TransitionParty): string {
  // Whoever has a part in a record may read it: its owner, for example.
  return nameOf(party === 'anyone' ? 'owner' : party);
}

/** The user or group that a person field names, so that its party holds it. */
function holderOf(name: string, kinds: ReadonlyArray<string> = ['User']) {
  return kinds.includes('User')
    ? `user:default/${nameOf(name)}`
    : `group:default/${nameOf(name)}`;
}

function entityOf(kind: string): string {
  return `${kind.toLowerCase()}:default/sample`;
}

type Samples = {
  [TKind in FieldKind]: (
    field: Extract<Field, { kind: TKind }>,
    name: string,
  ) => FieldValue;
};

const oneOrMany = (value: string, many?: boolean) => (many ? [value] : value);

const samples: Samples = {
  text: () => 'A line of text',
  markdown: () => 'Some *text*',
  choice: field => Object.keys(field.options)[0],
  number: field => field.min ?? Math.min(1, field.max ?? 1),
  boolean: () => true,
  dateTime: () => '2026-05-04T09:30:00.000Z',
  date: () => '2026-05-04',
  url: () => 'https://example.org/',
  person: (field, name) => oneOrMany(holderOf(name, field.kinds), field.many),
  entity: field => oneOrMany(entityOf(field.kinds[0]), field.many),
};

/** A value that fits a field. */
export function sampleValue(
  { fields }: AnyRecordType,
  name: string,
): FieldValue {
  const field = fields[name];
  // The kind picks the maker that takes just this field.
  return (samples[field.kind] as (field: Field, name: string) => FieldValue)(
    field,
    name,
  );
}

export function sampleValues(
  definition: AnyRecordType,
  names: ReadonlyArray<string>,
): Record<string, FieldValue> {
  return Object.fromEntries(
    names.map(name => [name, sampleValue(definition, name)]),
  );
}

/** A new record on which every party is somebody of their own. */
export function sampleRecord(definition: AnyRecordType) {
  const given = Object.entries(definition.fields)
    .filter(
      ([, { kind, required }]) =>
        required || kind === 'person' || kind === 'entity',
    )
    .map(([name]) => name);
  return {
    title: `A ${definition.label.one}`,
    owner: holderOf('owner'),
    fields: sampleValues(definition, given),
  };
}

function personFields(recordTypes: ReadonlyArray<AnyRecordType>) {
  return recordTypes.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === 'person' ? [{ name, field }] : [],
    ),
  );
}

/** People with their groups, such as `sampleRecord` names them. */
export function samplePeople(
  recordTypes: ReadonlyArray<AnyRecordType>,
): Record<string, string[]> {
  const names = personFields(recordTypes).map(({ name }) => name);
  return Object.fromEntries(
    [...names, 'owner', 'entityOwner'].map(name => [
      `user:default/${nameOf(name)}`,
      [`group:default/${nameOf(name)}`],
    ]),
  );
}

/** FitSM's roles in config: each process role is somebody of their own. */
export const sampleRoles = {
  administrators: ['user:default/admin'],
  readers: ['user:default/onlooker'],
  processes: Object.fromEntries(
    processes.map(({ code }) => [
      code,
      Object.fromEntries(
        processRoles.map(role => [
          role,
          [`user:default/${nameOf(`process:${role}`)}`],
        ]),
      ),
    ]),
  ),
};

/** All that sample records name. */
export function sampleEntities(
  recordTypes: ReadonlyArray<AnyRecordType>,
): Entity[] {
  const people = Object.entries(samplePeople(recordTypes)).flat(2);
  const entities = recordTypes.flatMap(({ fields }) =>
    Object.values(fields).flatMap(field =>
      field.kind === 'entity' ? [entityOf(field.kinds[0])] : [],
    ),
  );
  return [...new Set([...people, ...entities])].map(ref => {
    const { kind, name } = parseEntityRef(ref);
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name, namespace: 'default', uid: `uid-${kind}-${name}` },
      relations: [
        { type: 'ownedBy', targetRef: `user:default/${nameOf('entityOwner')}` },
      ],
    };
  });
}
