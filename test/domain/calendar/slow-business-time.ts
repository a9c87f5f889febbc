import { Temporal } from 'temporal-polyfill';
import type { BusinessHours } from '../../../src/domain/calendar/business-time';

/**
 * What business time means, written down a second time: with dates and clocks of Temporal, walked day by day and quarter of
 * an hour by quarter of an hour.
 */
export const QUARTER = 15 * 60_000;

/** Zones in which the clocks change in some way, and from when it is worth looking at them. */
export const ZONES = [
  { timeZone: 'Europe/Berlin', from: '2026-01-01T00:00:00.000Z', changes: ['2026-03-29', '2026-10-25'] },
  { timeZone: 'America/New_York', from: '2026-01-01T00:00:00.000Z', changes: ['2026-03-08', '2026-11-01'] },
  { timeZone: 'Asia/Kathmandu', from: '2026-01-01T00:00:00.000Z', changes: ['2026-04-14'] },
  { timeZone: 'Pacific/Apia', from: '2011-09-01T00:00:00.000Z', changes: ['2011-12-30', '2020-09-27', '2021-04-04'] },
  // Goes back for the weeks of Ramadan.
  { timeZone: 'Africa/Casablanca', from: '2026-01-01T00:00:00.000Z', changes: ['2026-02-15', '2026-03-22'] },
  // Skips midnight, and has the hour before it twice.
  { timeZone: 'America/Santiago', from: '2026-01-01T00:00:00.000Z', changes: ['2026-04-04', '2026-09-06'] },
] as const;

/** The n-th business day after, at the same time on the clocks. */
export function slowAddBusinessDays(asked: string, n: number, hours: BusinessHours): string {
  if (n === 0) return asked;
  const zoned = Temporal.Instant.from(asked).toZonedDateTimeISO(hours.timeZone);
  let date = zoned.toPlainDate();
  let time = zoned.toPlainTime();
  const opens = Temporal.PlainTime.from(hours.from);
  const isOver = hours.until !== '24:00' && Temporal.PlainTime.compare(time, hours.until) >= 0;
  if (!isWorked(date, hours) || isOver) {
    do date = date.add({ days: 1 });
    while (!isWorked(date, hours));
    time = opens;
  } else if (Temporal.PlainTime.compare(time, opens) < 0) {
    time = opens;
  }
  for (let left = n; left > 0; left--) {
    do date = date.add({ days: 1 });
    while (!isWorked(date, hours));
  }
  return toText(date.toZonedDateTime({ timeZone: hours.timeZone, plainTime: time }));
}

/** Every quarter of an hour that is worked in the days after, as instants in milliseconds. */
export function workedQuarters(asked: string, days: number, hours: BusinessHours): readonly number[] {
  const start = Date.parse(asked);
  const today = Temporal.Instant.from(asked).toZonedDateTimeISO(hours.timeZone).toPlainDate();
  // One date more on each side, and one for a date that is left out at the date line.
  const stretches = Array.from({ length: days + 3 }, (_, index) => today.add({ days: index - 1 }))
    .filter((date) => isWorked(date, hours))
    .map((date) => ({ from: instantAt(date, hours.from, hours), until: instantAt(date, hours.until, hours) }));
  return Array.from({ length: days * 96 }, (_, index) => start + index * QUARTER).filter((quarter) =>
    stretches.some(({ from, until }) => from <= quarter && quarter < until),
  );
}

function isWorked(date: Temporal.PlainDate, hours: BusinessHours): boolean {
  return hours.workdays.includes(date.dayOfWeek) && !hours.holidays.includes(date.toString());
}

function instantAt(date: Temporal.PlainDate, time: string, { timeZone }: BusinessHours): number {
  const midnight = time === '24:00';
  return (midnight ? date.add({ days: 1 }) : date).toZonedDateTime({
    timeZone,
    plainTime: midnight ? '00:00' : time,
  }).epochMilliseconds;
}

function toText(zoned: Temporal.ZonedDateTime): string {
  return zoned.toInstant().toString({ smallestUnit: 'millisecond' });
}
