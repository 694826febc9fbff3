import {
  AnyRecordType,
  FitsmRecord,
  Transition,
} from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';

/** When something about a record is to happen by itself. */
export interface Timer {
  /** The name of a transition, or one of the reminders. */
  name: string;
  dueAt: string;
}

/** Before the name of a field: its owner is told that it is due. */
export const DUE_REMINDER = ':due.';
/** The manager of the process is told that it is overdue. */
export const OVERDUE_REMINDER = ':overdue';
/** Those who have not voted are told that it is due. */
export const VOTE_REMINDER = ':vote';
const OVERDUE_AFTER_DAYS = 3;

/** Whether a timer is none of a transition: those have no colon. */
export function isReminder(name: string): boolean {
  return name.startsWith(':');
}

type Standing = Pick<
  FitsmRecord,
  'state' | 'stateCategory' | 'stateSince' | 'updatedAt' | 'fields'
>;

/**
 * The timers of a record; undefined where they stay as they were before.
 * Reminders that were due already are not set again: each is told once.
 */
export function timersFor(
  definition: AnyRecordType,
  record: Standing,
  before?: Standing,
): Timer[] | undefined {
  const times = timesOf(definition, record);
  if (
    before &&
    before.state === record.state &&
    JSON.stringify(timesOf(definition, before)) === JSON.stringify(times)
  ) {
    return undefined;
  }
  const due = dueOf(definition, record);
  const transitions = Object.entries(definition.lifecycle.transitions).flatMap(
    ([name, { automatic, from }]) =>
      automatic && from.includes(record.state)
        ? timeOf(name, automatic, record)
        : [],
  );
  const reminders =
    record.stateCategory === 'closed'
      ? []
      : [
          ...remindedFields(definition).map(name => ({
            name: `${DUE_REMINDER}${name}`,
            dueAt: times[name],
          })),
          {
            name: OVERDUE_REMINDER,
            dueAt: due && later(due, OVERDUE_AFTER_DAYS),
          },
        ].flatMap(({ name, dueAt }) =>
          dueAt && dueAt > record.updatedAt ? [{ name, dueAt }] : [],
        );
  return [...transitions, ...reminders];
}

function timeOf(
  name: string,
  automatic: NonNullable<Transition['automatic']>,
  { stateSince, fields }: Standing,
): Timer[] {
  if ('afterDays' in automatic) {
    return [{ name, dueAt: later(stateSince, automatic.afterDays) }];
  }
  const at = fields[automatic.at];
  return typeof at === 'string' ? [{ name, dueAt: at }] : [];
}

/** The instants in a record that anything waits for, by field. */
function timesOf(
  definition: AnyRecordType,
  { fields }: Standing,
): Record<string, string | undefined> {
  const awaited = Object.values(definition.lifecycle.transitions).flatMap(
    ({ automatic }) => (automatic && 'at' in automatic ? [automatic.at] : []),
  );
  return Object.fromEntries(
    [...remindedFields(definition), ...awaited].map(name => [
      name,
      fields[name] as string | undefined,
    ]),
  );
}

function remindedFields({ fields }: AnyRecordType): string[] {
  return Object.keys(fields).filter(name => {
    const field = fields[name];
    return (
      field.kind === 'dateTime' && (field.remind || field.column === 'dueAt')
    );
  });
}

/** The field of a reminder that something is due. */
export function remindedField(timer: string): string | undefined {
  return timer.startsWith(DUE_REMINDER)
    ? timer.slice(DUE_REMINDER.length)
    : undefined;
}

function later(instant: string, days: number): string {
  return DateTime.fromISO(instant, { zone: 'utc' }).plus({ days }).toISO()!;
}

/** The value of the field that fills the column `dueAt`. */
export function dueOf(
  { fields }: AnyRecordType,
  record: Pick<FitsmRecord, 'fields'>,
): string | undefined {
  const name = Object.keys(fields).find(
    one => (fields[one] as { column?: string }).column === 'dueAt',
  );
  return name && (record.fields[name] as string | undefined);
}
