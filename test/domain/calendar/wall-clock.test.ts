import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateOf, DAY, dayOf, isTimeZone, wallClockNear, weekdayOf } from '../../../src/domain/calendar/wall-clock';
import { fixedSeed } from '../../builders/fixed-seed';
import { ZONES } from './slow-business-time';

/** What a clock shows, as the text of an instant whose `Z` means nothing. */
function shown(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  return new Date(wallClockNear(at, timeZone).wallTimeOf(at)).toISOString().slice(0, 16);
}

function instantShowing(wall: string, timeZone: string): string {
  const time = Date.parse(`${wall}:00.000Z`);
  return new Date(wallClockNear(time, timeZone).instantOf(time)).toISOString();
}

describe('the clock on the wall', () => {
  it.each([
    { instant: '2026-03-29T00:59:00.000Z', timeZone: 'Europe/Berlin', wall: '2026-03-29T01:59' },
    { instant: '2026-03-29T01:00:00.000Z', timeZone: 'Europe/Berlin', wall: '2026-03-29T03:00' },
    { instant: '2026-10-25T00:30:00.000Z', timeZone: 'Europe/Berlin', wall: '2026-10-25T02:30' },
    { instant: '2026-10-25T01:30:00.000Z', timeZone: 'Europe/Berlin', wall: '2026-10-25T02:30' },
    { instant: '2026-03-02T20:00:00.000Z', timeZone: 'Asia/Kathmandu', wall: '2026-03-03T01:45' },
    { instant: '2011-12-30T09:59:00.000Z', timeZone: 'Pacific/Apia', wall: '2011-12-29T23:59' },
    { instant: '2011-12-30T10:00:00.000Z', timeZone: 'Pacific/Apia', wall: '2011-12-31T00:00' },
  ])('shows $wall in $timeZone at $instant', ({ instant, timeZone, wall }) => {
    expect(shown(instant, timeZone)).toBe(wall);
  });

  it.each([
    { why: '', wall: '2026-03-02T10:00', timeZone: 'Europe/Berlin', instant: '2026-03-02T09:00:00.000Z' },
    { why: ', skipped', wall: '2026-03-29T02:30', timeZone: 'Europe/Berlin', instant: '2026-03-29T01:30:00.000Z' },
    { why: ', twice', wall: '2026-10-25T02:30', timeZone: 'Europe/Berlin', instant: '2026-10-25T00:30:00.000Z' },
    { why: ', skipped', wall: '2026-03-08T02:15', timeZone: 'America/New_York', instant: '2026-03-08T07:15:00.000Z' },
    { why: ', twice', wall: '2026-11-01T01:15', timeZone: 'America/New_York', instant: '2026-11-01T05:15:00.000Z' },
    { why: ', skipped', wall: '2020-09-27T03:30', timeZone: 'Pacific/Apia', instant: '2020-09-26T14:30:00.000Z' },
    { why: ', twice', wall: '2021-04-04T03:30', timeZone: 'Pacific/Apia', instant: '2021-04-03T13:30:00.000Z' },
  ])('shows $wall$why, in $timeZone first at $instant', ({ wall, timeZone, instant }) => {
    expect(instantShowing(wall, timeZone)).toBe(instant);
  });

  it('is read alike from near and from far, whenever and wherever it changes', () => {
    const days = fc.integer({ min: -20 * 24 * 60, max: 20 * 24 * 60 });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.nat(400 * 24 * 60), days, ({ timeZone, from }, minute, apart) => {
        const near = Date.parse(from) + minute * 60_000;
        const at = near + apart * 60_000;
        const clock = wallClockNear(near, timeZone);
        const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
        const local = zoned.toPlainDateTime();
        const wall = Date.parse(`${local.toString({ smallestUnit: 'millisecond' })}Z`);
        expect(clock.wallTimeOf(at)).toBe(wall);
        expect(clock.instantOf(wall)).toBe(local.toZonedDateTime(timeZone).epochMilliseconds);
        const unshown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime();
        expect(clock.instantOf(at)).toBe(unshown.toZonedDateTime(timeZone).epochMilliseconds);
      }),
      fixedSeed(1000),
    );
  });

  it('hangs in no zone that there is not', () => {
    expect(() => wallClockNear(0, 'Europe/Atlantis')).toThrow(RangeError);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
    expect(isTimeZone('Europe/Berlin')).toBe(true);
  });
});

describe('a date', () => {
  it.each([
    { date: '1969-12-28', weekday: 7 },
    { date: '1969-12-29', weekday: 1 },
    { date: '1970-01-01', weekday: 4 },
    { date: '1970-01-04', weekday: 7 },
    { date: '1970-01-05', weekday: 1 },
    { date: '2026-03-02', weekday: 1 },
    { date: '2026-03-07', weekday: 6 },
    { date: '2026-03-08', weekday: 7 },
  ])('$date is day $weekday of the week', ({ date, weekday }) => {
    const day = dayOf(Date.parse(`${date}T23:59:59.999Z`));
    expect(day).toBe(Date.parse(date) / DAY);
    expect(weekdayOf(day)).toBe(weekday);
    expect(dateOf(day)).toBe(date);
  });
});
