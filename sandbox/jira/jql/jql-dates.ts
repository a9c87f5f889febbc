/** Instants in JQL: dates in the reader's time zone, periods like `-7d`, and the date functions. */
import { Temporal } from 'temporal-polyfill';
import type { JqlContext } from './jql-context';

const ABSOLUTE = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/;
const PERIOD = /^[+-]?(?:\d+[wdhm])(?:\s+\d+[wdhm])*$/;
const INCREMENT = /^([+-]?\d+)([yMwdhm])?$/;
const MINUTES = { w: 10_080, d: 1440, h: 60, m: 1 } as const;

/** Milliseconds since the epoch of a date or a period from now, undefined when it is neither. */
export function readInstant(text: string, context: JqlContext): number | undefined {
  const absolute = ABSOLUTE.exec(text.trim());
  if (absolute !== null) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = absolute.slice(1).map(Number).map(zeroIfAbsent);
    try {
      const local = Temporal.PlainDateTime.from({ year, month, day, hour, minute }, { overflow: 'reject' });
      return local.toZonedDateTime(context.timeZone).epochMilliseconds;
    } catch {
      return undefined;
    }
  }
  if (!PERIOD.test(text.trim())) return undefined;
  const minutes = [...text.matchAll(/(\d+)([wdhm])/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * MINUTES[unit as keyof typeof MINUTES],
    0,
  );
  return context.now + (text.trim().startsWith('-') ? -1 : 1) * minutes * 60_000;
}

type Unit = 'day' | 'week' | 'month' | 'year';
const FUNCTION = /^(start|end)of(day|week|month|year)$/;

/**
 * The value of `now()` and of `startOfDay()` and its relatives with their optional increment (`-1`, `"+2w"`), undefined
 * for other functions and for arguments that Jira would not understand. Weeks start on Sunday, as in Jira's en_US.
 */
export function dateFunction(name: string, args: readonly string[], context: JqlContext): number | undefined {
  const lower = name.toLowerCase();
  if (lower === 'now') return args.length === 0 ? context.now : undefined;
  const [, edge, unit] = FUNCTION.exec(lower) ?? [];
  if (edge === undefined || unit === undefined || args.length > 1) return undefined;
  const here = Temporal.Instant.fromEpochMilliseconds(context.now).toZonedDateTimeISO(context.timeZone);
  const moved = args[0] === undefined ? here : increment(here, args[0].trim(), unit as Unit);
  if (moved === undefined) return undefined;
  const start = startOf(moved, unit as Unit);
  return edge === 'start' ? start.epochMilliseconds : start.add({ [`${unit}s`]: 1 }).epochMilliseconds - 1;
}

function startOf(instant: Temporal.ZonedDateTime, unit: Unit): Temporal.ZonedDateTime {
  const day = instant.startOfDay();
  if (unit === 'week') return day.subtract({ days: day.dayOfWeek % 7 });
  if (unit === 'month') return day.with({ day: 1 }).startOfDay();
  return unit === 'year' ? day.with({ month: 1, day: 1 }).startOfDay() : day;
}

function increment(from: Temporal.ZonedDateTime, text: string, unit: Unit): Temporal.ZonedDateTime | undefined {
  const [, amount, letter] = INCREMENT.exec(text) ?? [];
  if (amount === undefined) return undefined;
  const units = { y: 'years', M: 'months', w: 'weeks', d: 'days', h: 'hours', m: 'minutes' } as const;
  const name = letter === undefined ? `${unit}s` : units[letter as keyof typeof units];
  return from.add({ [name]: Number(amount) });
}

/** The day on which an instant falls for the reader. */
export function dayOf(instant: number, context: JqlContext): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(context.timeZone).toPlainDate().toString();
}

/** A time that was not given is an undefined group of the pattern, hence not a number. */
function zeroIfAbsent(part: number): number {
  return Number.isNaN(part) ? 0 : part;
}
