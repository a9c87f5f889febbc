/** Date (an instant, seen in a time zone) and CalendarDate (a day) of Jira expressions. */
import { Temporal } from 'temporal-polyfill';
import { jiraTimestamp } from '../timestamp';
import { ExpressionProblem, UnsupportedExpression } from './expression-problem';
import type { Callable, Value } from './values';

export interface DateValue {
  readonly kind: 'date';
  readonly milliseconds: number;
}

export interface CalendarDateValue {
  readonly kind: 'calendar date';
  /** `2026-03-02` */
  readonly day: string;
}

export const dateValue = (milliseconds: number): DateValue => ({ kind: 'date', milliseconds });
export const calendarDateValue = (day: string): CalendarDateValue => ({ kind: 'calendar date', day });

const SHIFT = /^(plus|minus)(Months|Days|Hours|Minutes)$/;
const GETTERS = ['getFullYear', 'getMonth', 'getDate', 'getDay'] as const;
const UNSUPPORTED = ['getHours', 'getMinutes', 'getSeconds', 'toString', 'toLocaleString', 'getTimezoneOffset'];

function method(call: (args: readonly Value[]) => Value): Callable {
  return { kind: 'function', call };
}

function amountOf(name: string, args: readonly Value[]): Temporal.DurationLike {
  const [, direction, unit = ''] = SHIFT.exec(name) ?? [];
  const [given] = args;
  if (typeof given !== 'number' || !Number.isInteger(given)) {
    throw new ExpressionProblem('type', `${name} needs a whole number.`);
  }
  return { [unit.toLowerCase()]: direction === 'plus' ? given : -given };
}

function getter(name: string, day: Temporal.PlainDate): number | undefined {
  if (name === 'getFullYear') return day.year;
  if (name === 'getMonth') return day.month - 1;
  if (name === 'getDate') return day.day;
  return name === 'getDay' ? day.dayOfWeek % 7 : undefined;
}

/** `zone` is the time zone of the person for whom the expression runs. Undefined: the type has no such member. */
export function dateMember(value: DateValue, name: string, zone: string): Value | undefined {
  const moment = Temporal.Instant.fromEpochMilliseconds(value.milliseconds);
  if (SHIFT.test(name)) {
    return method((args) =>
      dateValue(moment.toZonedDateTimeISO(zone).add(amountOf(name, args)).toInstant().epochMilliseconds),
    );
  }
  if (name === 'toISOString') return method(() => new Date(value.milliseconds).toISOString());
  if (name === 'getTime') return method(() => value.milliseconds);
  if (name === 'toCalendarDate') return method(() => dayIn(moment, zone));
  if (name === 'toCalendarDateUTC') return method(() => dayIn(moment, 'UTC'));
  if ((GETTERS as readonly string[]).includes(name)) {
    return method(() => getter(name, moment.toZonedDateTimeISO(zone).toPlainDate()) ?? null);
  }
  if (UNSUPPORTED.includes(name)) throw new UnsupportedExpression(`${name} of a Date`);
  return undefined;
}

function dayIn(moment: Temporal.Instant, zone: string): CalendarDateValue {
  return calendarDateValue(moment.toZonedDateTimeISO(zone).toPlainDate().toString());
}

export function calendarDateMember(value: CalendarDateValue, name: string): Value | undefined {
  const day = Temporal.PlainDate.from(value.day);
  if (/^(plus|minus)(Months|Days)$/.test(name)) {
    return method((args) => calendarDateValue(day.add(amountOf(name, args)).toString()));
  }
  if (name === 'toISOString') return method(() => value.day);
  if ((GETTERS as readonly string[]).includes(name)) return method(() => getter(name, day) ?? null);
  if (name === 'toString') throw new UnsupportedExpression('toString of a CalendarDate');
  return undefined;
}

/** `new Date(...)`: an instant in milliseconds or as ISO 8601 with an offset, `+0100` as REST writes it included. */
export function readDate(given: Value): DateValue {
  if (typeof given === 'number') return dateValue(given);
  if (typeof given !== 'string') throw new ExpressionProblem('type', 'new Date needs a number or a text.');
  const milliseconds = Date.parse(given.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (!/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(given) || Number.isNaN(milliseconds)) {
    throw new ExpressionProblem('other', `'${given}' is not a date with a time and an offset.`);
  }
  return dateValue(milliseconds);
}

/** `new CalendarDate(...)` of a text such as `2026-03-02`. */
export function readCalendarDate(given: Value): CalendarDateValue {
  try {
    if (typeof given === 'string') return calendarDateValue(Temporal.PlainDate.from(given).toString());
  } catch {
    // Not a day: refused below.
  }
  throw new ExpressionProblem('other', 'new CalendarDate needs a day such as 2026-03-02.');
}

/** In the format of REST, as an evaluated date is answered. */
export function dateJson(value: DateValue | CalendarDateValue): string {
  return value.kind === 'date' ? jiraTimestamp(value.milliseconds) : value.day;
}
