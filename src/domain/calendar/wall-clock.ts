import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import { create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime';
import { offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime';

/** What the clock on a wall of some zone shows, in milliseconds since it showed 1970-01-01 00:00. */
export type WallTime = number;

/** A date without a zone, in days since 1970-01-01. */
export type CivilDay = number;

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export function dayOf(wall: WallTime): CivilDay {
  return Math.floor(wall / DAY);
}

/** As ISO 8601 counts: Monday is 1, Sunday 7. */
export function weekdayOf(day: CivilDay): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** E.g. `2026-12-25`. */
export function dateOf(day: CivilDay): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * Whether this is the name of a zone in the IANA database. A fixed offset such as `+01:00`, which Temporal takes for a
 * zone too, is none: it knows no summer time.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    wallTimeOf(0, name);
    return true;
  } catch {
    return false;
  }
}

/** The clocks of a zone. Instants are in milliseconds since the epoch. */
export interface WallClock {
  /** What they show at an instant. */
  wallTimeOf(instant: number): WallTime;
  /**
   * The instant at which they show this: the first one where they show it twice. A time that is skipped when the clocks go
   * forward is read as though they had not yet gone, as RFC 5545 (section 3.3.5) has it: 02:30 becomes 03:30.
   */
  instantOf(wall: WallTime): number;
}

/**
 * A stretch at both ends of which a zone is equally far from UTC, and which is no longer than this, knows no change of the
 * clocks: in no zone of the IANA database (looked at from 2008 to 2031) do they change and change back within three weeks.
 */
const STEADY_DAYS = 14;

/**
 * The clocks of a zone, quick to read from a day before the instant to ten days after it.
 * @throws RangeError when there is no such zone.
 */
export function wallClockNear(instant: number, timeZone: string): WallClock {
  // The date in the zone may be the one before or after that in UTC.
  const first = (dayOf(instant) - 2) * DAY;
  const last = first + STEADY_DAYS * DAY;
  const shift = instantOf(first, timeZone) - first;
  const steady = instantOf(last, timeZone) - last === shift;
  const isNear = (wall: WallTime): boolean => steady && first <= wall && wall <= last;
  return {
    wallTimeOf: (at) => (isNear(at - shift) ? at - shift : wallTimeOf(at, timeZone)),
    instantOf: (wall) => (isNear(wall) ? wall + shift : instantOf(wall, timeZone)),
  };
}

function wallTimeOf(instant: number, timeZone: string): WallTime {
  return instant + offsetNanoseconds(toZonedDateTimeISO(fromEpochMilliseconds(instant), timeZone)) / 1_000_000;
}

function instantOf(wall: WallTime, timeZone: string): number {
  const shown = new Date(wall);
  const local = create(
    shown.getUTCFullYear(),
    shown.getUTCMonth() + 1,
    shown.getUTCDate(),
    shown.getUTCHours(),
    shown.getUTCMinutes(),
    shown.getUTCSeconds(),
    shown.getUTCMilliseconds(),
  );
  return toZonedDateTime(local, timeZone).epochMilliseconds;
}
