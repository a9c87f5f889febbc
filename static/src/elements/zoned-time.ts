const FIELDS = {
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;

/**
 * The instant at which the clocks of a zone show a date and a time, as UTC with milliseconds: "2026-12-23T23:00:00.000Z".
 * A time that they skip stands for the first moment after the gap, or as much later; one that they show twice for the first
 * or the second time, whichever the zone's own offset gives.
 * @param wallClock "2026-12-24T00:00"
 * @param zone That of this computer when absent.
 * @returns undefined for what is no date and time.
 */
export function instantAt(wallClock: string, zone?: string): string | undefined {
  const shown = Date.parse(`${wallClock}:00.000Z`);
  if (Number.isNaN(shown)) return undefined;
  const first = shown - offsetAt(shown, zone);
  const second = shown - offsetAt(first, zone);
  const isExact = second + offsetAt(second, zone) === shown;
  return new Date(isExact ? second : Math.max(first, second)).toISOString();
}

/** The day after a date: "2026-03-01" for "2026-02-28". Undefined for what is no date. */
export function dayAfter(date: string): string | undefined {
  const start = Date.parse(`${date}T00:00:00.000Z`);
  return Number.isNaN(start) ? undefined : new Date(start + 86_400_000).toISOString().slice(0, 10);
}

/** How many days from one date to another, both of them counted: 1 for the same date. */
export function daysFromTo(first: string, last: string): number {
  return (Date.parse(`${last}T00:00:00.000Z`) - Date.parse(`${first}T00:00:00.000Z`)) / 86_400_000 + 1;
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(time: number, zone: string | undefined): number {
  const format = new Intl.DateTimeFormat('en-GB', { ...FIELDS, ...(zone === undefined ? {} : { timeZone: zone }) });
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  return (
    Date.parse(`${date}T${part('hour')}:${part('minute')}:${part('second')}.000Z`) - Math.floor(time / 1000) * 1000
  );
}
