import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import { addMonths } from 'temporal-polyfill/fns/ZonedDateTime';
import type { Instant } from '../instant';
import { earliestStart, type BusinessHours, type Notice } from './business-time';

/** How long a clock runs. None of them is negative; months and business days are whole. */
export type Duration = Notice | { readonly days: number } | { readonly months: number };

/**
 * The instant so much later. A day is 24 hours. A month later is the same day of the month and the same time in UTC, or
 * the last day of a month that has no such day: one month after 31 January is the end of February.
 * @param hours What the organisation calls working time: required for business days and business hours.
 * @throws RangeError where it is missing, or is something that `problemsOfBusinessHours` refuses.
 */
export function addDuration(instant: Instant, duration: Duration, hours?: BusinessHours): Instant {
  if ('days' in duration) return earliestStart(instant, { hours: duration.days * 24 });
  if ('months' in duration) return monthsLater(instant, duration.months);
  return earliestStart(instant, duration, hours);
}

function monthsLater(instant: Instant, months: number): Instant {
  const inUtc = toZonedDateTimeISO(fromEpochMilliseconds(Date.parse(instant)), 'UTC');
  return new Date(addMonths(inUtc, months).epochMilliseconds).toISOString();
}
