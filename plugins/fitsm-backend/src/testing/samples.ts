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

/** Others of a group, where several have to vote. */
const more = ['-second', '-third'];

/** Those who vote where a user or group is asked. */
export function votersFor(asked: string): string[] {
  const { kind, name } = parseEntityRef(asked);
  return kind === 'group' ? ['', ...more].map(end => name + end) : [name];
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
  text: ({ max }) => 'A line of text'.slice(0, max),
  markdown: () => 'Some *text*',
  // A step that is to be done first is done.
  choice: ({ options }) =>
    'skipped' in options ? 'done' : Object.keys(options)[0],
  number: field => field.min ?? Math.min(1, field.max ?? 1),
  boolean: () => true,
  // To come: what waits for it does not happen at once.
  dateTime: () => '2031-05-04T09:30:00.000Z',
  date: () => '2026-05-04',
  url: () => 'https://example.org/',
  person: (field, name) =>
    field.many
      ? ['', ...more].map(end => holderOf(name, field.kinds) + end)
      : holderOf(name, field.kinds),
  entity: field => oneOrMany(entityOf(field.kinds[0]), field.many),
  rows: ({ columns }, name) => [
    Object.fromEntries(
      Object.entries(columns).map(([column, field]) => [
        column,
        // People in rows hold no role: they are those of the whole field.
        field.kind === 'person'
          ? holderOf('owner')
          : (sampleOf(field, name) as string | number | boolean),
      ]),
    ),
  ],
};

function sampleOf(field: Field, name: string): FieldValue {
  // The kind picks the maker that takes just this field.
  return (samples[field.kind] as (field: Field, name: string) => FieldValue)(
    field,
    name,
  );
}

/** A value that fits a field. */
export function sampleValue(
  { fields }: AnyRecordType,
  name: string,
): FieldValue {
  return sampleOf(fields[name], name);
}

export function sampleValues(
  definition: AnyRecordType,
  names: ReadonlyArray<string>,
): Record<string, FieldValue> {
  return Object.fromEntries(
    names.map(name => [name, sampleValue(definition, name)]),
  );
}

/**
 * A new record on which every party is somebody of their own.
 *
 * @param choices - values of fields that the way of the record depends on
 */
export function sampleRecord(
  definition: AnyRecordType,
  choices: Record<string, FieldValue> = {},
) {
  const awaited = Object.values(definition.lifecycle.transitions).flatMap(
    ({ automatic }) => (automatic && 'at' in automatic ? [automatic.at] : []),
  );
  const given = Object.entries(definition.fields)
    .filter(
      ([name, { kind, required }]) =>
        required ||
        kind === 'person' ||
        kind === 'entity' ||
        awaited.includes(name),
    )
    .map(([name]) => name);
  return {
    title: `A ${definition.label.one}`,
    owner: holderOf('owner'),
    fields: { ...sampleValues(definition, given), ...choices },
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
  const names = [
    ...personFields(recordTypes).map(({ name }) => name),
    'owner',
    'entityOwner',
    ...processRoles.map(role => `process:${role}`),
  ];
  return Object.fromEntries(
    names.flatMap(name => [
      [`user:default/${nameOf(name)}`, [`group:default/${nameOf(name)}`]],
      ...more.map(end => [
        `user:default/${nameOf(name)}${end}`,
        [
          `group:default/${nameOf(name)}`,
          `group:default/${nameOf(name)}${end}`,
        ],
      ]),
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
          [`group:default/${nameOf(`process:${role}`)}`],
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
