import { z } from 'zod';
import { isTimeZone } from '../../domain/calendar/wall-clock';
import type { CalendarWindow } from '../../domain/calendar/calendar-window';
import type { BusinessHours, Notice } from '../../domain/calendar/business-time';
import type { ClockDuration } from '../../domain/obligation/policy-clock';
import { civilDate, count, hours, name, names } from './parts';
import type { PolicyForm } from './policy-form';
import { byKeys } from './shape-choice';

const inHours = z.strictObject({ hours: hours.describe('Hours of sixty minutes, at any time of the week.') });
const inBusinessDays = z.strictObject({ businessDays: count(366).describe('Days on which the organisation works.') });
const inBusinessHours = z.strictObject({ businessHours: hours.describe('Hours in which the organisation works.') });

/** How long before something. */
export const notice = byKeys<Notice>('a stretch of time', inHours, inBusinessDays, inBusinessHours);

/** How long after something. */
export const clockDuration = byKeys<ClockDuration>(
  'a stretch of time',
  inHours,
  inBusinessDays,
  z.strictObject({ days: z.number().int().min(0).max(3_660).describe('Days of 24 hours; `0`: at once.') }),
  z.strictObject({ months: count(120).describe('Months of the calendar.') }),
);

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const timeOfDay = z.string().regex(TIME_OF_DAY, 'This is no time of day. Write it as "09:00".');
const endOfDay = z.union([timeOfDay, z.literal('24:00')], 'This is no time of day. Write it as "17:00".');

export function businessHours(form: PolicyForm): z.ZodType<BusinessHours> {
  return z
    .strictObject({
      timeZone: z
        .string()
        .max(100)
        .refine(isTimeZone, 'There is no such time zone. Write it as in the IANA database, e.g. Europe/Berlin.')
        .describe('The zone of the clocks below, as in the IANA database: `Europe/Berlin`.'),
      workdays: z
        .array(z.number().int().min(1).max(7))
        .min(1)
        .max(7)
        .describe('Days on which work is done: Monday is 1, Sunday 7.'),
      from: timeOfDay.describe('When work begins: `"09:00"`, in quotes.'),
      until: endOfDay.describe('When work ends: `"17:00"`, in quotes; `"24:00"` is the end of the day.'),
      holidays: form.or(z.array(civilDate).max(1_000), []).describe('Dates on which nobody works.'),
    })
    .refine(({ from, until }) => !TIME_OF_DAY.test(from) || from < until, {
      path: ['until'],
      message: 'Work must end after it begins.',
    });
}

const scope = z.strictObject({
  types: names.exactOptional().describe('Change types.'),
  categories: names.exactOptional().describe('Categories.'),
  services: names.exactOptional().describe('Services, by the name in the field Affected services.'),
  environments: names.exactOptional().describe('Environments, by the name in the field Target environment.'),
});

/** A window of a calendar, as a policy has it and as an answer to a question gives it. */
export function calendarWindow(form: PolicyForm) {
  const interval = z
    .strictObject({
      from: form.instant.describe(
        'The first moment that belongs to it: `2026-12-24T00:00:00Z`, or with an offset from UTC.',
      ),
      until: form.instant.describe('The first moment that does not belong to it any more.'),
    })
    .refine(({ from, until }) => from < until, { path: ['until'], message: 'A window must end after it begins.' });
  const base = {
    id: name.describe('A name for it that no other window has.'),
    title: name.describe('What people call it.'),
    interval: interval.describe('From when until when.'),
    scope: scope.exactOptional().describe('What it is about; what is left out, or empty, means everything.'),
  };
  const window: z.ZodType<CalendarWindow> = z.discriminatedUnion('kind', [
    z
      .strictObject({
        ...base,
        kind: z.literal('freeze').describe('What kind of window it is.'),
        strength: z
          .enum(['hard', 'soft'])
          .describe(
            'Which rules look at it: a rule `outside-freezes` says of which strength, and what an unmet rule does.',
          ),
        exemptTypes: names.exactOptional().describe('Change types that it does not bind.'),
        exemptionBy: name.exactOptional().describe('Id of the role that may grant a change an exemption from it.'),
      })
      .describe('A time in which nothing is changed.'),
    z
      .strictObject({ ...base, kind: z.literal('maintenance').describe('What kind of window it is.') })
      .describe('A time that is set aside for changes.'),
  ]);
  return window.meta({ nested: 'window' });
}

export function calendar(form: PolicyForm) {
  return z.strictObject({
    businessHours: businessHours(form)
      .exactOptional()
      .describe('When the organisation works; needed wherever business days or business hours are counted.'),
    windows: form
      .or(z.array(calendarWindow(form)).max(500), [])
      .describe('Windows that are part of the policy. The calendar of the site may add others.'),
  });
}
