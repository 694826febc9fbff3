import { KpiUnit, KpiValue } from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';

const endings: Record<KpiUnit, string> = {
  count: '',
  percent: ' %',
  days: ' days',
  hours: ' hours',
  score: '',
};

/** A value as people read it, with its unit. */
export function valueText(value: number | null, unit: KpiUnit): string {
  if (value === null) return 'no data';
  const digits = unit === 'score' ? 2 : 1;
  const number = value.toLocaleString(undefined, {
    maximumFractionDigits: digits,
  });
  return `${number}${endings[unit]}`;
}

/** What the value was computed from: `9 of 12`, or how many it is the mean of. */
export function partsText(one: KpiValue): string | undefined {
  const { unit, numerator, denominator } = one;
  if (numerator === undefined || denominator === undefined) return undefined;
  return unit === 'percent'
    ? `${numerator.toLocaleString()} of ${denominator.toLocaleString()}`
    : `Mean of ${denominator.toLocaleString()}`;
}

/** What is wanted, and whether it is reached. */
export function targetText(one: KpiValue): string | undefined {
  const { target, value, unit, better } = one;
  if (target === undefined) return undefined;
  const wanted = `Target: at ${
    better === 'higher' ? 'least' : 'most'
  } ${valueText(target, unit)}`;
  if (value === null) return wanted;
  return `${wanted}, ${isMet(value, target, better) ? 'met' : 'not met'}`;
}

export function isMet(
  value: number,
  target: number,
  better: KpiValue['better'],
): boolean {
  return better === 'higher' ? value >= target : value <= target;
}

/** The course of a KPI for those who do not see its line. */
export function courseText({ buckets, unit }: KpiValue): string {
  const day = (at: string) =>
    DateTime.fromISO(at, { zone: 'utc' }).toLocaleString(DateTime.DATE_MED);
  return buckets
    .map(({ from, value }) => `from ${day(from)} ${valueText(value, unit)}`)
    .join(', ');
}
