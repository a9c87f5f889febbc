const STEPS = [
  { unit: 'year', milliseconds: 31_557_600_000 },
  { unit: 'month', milliseconds: 2_629_800_000 },
  { unit: 'day', milliseconds: 86_400_000 },
  { unit: 'hour', milliseconds: 3_600_000 },
  { unit: 'minute', milliseconds: 60_000 },
] as const;

/** The screens are in English, so dates are too: in the reader's own kind of English where that is known. */
function language(): string {
  return navigator.languages.find((tag) => tag.startsWith('en')) ?? 'en-GB';
}

/**
 * "3 Mar 2026, 10:12 CET". What is no instant is shown as it came.
 * @param zone The zone of the reader; that of this computer when absent.
 */
export function absoluteTime(instant: string, zone?: string): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return instant;
  return new Intl.DateTimeFormat(language(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(time);
}

/** "3 Mar 2026": the day of an instant in a zone; that of this computer when absent. */
export function absoluteDay(instant: string | number, zone?: string): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return String(instant);
  return new Intl.DateTimeFormat(language(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(time);
}

/** "2 days ago". Undefined where it says nothing: no instant, or a time ahead for something that has happened. */
export function relativeTime(instant: string, now: number, mayLieAhead: boolean): string | undefined {
  const distance = new Date(instant).getTime() - now;
  if (Number.isNaN(distance)) return undefined;
  if (!mayLieAhead && distance > 60_000) return undefined;
  const step = STEPS.find(({ milliseconds }) => Math.abs(distance) >= milliseconds);
  if (step === undefined) return 'just now';
  const count = Math.trunc(distance / step.milliseconds);
  return new Intl.RelativeTimeFormat(language(), { numeric: 'always' }).format(count, step.unit);
}

/** "March 2026" for `2026-03`: the months of the change log are months in UTC. */
export function monthName(month: string): string {
  const time = new Date(`${month}-01T00:00:00.000Z`);
  if (Number.isNaN(time.getTime())) return month;
  return new Intl.DateTimeFormat(language(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(time);
}

const DAY = 86_400_000;

/** "Fri 17:00 CET" for a time less than a week away, with its date for any other. */
export function nearTime(instant: string, now: number, zone?: string): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime()) || Math.abs(time.getTime() - now) > 6 * DAY) return absoluteTime(instant, zone);
  return new Intl.DateTimeFormat(language(), {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  })
    .format(time)
    .replace(', ', ' ');
}

/** "2 days": how long a stretch of time is, in its largest whole unit. */
export function lengthOfTime(milliseconds: number): string {
  const step = STEPS.find((candidate) => milliseconds >= candidate.milliseconds);
  if (step === undefined) return 'less than a minute';
  const count = Math.trunc(milliseconds / step.milliseconds);
  return `${String(count)} ${step.unit}${count === 1 ? '' : 's'}`;
}
