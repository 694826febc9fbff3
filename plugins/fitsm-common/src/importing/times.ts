import { InputError } from '@backstage/errors';
import { DateTime, IANAZone } from 'luxon';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The outcome of reading a text: the value, or what is wrong with it. */
export type Reading<T> = { value: T } | { problem: string };

/** Reads the times of a file. */
export interface Times {
  /** An instant as UTC in one form (TIM-1). */
  instant(text: string): Reading<string>;
  /** A day, as it is written. */
  day(text: string): Reading<string>;
}

/**
 * Understands ISO 8601, and the forms that are given. Times without a zone are
 * local ones of `zone`; where clocks were put back, the hour that came twice
 * counts as the first of the two.
 *
 * @throws InputError for a zone that does not exist
 */
export function timesOf(options: {
  zone?: string;
  formats?: ReadonlyArray<string>;
}): Times {
  const { zone: zoneName, formats = [] } = options;
  if (zoneName !== undefined && !IANAZone.isValidZone(zoneName)) {
    throw new InputError(
      `mapping.times.zone: '${zoneName}' is no time zone; write Europe/Lisbon or UTC, for example`,
    );
  }
  const offsetAt = zoneName === undefined ? undefined : offsetsOf(zoneName);
  const parsers = formats.map(format => ({
    parser: DateTime.buildFormatParser(format, { locale: 'en' }),
    zoned: /Z|z/.test(format.replace(/'[^']*'/g, '')),
  }));

  const parsed = (text: string): { written: number; zoned: boolean } | null => {
    for (const { parser, zoned } of parsers) {
      const time = DateTime.fromFormatParser(text, parser, {
        locale: 'en',
        zone: 'utc',
      });
      if (time.isValid) return { written: time.toMillis(), zoned };
    }
    if (!/^\d{4}-\d\d-\d\d/.test(text)) return null;
    const time = DateTime.fromISO(text.replace(' ', 'T'), { zone: 'utc' });
    return time.isValid
      ? {
          written: time.toMillis(),
          zoned: /:.*(Z|[+-]\d\d(:?\d\d)?)$/i.test(text),
        }
      : null;
  };
  const notUnderstood = (text: string) => ({
    problem: `'${text}' is not a time that the mapping describes; add its form to times.formats`,
  });

  return {
    instant(text) {
      const found = parsed(text);
      if (!found) return notUnderstood(text);
      let instant = found.written;
      if (!found.zoned) {
        if (!offsetAt) {
          return {
            problem: `'${text}' names no time zone; set times.zone in the mapping`,
          };
        }
        const { written } = found;
        const fitting = [written - DAY, written + DAY]
          .map(near => written - offsetAt(near))
          .find(candidate => candidate + offsetAt(candidate) === written);
        if (fitting === undefined) {
          return {
            problem: `'${text}' did not exist in ${zoneName}, where clocks were put forward; check times.zone in the mapping`,
          };
        }
        instant = fitting;
      }
      return inRange(new Date(instant).toISOString(), text);
    },
    day(text) {
      const found = parsed(text);
      return found
        ? inRange(new Date(found.written).toISOString().slice(0, 10), text)
        : notUnderstood(text);
    },
  };
}

function inRange(value: string, text: string): Reading<string> {
  return value >= '1900' && value < '2200'
    ? { value }
    : { problem: `'${text}' lies outside of the years 1900 to 2199` };
}

/** Offsets of a zone in milliseconds; asking the zone itself is slow. */
function offsetsOf(zoneName: string): (instant: number) => number {
  const zone = IANAZone.create(zoneName);
  const known = new Map<number, number>();
  return instant => {
    // No zone has changed its offset but at a full quarter of an hour since 1972.
    const quarter = Math.floor(instant / (15 * MINUTE));
    let offset = known.get(quarter);
    if (offset === undefined) {
      if (known.size > 10_000) known.clear();
      offset = zone.offset(quarter * 15 * MINUTE) * MINUTE;
      known.set(quarter, offset);
    }
    return offset;
  };
}
