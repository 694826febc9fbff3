import { InputError } from '@backstage/errors';
import { instant, Period } from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { z } from 'zod/v4';

const LONGEST_YEARS = 5;
const DEFAULT_MONTHS = 12;
/** Months tell little of a shorter time. */
const MONTHS_FOR_MONTHS = 4;

/** The ends of a period, which may be left out. */
export const periodInput = z.strictObject({
  from: instant.optional(),
  to: instant.optional(),
});

/**
 * The period that is asked for: until now, and for 12 months, unless told.
 *
 * @throws InputError that names the end that is wrong
 */
export function periodFrom(given: Partial<Period>, now: Date): Period {
  const to = at(given.to ?? now.toISOString());
  const from = given.from
    ? at(given.from)
    : to.minus({ months: DEFAULT_MONTHS });
  if (from >= to) {
    throw new InputError('from: must be before to');
  }
  if (from < to.minus({ years: LONGEST_YEARS })) {
    throw new InputError(
      `from: must be at most ${LONGEST_YEARS} years before to`,
    );
  }
  return { from: textOf(from), to: textOf(to) };
}

/** The calendar months of a period, or its weeks where it is short, in UTC. */
export function bucketsOf({ from, to }: Period): Period[] {
  const unit =
    at(from) <= at(to).minus({ months: MONTHS_FOR_MONTHS }) ? 'month' : 'week';
  const starts: string[] = [];
  for (
    let start = at(from);
    start < at(to);
    start = start.startOf(unit).plus({ [unit]: 1 })
  ) {
    starts.push(textOf(start));
  }
  return starts.map((start, index) => ({
    from: start,
    to: starts[index + 1] ?? to,
  }));
}

function at(text: string): DateTime {
  return DateTime.fromISO(text, { zone: 'utc' });
}

/** In the form in which the database keeps instants. */
function textOf(moment: DateTime): string {
  return moment.toJSDate().toISOString();
}
