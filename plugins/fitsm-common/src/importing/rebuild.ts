import { stateCategoryOf } from '../engine/checkTransition';
import { AnyRecordType, Transition } from '../engine/defineRecordType';
import { FieldValue } from '../engine/fields';
import { priorityFor } from '../engine/priority';
import { FieldChange, HistoryEntry } from '../records/record';
import type { ImportedRecord } from './mapRecord';
import type { RowValues } from './rowReader';

type FieldValues = Record<string, FieldValue>;

/** What a record was from an instant on. */
interface Step {
  at: string;
  by?: string;
  reason?: string;
  state: string;
  title: string;
  owner?: string;
  /** As the source says it; left out, the matrix decides. */
  priority?: number;
  fields: FieldValues;
}

/** The life of a record, oldest step first. */
interface Life {
  steps: Step[];
  /** Values known only from the end, to be put where they belong. */
  late: FieldValues;
  /** Whether moves stamp and clear fields, as their transitions say. */
  follow: boolean;
  createdBy?: string;
  updatedAt?: string;
  closedAt?: string;
}

/**
 * The life that the events of a record tell. It begins in the first state of
 * the lifecycle, when the record was created, with what its first event says;
 * then each event is a step. Steps keep the order of the file, and their own
 * times even where these run against it.
 *
 * @param lateNames - fields of which only the last event's value counts
 */
export function stepsOfEvents(
  definition: AnyRecordType,
  rows: ReadonlyArray<RowValues>,
  lateNames: ReadonlyArray<string>,
): Life {
  const first = rows[0];
  const last = rows[rows.length - 1];
  const steps = rows.map(row => ({
    ...stepOf(row),
    at: row.event?.at ?? row.createdAt,
    by: row.event?.actor,
    reason: row.event?.reason,
    fields: without(row.fields, lateNames),
  }));
  return {
    steps: [beginning(definition, first, steps[0]), ...steps],
    late: only(last.fields, lateNames),
    follow: true,
    createdBy: first.createdBy,
    updatedAt: last.updatedAt,
    closedAt: last.closedAt,
  };
}

/**
 * The life of a record of which only the present look is known: it began in
 * the first state of the lifecycle, passed the states whose times were
 * stamped on it, and came to its present one.
 */
export function stepsOfRow(definition: AnyRecordType, row: RowValues): Life {
  const { initial, transitions } = definition.lifecycle;
  const { state, createdAt, createdBy, updatedAt, closedAt } = row;
  const stampedAt = new Map<string, string>();
  for (const { from, to, stamps = [] } of Object.values<Transition>(
    transitions,
  )) {
    // What happens within a state says nothing of when that began.
    if (from.includes(to)) continue;
    for (const name of stamps) {
      const value = row.fields[name];
      if (typeof value === 'string') stampedAt.set(to, value);
    }
  }
  const isClosed = stateCategoryOf(definition, state) === 'closed';
  const latest = [...stampedAt.values()].reduce(
    (one, other) => (one > other ? one : other),
    createdAt,
  );
  const endedAt =
    stampedAt.get(state) ?? (isClosed ? closedAt : undefined) ?? updatedAt;
  const end = { ...stepOf(row), at: endedAt ?? latest };
  const passed = [...stampedAt]
    .filter(([to, at]) => to !== state && to !== initial && at <= end.at)
    .sort(([, one], [, other]) => (one < other ? -1 : 1))
    .map(([to, at]) => ({ ...end, state: to, at }));

  const lateNames = Object.keys(row.fields).filter(
    name => definition.fields[name].lateOnly,
  );
  const steps = [beginning(definition, row, end), ...passed];
  if (state !== initial) steps.push(end);
  return {
    steps: steps.map(step => ({
      ...step,
      fields: without(step.fields, lateNames),
    })),
    late: only(row.fields, lateNames),
    follow: false,
    createdBy,
    updatedAt: updatedAt ?? end.at,
    closedAt: isClosed ? end.at : undefined,
  };
}

function stepOf({ state, title, owner, priority, fields }: RowValues) {
  return { state, title, owner, priority, fields };
}

function beginning(
  definition: AnyRecordType,
  { createdAt, createdBy }: RowValues,
  first: Omit<Step, 'at'>,
): Step {
  const { initial } = definition.lifecycle;
  const lateNames =
    first.state === initial
      ? []
      : Object.keys(first.fields).filter(
          name => definition.fields[name].lateOnly,
        );
  return {
    ...first,
    at: createdAt,
    by: createdBy,
    reason: undefined,
    state: initial,
    fields: without(first.fields, lateNames),
  };
}

