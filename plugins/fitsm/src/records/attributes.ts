import {
  AnyRecordType,
  Field,
  FitsmRecord,
  OrderField,
  SharedColumn,
} from '@fitsm/plugin-fitsm-common';

type Attribute =
  | 'id'
  | 'title'
  | 'state'
  | 'priority'
  | 'priorityOverridden'
  | 'owner'
  | 'restricted'
  | 'createdAt'
  | 'updatedAt'
  | 'closedAt';

const known = new WeakMap<AnyRecordType, Record<string, Field>>();

/**
 * All that a record holds, the attributes of every record beside the fields of
 * its type, so that forms, tables and the history treat them alike.
 */
export function fieldsOf(definition: AnyRecordType): Record<string, Field> {
  const fields = known.get(definition) ?? makeFields(definition);
  known.set(definition, fields);
  return fields;
}

function makeFields(definition: AnyRecordType): Record<string, Field> {
  const { lifecycle, prioritised } = definition;
  const attributes: Record<Attribute, Field> = {
    id: { kind: 'text', label: 'Id' },
    title: { kind: 'text', label: 'Title', required: true, max: 200 },
    state: {
      kind: 'choice',
      label: 'State',
      options: Object.fromEntries(
        Object.entries(lifecycle.states).map(([name, { label }]) => [
          name,
          label,
        ]),
      ),
    },
    priority: {
      kind: 'choice',
      label: 'Priority',
      options: prioritised?.levels ?? {},
    },
    priorityOverridden: { kind: 'boolean', label: 'Priority set by hand' },
    owner: {
      kind: 'person',
      label: definition.owner.label,
      kinds: ['User', 'Group'],
    },
    restricted: {
      kind: 'boolean',
      label: 'Restricted',
      help: 'Only those involved may see it.',
    },
    createdAt: { kind: 'dateTime', label: 'Created' },
    updatedAt: { kind: 'dateTime', label: 'Updated' },
    closedAt: { kind: 'dateTime', label: 'Closed' },
  };
  return { ...attributes, ...definition.fields };
}

/** What a record holds under a name of `fieldsOf`. */
export function valueOf(record: FitsmRecord, name: string): unknown {
  return name in record.fields
    ? record.fields[name]
    : record[name as keyof FitsmRecord];
}

/** What lists can be ordered by in a column, if they can. */
export function orderFieldOf(
  definition: AnyRecordType | undefined,
  column: string,
): OrderField | undefined {
  switch (column) {
    case 'id':
    case 'title':
    case 'state':
    case 'priority':
    case 'owner':
    case 'createdAt':
    case 'updatedAt':
    case 'closedAt':
      return column;
    default: {
      const field = definition?.fields[column];
      return field && 'column' in field ? field.column : undefined;
    }
  }
}

/** The field of a type that fills a shared column. */
export function fieldInColumn(
  definition: AnyRecordType,
  column: SharedColumn,
): string | undefined {
  return Object.keys(definition.fields).find(
    name => orderFieldOf(definition, name) === column,
  );
}
