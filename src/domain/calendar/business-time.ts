import type { Instant } from '../instant';
import {
  businessDaysAfter,
  isBusinessDay,
  workingDaysOf,
  type BusinessHours,
  type WorkingDays,
} from './business-hours';
import { openTimes } from './open-times';
import { dayOf, DAY, HOUR, wallClockNear, type CivilDay } from './wall-clock';

export type { BusinessHours } from './business-hours';

/** How long before something begins it must have been asked for. None of them is negative; days are whole. */
export type Notice =
  { readonly hours: number } | { readonly businessDays: number } | { readonly businessHours: number };

/**
 * The instant that is n full business days later: the n-th business day after, when the clocks of the zone show the same
 * time. Monday 10:00 and two days is Wednesday 10:00; Friday 10:00 and one day is Monday 10:00.
 *
 * Time at which nobody works does not count: from before work begins, after it ends, or on a day off, the days are counted
 * from when work next begins. Saturday and one day, like Friday 17:00 and one day where work ends at 17:00, is Tuesday
 * 09:00. No days at all is the instant itself.
 *
 * Days are days of the calendar: across a change of the clocks the time of day stays, and the hours in between are one
 * more or fewer. See `WallClock` for a time of day that is skipped or comes twice.
 * @throws RangeError for hours that `problemsOfBusinessHours` refuses.
 */
export function addBusinessDays(instant: Instant, n: number, hours: BusinessHours): Instant {
  return toInstant(afterBusinessDays(Date.parse(instant), n, hours));
}

/** The most business days that can be added to `a` without going past `b`: how many full ones lie in between. */
export function businessDaysBetween(a: Instant, b: Instant, hours: BusinessHours): number {
  const days = workingDaysOf(hours);
  const start = Date.parse(a);
  const end = Date.parse(b);
  const clock = wallClockNear(start, days.timeZone);
  const { day, time } = countedFrom(days, clock.wallTimeOf(start));
  const last = dayOf(clock.wallTimeOf(end));
  const count = businessDaysAfter(days, day, last);
  const lastIsFull = !isBusinessDay(days, last) || clock.instantOf(last * DAY + time) <= end;
  return lastIsFull ? count : Math.max(0, count - 1);
}

/**
 * The first instant by which so many hours were worked. Friday 16:00 and two hours is Monday 10:00, where work is from
 * 09:00 to 17:00; one hour is Friday 17:00. No hours at all is the instant itself.
 * @param n May be a fraction. Hours are those that pass, not those the clocks show.
 * @throws RangeError for hours that `problemsOfBusinessHours` refuses.
 */
export function addBusinessHours(instant: Instant, n: number, hours: BusinessHours): Instant {
  return toInstant(afterBusinessHours(Date.parse(instant), n, hours));
}

/**
 * How many hours are worked from `a` until `b`, with fractions; none when `b` is not after `a`. Takes the longer the more
 * days lie in between: compare with `isNoticeGiven` where one of them is a date that somebody typed.
 */
export function businessHoursBetween(a: Instant, b: Instant, hours: BusinessHours): number {
  const end = Date.parse(b);
  let worked = 0;
  for (const { from, until } of openTimes(workingDaysOf(hours), Date.parse(a))) {
    if (!(from < end)) break;
    worked += Math.min(until, end) - from;
  }
  return worked / HOUR;
}

/**
 * The first instant at which something may begin that was asked for at `asked`. Hours are sixty minutes each, at any time of
 * the day or week; see `addBusinessDays` and `addBusinessHours` for the others.
 * @param hours What the organisation calls working time: required for a notice in business days or hours.
 * @throws RangeError where it is missing, or is something that `problemsOfBusinessHours` refuses.
 */
export function earliestStart(asked: Instant, notice: Notice, hours?: BusinessHours): Instant {
  return toInstant(afterNotice(Date.parse(asked), notice, hours));
}

/** Whether something that was asked for at `asked` may begin at `start`: at `earliestStart`, or after it. */
export function isNoticeGiven(asked: Instant, start: Instant, notice: Notice, hours?: BusinessHours): boolean {
  return Date.parse(start) >= afterNotice(Date.parse(asked), notice, hours);
}

function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}

function afterNotice(asked: number, notice: Notice, hours: BusinessHours | undefined): number {
  if ('hours' in notice) return asked + Math.round(notice.hours * HOUR);
  if (hours === undefined) throw new RangeError('A notice in business time needs business hours.');
  if ('businessDays' in notice) return afterBusinessDays(asked, notice.businessDays, hours);
  return afterBusinessHours(asked, notice.businessHours, hours);
}

function afterBusinessDays(instant: number, n: number, hours: BusinessHours): number {
  if (n === 0) return instant;
  const days = workingDaysOf(hours);
  const clock = wallClockNear(instant, days.timeZone);
  const { day: first, time } = countedFrom(days, clock.wallTimeOf(instant));
  let day = first;
  for (let left = n; left > 0; left--) day = nextBusinessDay(days, day);
  return clock.instantOf(day * DAY + time);
}

function afterBusinessHours(instant: number, n: number, hours: BusinessHours): number {
  let left = Math.round(n * HOUR);
  if (left === 0) return instant;
  let end = instant;
  for (const { from, until } of openTimes(workingDaysOf(hours), instant)) {
    end = from + left;
    left -= until - from;
    if (left <= 0) break;
  }
  return end;
}

/** The day and the time of day from which business days are counted. */
function countedFrom(days: WorkingDays, wall: number): { readonly day: CivilDay; readonly time: number } {
  const day = dayOf(wall);
  const time = wall - day * DAY;
  if (isBusinessDay(days, day) && time < days.until) return { day, time: Math.max(time, days.from) };
  return { day: nextBusinessDay(days, day), time: days.from };
}

function nextBusinessDay(days: WorkingDays, day: CivilDay): CivilDay {
  let next = day + 1;
  while (!isBusinessDay(days, next)) next++;
  return next;
}
