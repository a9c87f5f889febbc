/** A point in time: ISO 8601 in UTC with milliseconds, e.g. `2026-03-02T09:00:00.000Z`. Compares as text. */
export type Instant = string;

/** The instant that lies so many milliseconds later; earlier where that is negative. */
export function later(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** The month of an instant in UTC, e.g. `2026-03`. The change log has one page a month. */
export function monthOf(instant: Instant): string {
  return instant.slice(0, 7);
}
