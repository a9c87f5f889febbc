import { describe, expect, it } from '@jest/globals';
import { dayAfter, daysFromTo, instantAt } from '../../static/src/elements/zoned-time';

describe('a time on the clocks of a zone', () => {
  it.each([
    ['2026-03-05T10:15', 'UTC', '2026-03-05T10:15:00.000Z'],
    ['2026-03-05T00:00', 'Asia/Kolkata', '2026-03-04T18:30:00.000Z'],
    ['2026-12-31T23:59', 'Pacific/Auckland', '2026-12-31T10:59:00.000Z'],
    // Both sides of the hour that is skipped, east and west of Greenwich.
    ['2026-03-29T01:30', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-08T01:30', 'America/New_York', '2026-03-08T06:30:00.000Z'],
    ['2026-03-08T03:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    // The day in Beirut begins at 1:00.
    ['2026-03-29T00:00', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    ['2026-10-25T12:00', 'Europe/Berlin', '2026-10-25T11:00:00.000Z'],
  ])('%s in %s is the instant %s', (wallClock, zone, instant) => {
    expect(instantAt(wallClock, zone)).toBe(instant);
  });

  it.each(['', '2026-03-05', 'soon', '2026-13-01T00:00'])('is none for "%s"', (wallClock) => {
    expect(instantAt(wallClock, 'UTC')).toBeUndefined();
  });
});

describe('days', () => {
  it.each([
    ['2026-02-28', '2026-03-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-12-31', '2027-01-01'],
    ['', undefined],
  ])('the day after %s is %s', (date, next) => {
    expect(dayAfter(date)).toBe(next);
  });

  it.each([
    ['2026-03-28', '2026-03-28', 1],
    ['2026-03-28', '2026-03-29', 2],
    ['2026-03-28', '2026-03-27', 0],
  ])('from %s to %s there are %i', (first, last, count) => {
    expect(daysFromTo(first, last)).toBe(count);
  });
});
