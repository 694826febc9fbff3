import { FitsmRecord, NewRecord } from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { Random } from './Random';

/** A new record, as a story gives it. */
export type Draft = NewRecord;

/** Somebody of the example organisation, who acts through the public client. */
export interface Person {
  /** `user:default/ada` */
  readonly ref: string;
  create(type: string, draft: Draft): Promise<FitsmRecord>;
  /** Reads the record first, so that it names the revision of now. */
  move(
    id: string,
    transition: string,
    fields?: object,
    reason?: string,
  ): Promise<FitsmRecord>;
  edit(id: string, fields: object): Promise<FitsmRecord>;
  vote(
    id: string,
    vote: 'approve' | 'refuse',
    reason?: string,
  ): Promise<FitsmRecord>;
  comment(
    id: string,
    body: string,
    visibility?: 'internal' | 'requester',
  ): Promise<void>;
  link(id: string, relation: string, to: string): Promise<void>;
  read(id: string): Promise<FitsmRecord>;
}

/**
 * The year that the example organisation lives. Stories put into its calendar
 * what is to happen; the calendar is then lived from its beginning to its end,
 * with the clock at each entry's time.
 */
export interface World {
  readonly random: Random;
  /** The first and the last moment of the year, in the organisation's zone. */
  readonly start: DateTime;
  readonly end: DateTime;
  /** 1 for the demo; 10 or 100 for benchmarks. Only what comes in numbers grows. */
  readonly scale: number;
  /**
   * Puts something into the calendar; what is after the end does not happen.
   * Of the same moment, what was put in first comes first. What runs may put in
   * more. `after` waits so long from the moment that is lived just then.
   */
  at(time: DateTime, happens: () => Promise<void>): void;
  after(
    duration: { hours?: number; days?: number; minutes?: number },
    happens: () => Promise<void>,
  ): void;
  /** The moment that is lived just now. */
  now(): DateTime;
  /** A moment in working hours of the day so many days after the start. */
  workday(day: number): DateTime;
  /** Somebody by name, `maren-aldous`, or by role in a process. */
  person(name: string): Person;
  /** All members of a group, `booking-team`. */
  members(group: string): Person[];
  /** References of the catalog's entities of a kind; `Component` for example. */
  entities(kind: string): string[];
  /** The group that owns an entity. */
  ownerOf(entityRef: string): string;
  /** Records that stories of other processes build on, by a name they agree on. */
  remember(name: string, record: FitsmRecord): void;
  /** The records remembered under a name, in the order in which they came. */
  recall(name: string): ReadonlyArray<FitsmRecord>;
}
