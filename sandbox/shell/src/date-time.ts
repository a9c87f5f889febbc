import { Temporal } from 'temporal-polyfill';

/** "2 Mar 2026, 10:00" in a zone. What cannot be read as an instant is given back as it is. */
export function formatInstant(instant: string, timeZone: string): string {
  const date = toDate(instant);
  if (date === undefined) return instant;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(date);
}

/** "2 Mar 2026" for `2026-03-02`. */
export function formatDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** The value of an `<input type="datetime-local">` for an instant, in a person's zone. */
export function toLocalInput(instant: string, timeZone: string): string {
  const date = toDate(instant);
  if (date === undefined) return '';
  return Temporal.Instant.from(date.toISOString())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** The instant, in the format that Jira writes, that such an input means; undefined while it is not complete. */
export function fromLocalInput(local: string, timeZone: string): string | undefined {
  try {
    const instant = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant();
    return instant.toString({ fractionalSecondDigits: 3 }).replace('Z', '+0000');
  } catch {
    return undefined;
  }
}

/** Jira writes the offset without a colon, which not every browser reads. */
function toDate(instant: string): Date | undefined {
  const date = new Date(instant.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(date.getTime()) ? undefined : date;
}
