import { dateOf, DAY, HOUR, isTimeZone, weekdayOf, type CivilDay } from './wall-clock';

/** When an organisation works, as data. */
export interface BusinessHours {
  /** A zone of the IANA database, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  /** Monday is 1, Sunday 7. */
  readonly workdays: readonly number[];
  /** When work begins, on the clocks of the zone: `09:00`. */
  readonly from: string;
  /** When it ends: `17:00`; `24:00` is midnight at the end of the day. */
  readonly until: string;
  /**
   * Dates on which nobody works: `2026-12-25`. A date that a zone left out when it crossed the date line belongs here as
   * well (2011-12-30 in Samoa).
   */
  readonly holidays: readonly string[];
}

export type BusinessHoursProblem =
  'unknown-time-zone' | 'no-workdays' | 'no-such-weekday' | 'unreadable-time' | 'inverted-hours' | 'unreadable-holiday';

/** Everything that is wrong with hours that somebody wrote; nothing when one can reckon with them. */
export function problemsOfBusinessHours(hours: BusinessHours): readonly BusinessHoursProblem[] {
  const from = timeOfDay(hours.from);
  const until = timeOfDay(hours.until);
  const checks: readonly (readonly [BusinessHoursProblem, boolean])[] = [
    ['unknown-time-zone', !isTimeZone(hours.timeZone)],
    ['no-workdays', hours.workdays.length === 0],
    ['no-such-weekday', !hours.workdays.every(isWeekday)],
    ['unreadable-time', Number.isNaN(from) || Number.isNaN(until)],
    ['inverted-hours', until <= from],
    ['unreadable-holiday', !hours.holidays.every(isDate)],
  ];
  return checks.flatMap(([problem, found]) => (found ? [problem] : []));
}

/** Business hours that one can reckon with: times in milliseconds since midnight. */
export interface WorkingDays {
  readonly timeZone: string;
  readonly workdays: ReadonlySet<number>;
  readonly from: number;
  readonly until: number;
  readonly holidays: readonly string[];
}

/** @throws RangeError for hours in which there is no time at all; `problemsOfBusinessHours` tells before. */
export function workingDaysOf(hours: BusinessHours): WorkingDays {
  const from = timeOfDay(hours.from);
  const until = timeOfDay(hours.until);
  const workdays = new Set(hours.workdays.filter(isWeekday));
  if (!(from < until) || workdays.size === 0) {
    throw new RangeError('There is no working time in these business hours.');
  }
  return { timeZone: hours.timeZone, workdays, from, until, holidays: hours.holidays };
}

/** Whether work is done on that date. */
export function isBusinessDay({ workdays, holidays }: WorkingDays, day: CivilDay): boolean {
  return workdays.has(weekdayOf(day)) && (holidays.length === 0 || !holidays.includes(dateOf(day)));
}

/** How many business days there are after `day`, up to and including `last`. */
export function businessDaysAfter({ workdays, holidays }: WorkingDays, day: CivilDay, last: CivilDay): number {
  if (last <= day) return 0;
  const weeks = Math.floor((last - day) / 7);
  let count = weeks * workdays.size;
  for (let rest = day + weeks * 7 + 1; rest <= last; rest++) if (workdays.has(weekdayOf(rest))) count++;
  for (const holiday of new Set(holidays)) {
    const date = Date.parse(holiday) / DAY;
    if (date > day && date <= last && workdays.has(weekdayOf(date))) count--;
  }
  return count;
}

/** Milliseconds since midnight; NaN for what is no time of day. */
function timeOfDay(text: string): number {
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(text) ?? [];
  const time = Number(hours) * HOUR + Number(minutes) * (HOUR / 60);
  return time <= DAY ? time : Number.NaN;
}

function isWeekday(day: number): boolean {
  return Number.isInteger(day) && day >= 1 && day <= 7;
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && dateOf(time / DAY) === text;
}