/** The record that came out of a life, with its history. */
export function rebuild(
  definition: AnyRecordType,
  system: string,
  life: Life,
): Omit<ImportedRecord, 'source' | 'links'> {
  const { steps, late } = life;
  const homes = homesOf(definition, steps, Object.keys(late));
  const rowNames = new Set(steps.flatMap(step => Object.keys(step.fields)));
  const history: ImportedRecord['history'] = [];
  const carried: FieldValues = {};
  let before: Record<string, unknown> = {};
  let stateSince = steps[0].at;
  let closedAt: string | undefined;

  steps.forEach((step, index) => {
    const moved = index > 0 && step.state !== steps[index - 1].state;
    const transition = moved
      ? transitionBetween(definition, steps[index - 1].state, step.state)
      : undefined;
    if (transition && life.follow) {
      const { stamps = [], clears = [] } =
        definition.lifecycle.transitions[transition];
      for (const name of clears) delete carried[name];
      for (const name of stamps) {
        if (!(name in late) && !rowNames.has(name)) carried[name] = step.at;
      }
    }
    for (const name of homes.get(index) ?? []) carried[name] = late[name];

    const fields = { ...step.fields, ...carried };
    const { priority, isOverridden } = priorityOf(
      definition,
      step.priority,
      fields,
    );
    const now = {
      title: step.title,
      state: step.state,
      owner: step.owner,
      priority,
      ...(isOverridden && { priorityOverridden: true }),
      ...fields,
    };
    const changes = changesBetween(before, now);
    history.push({
      kind: kindOf(index, moved, changes),
      at: step.at,
      // Where nobody is named, the source itself did it.
      actor: step.by
        ? { kind: 'person', ref: step.by }
        : { kind: 'service', ref: system },
      ...(transition && { transition }),
      changes,
      ...(step.reason && { reason: step.reason }),
    });
    if (moved) stateSince = step.at;
    if (stateCategoryOf(definition, step.state) === 'closed') {
      closedAt ??= step.at;
    } else {
      closedAt = undefined;
    }
    before = now;
  });

  const end = steps[steps.length - 1];
  const fields = { ...end.fields, ...carried };
  const { priority, isOverridden } = priorityOf(
    definition,
    end.priority,
    fields,
  );
  return {
    type: definition.name,
    title: end.title,
    state: end.state,
    stateCategory: stateCategoryOf(definition, end.state),
    stateSince,
    ...(end.owner && { owner: end.owner }),
    ...(priority !== undefined && { priority }),
    priorityOverridden: isOverridden,
    fields: fields as ImportedRecord['fields'],
    restricted: false,
    revision: history.length,
    createdAt: steps[0].at,
    ...(life.createdBy && { createdBy: life.createdBy }),
    updatedAt: life.updatedAt ?? end.at,
    ...(closedAt && { closedAt: life.closedAt ?? closedAt }),
    history,
  };
}

/**
 * The step that each late value belongs to: the last move that a transition
 * asks it for or stamps it with, or else the last step.
 */
function homesOf(
  definition: AnyRecordType,
  steps: ReadonlyArray<Step>,
  names: ReadonlyArray<string>,
): Map<number, string[]> {
  const homes = new Map<number, string[]>();
  for (const name of names) {
    const states = Object.values<Transition>(definition.lifecycle.transitions)
      .filter(({ needs = [], offers = [], stamps = [] }) =>
        [...needs, ...offers, ...stamps].includes(name),
      )
      .map(({ to }) => to);
    let home = steps.length - 1;
    for (let index = home; index > 0; index--) {
      const { state } = steps[index];
      if (states.includes(state) && state !== steps[index - 1].state) {
        home = index;
        break;
      }
    }
    homes.set(home, [...(homes.get(home) ?? []), name]);
  }
  return homes;
}

/** The transition that leads from a state to another, where only one does. */
function transitionBetween(
  definition: AnyRecordType,
  from: string,
  to: string,
): string | undefined {
  const fitting = Object.entries<Transition>(definition.lifecycle.transitions)
    .filter(([, one]) => one.to === to && one.from.includes(from))
    .map(([name]) => name);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** One that differs from the matrix was overridden by somebody. */
function priorityOf(
  definition: AnyRecordType,
  given: number | undefined,
  fields: FieldValues,
): { priority?: number; isOverridden: boolean } {
  const calculated = priorityFor(definition, fields);
  return {
    priority: given ?? calculated,
    isOverridden: given !== undefined && given !== calculated,
  };
}

function kindOf(
  index: number,
  moved: boolean,
  changes: Record<string, FieldChange>,
): HistoryEntry['kind'] {
  if (moved) return 'moved';
  return index > 0 && Object.keys(changes).length > 0 ? 'changed' : 'imported';
}

function changesBetween(
  before: Record<string, unknown>,
  now: Record<string, unknown>,
): Record<string, FieldChange> {
  const changes: Record<string, FieldChange> = {};
  for (const name of Object.keys({ ...before, ...now })) {
    const [from, to] = [before[name], now[name]];
    if (from !== to && JSON.stringify(from) !== JSON.stringify(to)) {
      changes[name] = {
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      };
    }
  }
  return changes;
}

function without(fields: FieldValues, names: ReadonlyArray<string>) {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !names.includes(name)),
  );
}

function only(fields: FieldValues, names: ReadonlyArray<string>) {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => names.includes(name)),
  );
}
