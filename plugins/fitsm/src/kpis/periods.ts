import { Period } from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';

/** The periods that people choose from; the choice lives in the URL. */
export const periods = {
  days30: 'Last 30 days',
  months3: 'Last 3 months',
  months12: 'Last 12 months',
  year: 'This year',
} as const;

export type PeriodName = keyof typeof periods;

const initial: PeriodName = 'months12';

/** Reads a URL, whatever somebody has typed into it. */
export function periodNameOf(params: URLSearchParams): PeriodName {
  const name = params.get('period');
  return name !== null && Object.hasOwn(periods, name)
    ? (name as PeriodName)
    : initial;
}

/** Writes what differs from the beginning; other parameters stay. */
export function withPeriodName(
  params: URLSearchParams,
  name: PeriodName,
): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('period');
  if (name !== initial) next.set('period', name);
  return next;
}

/** A period until now, in the calendar by which the server counts. */
export function periodOf(name: PeriodName, now = DateTime.utc()): Period {
  const starts: Record<PeriodName, DateTime> = {
    days30: now.minus({ days: 30 }),
    months3: now.minus({ months: 3 }),
    months12: now.minus({ months: 12 }),
    year: now.startOf('year'),
  };
  return {
    from: starts[name].toJSDate().toISOString(),
    to: now.toJSDate().toISOString(),
  };
}
