import { DateTime } from 'luxon';
import { World } from '../World';

const seasons = [
  { key: 'christmas', from: [12, 18], days: 17 },
  { key: 'summer', from: [7, 14], days: 34 },
] as const;

/** The times of the year in which changes are not made. */
export function freezesOf({ start }: World) {
  return seasons.map(({ key, from: [month, day], days }) => {
    const first = start.set({ month, day });
    const begin =
      first < start.plus({ days: 3 }) ? first.plus({ years: 1 }) : first;
    return { key, begin, end: begin.plus({ days }).endOf('day') };
  });
}

/** The same moment, or one soon after the freeze in which it is. */
export function outsideFreezes(world: World, time: DateTime): DateTime {
  const freeze = freezesOf(world).find(
    // The summer's is prolonged by a week.
    ({ begin, end }) => time >= begin && time <= end.plus({ days: 8 }),
  );
  return freeze
    ? freeze.end
        .plus({ days: 9 })
        .set({ hour: time.hour, minute: time.minute, second: 0 })
    : time;
}
