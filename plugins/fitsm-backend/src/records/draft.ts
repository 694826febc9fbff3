import { InputError } from '@backstage/errors';
import {
  AnyRecordType,
  FieldChange,
  FieldValue,
  FitsmRecord,
  isEmptyValue,
  kindOfRef,
  listOf,
  PersonDefault,
  priorityFor,
  RowValue,
  stateCategoryOf,
} from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { NewStoredRecord } from './RecordStore';

type FieldValues = Record<string, FieldValue>;
/** Values as they were given; null clears. */
export type GivenFields = Record<string, FieldValue | null | undefined>;

/** Owners of entities, by the reference of the entity. */
export type OwnerOf = (entityRef: string) => string | undefined;

/** The fields with what was given; null and nothing at all clear. */
export function withGiven(
  fields: Record<string, unknown>,
  given: GivenFields,
): FieldValues {
  const result = { ...fields, ...given };
  return Object.fromEntries(
    Object.entries(result).filter(([, value]) => !isEmptyValue(value)),
  ) as FieldValues;
}

/** Fills what nobody gave, as the definition says. */
export function withDefaults(
  definition: AnyRecordType,
  given: GivenFields,
  context: { creator?: string; now: string; ownerOf: OwnerOf },
): FieldValues {
  const fields = withGiven({}, given);
  const entries = Object.entries(definition.fields);
  for (const [name, field] of entries) {
    if (name in given || !('default' in field) || !field.default) continue;
    if (field.kind === 'choice') {
      fields[name] = field.default;
    } else if (field.kind === 'dateTime') {
      fields[name] = context.now;
    } else if (field.kind === 'person') {
      const kinds = (field.kinds ?? ['User']).map(kind => kind.toLowerCase());
      const person = personFor(field.default, fields, context);
      if (person && kinds.includes(kindOfRef(person))) {
        fields[name] = field.many ? [person] : person;
      }
    }
  }
  return fields;
}

function personFor(
  source: PersonDefault,
  fields: FieldValues,
  context: { creator?: string; ownerOf: OwnerOf },
): string | undefined {
  if (source === 'creator') {
    return context.creator;
  }
  for (const entityRef of [fields[source.ownerOf] ?? []].flat()) {
    const owner = context.ownerOf(String(entityRef));
    if (owner) return owner;
  }
  return undefined;
}

/**
 * The one who is accountable where nobody was named.
 *
 * @throws InputError where the definition's sources yield nobody
 */
export function defaultOwner(
  definition: AnyRecordType,
  fields: FieldValues,
  context: { creator?: string; ownerOf: OwnerOf },
): string {
  for (const source of definition.owner.default) {
    const owner = personFor(source, fields, context);
    if (owner) return owner;
  }
  throw new InputError(
    'owner: is required, as none follows from the other fields; name a User or a Group',
  );
}

/**
 * The record as it is after a change of its values, with a new revision.
 * Priority follows the matrix until somebody overrides it.
 */
export function nextRevision(
  definition: AnyRecordType,
  before: FitsmRecord,
  change: {
    title?: string;
    owner?: string;
    restricted?: boolean;
    priority?: number | null;
    fields: FieldValues;
    state?: string;
  },
  now: string,
): NewStoredRecord {
  const state = change.state ?? before.state;
  const stateCategory = stateCategoryOf(definition, state);
  const overridden =
    change.priority === undefined
      ? before.priorityOverridden
      : change.priority !== null;
  const calculated = priorityFor(definition, change.fields);
  const priority = overridden ? change.priority ?? before.priority : calculated;
  const { priority: _p, closedAt: _c, ...kept } = before;
  const closedAt =
    before.stateCategory === 'closed' && before.closedAt
      ? before.closedAt
      : now;
  return {
    ...kept,
    title: change.title ?? before.title,
    owner: change.owner ?? before.owner,
    restricted: change.restricted ?? before.restricted,
    fields: change.fields as FitsmRecord['fields'],
    state,
    stateCategory,
    stateSince: state === before.state ? before.stateSince : now,
    priorityOverridden: overridden,
    ...(priority !== undefined && { priority }),
    ...(stateCategory === 'closed' && { closedAt }),
    revision: before.revision + 1,
    updatedAt: now,
  };
}

/**
 * The fields with the next review where a change makes one due (REV-1): on the
 * way into a state that is reviewed, and after each review.
 */
export function withNextReview(
  { reviewed }: AnyRecordType,
  change: {
    /** The state before; none of a new record. */
    before?: string;
    state: string;
    transition?: string;
    fields: FieldValues;
    given: GivenFields;
    now: string;
  },
): FieldValues {
  const { before, state, fields, given, now } = change;
  if (!reviewed || given[reviewed.next]) {
    return fields;
  }
  const wasDue = before !== undefined && reviewed.states.includes(before);
  const comesIn = reviewed.states.includes(state) && !wasDue;
  const planned = fields[reviewed.next];
  const isPlanned = typeof planned === 'string' && planned > now;
  if (change.transition !== reviewed.transition && (!comesIn || isPlanned)) {
    return fields;
  }
  const days = Number(fields[reviewed.interval] ?? reviewed.everyDays);
  return {
    ...fields,
    [reviewed.next]: DateTime.fromISO(now, { zone: 'utc' })
      .plus({ days })
      .toISO()!,
  };
}

/** @throws InputError where a step is skipped and nobody says why */
export function assertSteps({ steps }: AnyRecordType, given: GivenFields) {
  const rows = (steps && given[steps.field]) as RowValue[] | null | undefined;
  rows?.forEach(({ state, note }, index) => {
    if (state === 'skipped' && !note) {
      throw new InputError(
        `fields.${
          steps!.field
        }.${index}.note: is required for a step that is skipped; say why`,
      );
    }
  });
}

/** Attributes whose changes the history tells, beside the fields. */
const attributes = [
  'title',
  'state',
  'owner',
  'priority',
  'priorityOverridden',
  'restricted',
] as const;

/** What differs between two revisions, by field (HIS-1). */
export function changesBetween(
  before: Partial<FitsmRecord>,
  after: NewStoredRecord,
): Record<string, FieldChange> {
  const flat = (record: Partial<FitsmRecord>): Record<string, unknown> => ({
    ...Object.fromEntries(attributes.map(name => [name, record[name]])),
    ...record.fields,
  });
  const [from, to] = [flat(before), flat(after)];
  const changes: Record<string, FieldChange> = {};
  for (const name of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (JSON.stringify(from[name]) !== JSON.stringify(to[name])) {
      changes[name] = {
        ...(from[name] !== undefined && { from: from[name] }),
        ...(to[name] !== undefined && { to: to[name] }),
      };
    }
  }
  return changes;
}

/** @throws InputError where the level is none of the definition's */
export function assertPriority(definition: AnyRecordType, priority: number) {
  const levels = Object.keys(definition.prioritised?.levels ?? {});
  if (!levels.includes(String(priority))) {
    throw new InputError(
      levels.length
        ? `priority: must be one of ${listOf(levels)}`
        : `priority: records of the type ${definition.name} have none; leave it out`,
    );
  }
}
