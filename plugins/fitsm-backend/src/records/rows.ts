import {
  AnyRecordType,
  FieldValue,
  FitsmRecord,
  roleNames,
  SharedColumn,
} from '@fitsm/plugin-fitsm-common';

/** A row of `records`, as Knex gives and takes it. */
export interface RecordRow {
  id: string;
  type: string;
  number: number | string;
  title: string;
  state: string;
  state_category: string;
  state_since: string | Date;
  owner: string;
  priority: number | null;
  priority_overridden: boolean | number;
  category: string | null;
  assignee: string | null;
  assigned_group: string | null;
  starts_at: string | Date | null;
  ends_at: string | Date | null;
  due_at: string | Date | null;
  created_at: string | Date;
  created_by: string;
  updated_at: string | Date;
  closed_at: string | Date | null;
  restricted: boolean | number;
  revision: number;
  fields: string | Record<string, FieldValue>;
  history_length: number;
  history_hash: string;
  source_system: string | null;
  source_id: string | null;
}

/** A record with what only the store needs of it. */
export interface StoredRecord extends FitsmRecord {
  history: { length: number; hash: string };
}

/** The column of `records` behind each shared column of a definition. */
const columnNames: Record<SharedColumn, keyof RecordRow> = {
  category: 'category',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  dueAt: 'due_at',
  assignee: 'assignee',
  assignedGroup: 'assigned_group',
};

/** PostgreSQL gives a Date, SQLite the text that was bound. */
export function instantFrom(value: string | Date): string {
  return value instanceof Date ? value.toISOString() : value;
}

/** PostgreSQL gives what JSON holds, SQLite its text. */
export function jsonFrom<T>(value: string | T): T {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

export function recordFrom(row: RecordRow): StoredRecord {
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    state: row.state,
    stateCategory: row.state_category as FitsmRecord['stateCategory'],
    stateSince: instantFrom(row.state_since),
    owner: row.owner,
    ...(row.priority !== null && { priority: row.priority }),
    priorityOverridden: Boolean(row.priority_overridden),
    fields: jsonFrom(row.fields) as FitsmRecord['fields'],
    restricted: Boolean(row.restricted),
    revision: row.revision,
    createdAt: instantFrom(row.created_at),
    createdBy: row.created_by,
    updatedAt: instantFrom(row.updated_at),
    ...(row.closed_at !== null && { closedAt: instantFrom(row.closed_at) }),
    ...(row.source_system !== null && {
      source: { system: row.source_system, id: row.source_id! },
    }),
    history: { length: row.history_length, hash: row.history_hash },
  };
}

/** The part of a record that is sent. */
export function publicRecord({
  history: _,
  ...record
}: StoredRecord): FitsmRecord {
  return record;
}

/** The number in `INC-42`. */
export function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** The row of a record; shared columns are filled from the fields. */
export function rowFrom(
  definition: AnyRecordType,
  record: StoredRecord,
): RecordRow {
  const shared: Partial<Record<keyof RecordRow, FieldValue>> = {};
  for (const [name, field] of Object.entries(definition.fields)) {
    if ('column' in field && field.column) {
      shared[columnNames[field.column]] = record.fields[name];
    }
  }
  const column = <T = string>(name: keyof RecordRow) =>
    (shared[name] ?? null) as T | null;
  return {
    id: record.id,
    type: record.type,
    number: numberOf(record.id),
    title: record.title,
    state: record.state,
    state_category: record.stateCategory,
    state_since: record.stateSince,
    owner: record.owner,
    priority: record.priority ?? null,
    priority_overridden: record.priorityOverridden,
    category: column('category'),
    assignee: column('assignee'),
    assigned_group: column('assigned_group'),
    starts_at: column('starts_at'),
    ends_at: column('ends_at'),
    due_at: column('due_at'),
    created_at: record.createdAt,
    created_by: record.createdBy,
    updated_at: record.updatedAt,
    closed_at: record.closedAt ?? null,
    restricted: record.restricted,
    revision: record.revision,
    fields: JSON.stringify(record.fields),
    history_length: record.history.length,
    history_hash: record.history.hash,
    source_system: record.source?.system ?? null,
    source_id: record.source?.id ?? null,
  };
}

/** Who holds which role on a record. */
export function rolesOf(
  definition: AnyRecordType,
  record: Pick<FitsmRecord, 'owner' | 'createdBy' | 'fields'>,
): Array<{ role: string; holder: string }> {
  const people = Object.entries(definition.fields).flatMap(([name, field]) =>
    field.kind === 'person'
      ? roleNames(name, field).flatMap(role =>
          valuesOf(record.fields[name], role),
        )
      : [],
  );
  return [
    { role: 'owner', holder: record.owner },
    { role: 'creator', holder: record.createdBy },
    ...people.map(({ key, value }) => ({ role: key, holder: value })),
  ];
}

/** The entities that a record names, by field. */
export function entitiesOf(
  definition: AnyRecordType,
  record: Pick<FitsmRecord, 'fields'>,
): Array<{ field: string; entityRef: string }> {
  return Object.entries(definition.fields)
    .filter(([, field]) => field.kind === 'entity')
    .flatMap(([name]) => valuesOf(record.fields[name], name))
    .map(({ key, value }) => ({ field: key, entityRef: value }));
}

function valuesOf(value: FieldValue | undefined, key: string) {
  return value === undefined
    ? []
    : [value].flat().map(one => ({ key, value: String(one) }));
}
