import { FitsmRecord } from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { World } from '../World';

/** What happens to a record at a moment; it gets the record's id. */
export type Happening = [
  time: DateTime,
  happens: (id: string) => Promise<unknown>,
];

/**
 * Creates a record and lets things happen to it, in their order: what is late
 * happens at once.
 */
export function inTurn(
  world: World,
  created: DateTime,
  create: () => Promise<FitsmRecord>,
  happenings: Happening[],
) {
  const follow = (id: string, [next, ...rest]: Happening[]) => {
    if (!next) return;
    const [time, happens] = next;
    world.at(DateTime.max(time, world.now()), async () => {
      await happens(id);
      follow(id, rest);
    });
  };
  world.at(created, async () => {
    const { id } = await create();
    follow(id, happenings);
  });
}

/** The same moment where people are in their offices then, or else a next one. */
export function inOffice(time: DateTime): DateTime {
  const isOpen = time.hour >= 8 && time.hour < 18;
  const inDay = isOpen ? time : time.set({ hour: 8 + (time.hour % 9) });
  const next = time.hour < 18 ? inDay : inDay.plus({ days: 1 });
  return next.weekday > 5 ? next.plus({ days: 8 - next.weekday }) : next;
}

/** A moment as records hold it. */
export function instant(time: DateTime): string {
  return time.toUTC().toISO()!;
}

/** `booking-team` of `group:default/booking-team`. */
export function nameOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

/** Those who own an entity of the catalog. */
export function ownersOf(world: World, entityRef: string) {
  return world.members(nameOf(world.ownerOf(entityRef)));
}

/** What was remembered last under a name. */
export function lastOf(world: World, name: string): FitsmRecord | undefined {
  const records = world.recall(name);
  return records[records.length - 1];
}

/** A link to what was remembered last under a name, if anything was. */
export function linkToLast(world: World, relation: string, name: string) {
  const record = lastOf(world, name);
  return record ? [{ relation, to: record.id }] : [];
}

/** More happens on weekdays, and while the ferries are full. */
export function busyMoment({ random, start, end }: World): DateTime {
  const days = Math.floor(end.diff(start, 'days').days);
  for (;;) {
    const day = start.plus({ days: random.between(1, days) });
    const ofWeek = day.weekday < 6 ? 1 : 0.5;
    const ofSeason = [6, 7, 8].includes(day.month) ? 1 : 0.6;
    if (random.chance(ofWeek * ofSeason)) {
      return day.startOf('day').plus({ minutes: random.between(330, 1320) });
    }
  }
}

/**
 * Adds what happens next, so many hours after what came before. What is not
 * urgent waits for the office to open.
 */
export type Then = (
  hours: readonly [from: number, to: number],
  happens: (id: string) => Promise<unknown>,
  isUrgent?: boolean,
) => void;

/** Creates a record, and lets happen to it what `tell` says. */
export function live(
  world: World,
  created: DateTime,
  create: () => Promise<FitsmRecord>,
  tell: (then: Then) => void,
) {
  const happenings: Happening[] = [];
  let time = created;
  tell(([from, to], happens, isUrgent) => {
    const next = time.plus({
      minutes: world.random.between(from * 60, to * 60),
    });
    time = isUrgent ? next : inOffice(next);
    happenings.push([time, happens]);
  });
  inTurn(world, created, create, happenings);
}
