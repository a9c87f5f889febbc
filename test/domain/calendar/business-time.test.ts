import { describe, expect, it } from '@jest/globals';
import {
  addBusinessDays,
  addBusinessHours,
  businessDaysBetween,
  businessHoursBetween,
  type BusinessHours,
} from '../../../src/domain/calendar/business-time';

/** Berlin is an hour ahead of UTC until 2026-03-29, and again from 2026-10-25. Monday, 2026-03-02, is no holiday. */
const office: BusinessHours = {
  timeZone: 'Europe/Berlin',
  workdays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
  holidays: ['2026-04-03', '2026-04-06', '2026-12-25', '2026-12-26'],
};
const roundTheClock: BusinessHours = {
  ...office,
  workdays: [1, 2, 3, 4, 5, 6, 7],
  from: '00:00',
  until: '24:00',
  holidays: [],
};

describe('business days', () => {
  it.each([
    { asked: 'Monday 10:00', from: '2026-03-02T09:00:00.000Z', days: 2, until: '2026-03-04T09:00:00.000Z' },
    { asked: 'Monday 10:00', from: '2026-03-02T09:00:00.000Z', days: 5, until: '2026-03-09T09:00:00.000Z' },
    { asked: 'Friday 10:00', from: '2026-03-06T09:00:00.000Z', days: 1, until: '2026-03-09T09:00:00.000Z' },
    { asked: 'Monday 08:59', from: '2026-03-02T07:59:59.999Z', days: 1, until: '2026-03-03T08:00:00.000Z' },
    { asked: 'Monday 09:00', from: '2026-03-02T08:00:00.000Z', days: 1, until: '2026-03-03T08:00:00.000Z' },
    { asked: 'Monday 16:59', from: '2026-03-02T15:59:59.999Z', days: 1, until: '2026-03-03T15:59:59.999Z' },
    { asked: 'Monday 17:00', from: '2026-03-02T16:00:00.000Z', days: 1, until: '2026-03-04T08:00:00.000Z' },
    { asked: 'Friday 17:00', from: '2026-03-06T16:00:00.000Z', days: 1, until: '2026-03-10T08:00:00.000Z' },
    { asked: 'Saturday 12:00', from: '2026-03-07T11:00:00.000Z', days: 1, until: '2026-03-10T08:00:00.000Z' },
    { asked: 'Sunday 23:30', from: '2026-03-08T22:30:00.000Z', days: 2, until: '2026-03-11T08:00:00.000Z' },
    { asked: 'Monday 00:30', from: '2026-03-08T23:30:00.000Z', days: 2, until: '2026-03-11T08:00:00.000Z' },
    { asked: 'Maundy Thursday 10:00', from: '2026-04-02T08:00:00.000Z', days: 1, until: '2026-04-07T08:00:00.000Z' },
    { asked: 'Good Friday 10:00', from: '2026-04-03T08:00:00.000Z', days: 1, until: '2026-04-08T07:00:00.000Z' },
  ])('asked $asked, $days on: $until', ({ from, days, until }) => {
    expect(addBusinessDays(from, days, office)).toBe(until);
    expect(businessDaysBetween(from, until, office)).toBe(days);
    expect(businessDaysBetween(from, new Date(Date.parse(until) - 1).toISOString(), office)).toBe(days - 1);
  });

  it('keep the time of day when the clocks go forward, and when they go back', () => {
    expect(addBusinessDays('2026-03-27T09:00:00.000Z', 1, office)).toBe('2026-03-30T08:00:00.000Z');
    expect(addBusinessDays('2026-10-23T08:00:00.000Z', 1, office)).toBe('2026-10-26T09:00:00.000Z');
  });

  it('take the time of day that follows a skipped one, and the first of two', () => {
    expect(addBusinessDays('2026-03-28T01:30:00.000Z', 1, roundTheClock)).toBe('2026-03-29T01:30:00.000Z');
    expect(businessDaysBetween('2026-03-28T01:30:00.000Z', '2026-03-29T01:29:59.999Z', roundTheClock)).toBe(0);
    expect(addBusinessDays('2026-10-24T00:30:00.000Z', 1, roundTheClock)).toBe('2026-10-25T00:30:00.000Z');
  });

  it('are counted in the days of the zone', () => {
    const kathmandu = { ...office, timeZone: 'Asia/Kathmandu' };
    // Friday 10:00 there, on Monday 10:00.
    expect(addBusinessDays('2026-03-06T04:15:00.000Z', 1, kathmandu)).toBe('2026-03-09T04:15:00.000Z');
    // Friday 20:15 in UTC is Saturday there.
    expect(addBusinessDays('2026-03-06T20:15:00.000Z', 1, kathmandu)).toBe('2026-03-10T03:15:00.000Z');
  });

  it('pass over a date that the zone left out, given as a holiday', () => {
    const samoa = { ...office, timeZone: 'Pacific/Apia', holidays: ['2011-12-30'] };
    // Thursday 29 December 10:00, the day before the one that never was; Monday is 2 January.
    expect(addBusinessDays('2011-12-29T20:00:00.000Z', 1, samoa)).toBe('2012-01-01T20:00:00.000Z');
    expect(businessHoursBetween('2011-12-29T20:00:00.000Z', '2012-01-01T20:00:00.000Z', samoa)).toBe(8);
  });

  it('are none: the very instant, day off or not', () => {
    expect(addBusinessDays('2026-03-02T09:00:00.000Z', 0, office)).toBe('2026-03-02T09:00:00.000Z');
    expect(addBusinessDays('2026-03-07T11:00:00.000Z', 0, office)).toBe('2026-03-07T11:00:00.000Z');
  });

  it('between two instants are none within a day, over a weekend and backwards', () => {
    const between = (a: string, b: string): number => businessDaysBetween(a, b, office);
    expect(between('2026-03-02T08:00:00.000Z', '2026-03-02T16:00:00.000Z')).toBe(0);
    expect(between('2026-03-02T12:00:00.000Z', '2026-03-02T09:00:00.000Z')).toBe(0);
    expect(between('2026-03-06T16:00:00.000Z', '2026-03-08T22:00:00.000Z')).toBe(0);
    expect(between('2026-03-04T09:00:00.000Z', '2026-03-02T09:00:00.000Z')).toBe(0);
    expect(between('2026-03-04T09:00:00.000Z', '2026-02-04T09:00:00.000Z')).toBe(0);
  });

  it('of a year are all but the weekends and the holidays on working days, each counted once', () => {
    const twice = { ...office, workdays: [1, 2, 3, 4, 5, 1], holidays: [...office.holidays, '2026-12-25'] };
    // 2026 has 261 weekdays; three of the four holidays fall on one.
    expect(businessDaysBetween('2025-12-31T09:00:00.000Z', '2026-12-31T09:00:00.000Z', twice)).toBe(258);
  });

  it('leave out a holiday that is the last day, and count none that is the first', () => {
    const holidays = ['2026-03-03', '2026-03-05'];
    const between = (a: string, b: string): number => businessDaysBetween(a, b, { ...office, holidays });
    expect(between('2026-03-02T09:00:00.000Z', '2026-03-05T22:00:00.000Z')).toBe(1);
    // Counted from Wednesday 09:00.
    expect(between('2026-03-03T09:00:00.000Z', '2026-03-05T09:00:00.000Z')).toBe(0);
    expect(between('2026-03-03T09:00:00.000Z', '2026-03-06T08:00:00.000Z')).toBe(1);
  });
});

describe('business hours', () => {
  it.each([
    { asked: 'Monday 10:00', from: '2026-03-02T09:00:00.000Z', hours: 1, until: '2026-03-02T10:00:00.000Z' },
    { asked: 'Monday 10:00', from: '2026-03-02T09:00:00.000Z', hours: 7, until: '2026-03-02T16:00:00.000Z' },
    { asked: 'Monday 10:00', from: '2026-03-02T09:00:00.000Z', hours: 7.5, until: '2026-03-03T08:30:00.000Z' },
    { asked: 'Monday 10:00', from: '2026-03-02T09:00:00.000Z', hours: 16, until: '2026-03-04T09:00:00.000Z' },
    { asked: 'Friday 16:00', from: '2026-03-06T15:00:00.000Z', hours: 2, until: '2026-03-09T09:00:00.000Z' },
    { asked: 'Monday 06:00', from: '2026-03-02T05:00:00.000Z', hours: 1, until: '2026-03-02T09:00:00.000Z' },
    { asked: 'Monday 17:00', from: '2026-03-02T16:00:00.000Z', hours: 1, until: '2026-03-03T09:00:00.000Z' },
    { asked: 'Saturday 12:00', from: '2026-03-07T11:00:00.000Z', hours: 0.25, until: '2026-03-09T08:15:00.000Z' },
    { asked: 'Maundy Thursday 16:00', from: '2026-04-02T14:00:00.000Z', hours: 9, until: '2026-04-07T15:00:00.000Z' },
    { asked: 'Monday 09:00', from: '2026-03-02T08:00:00.000Z', hours: 200, until: '2026-04-07T15:00:00.000Z' },
  ])('asked $asked, $hours on: $until', ({ from, hours, until }) => {
    expect(addBusinessHours(from, hours, office)).toBe(until);
    expect(businessHoursBetween(from, until, office)).toBe(hours);
  });

  it('are none: the very instant, at work or not', () => {
    expect(addBusinessHours('2026-03-02T09:00:00.000Z', 0, office)).toBe('2026-03-02T09:00:00.000Z');
    expect(addBusinessHours('2026-03-07T11:00:00.000Z', 0, office)).toBe('2026-03-07T11:00:00.000Z');
  });

  it('are hours that pass: a day has 23 when the clocks go forward and 25 when they go back', () => {
    expect(addBusinessHours('2026-03-28T23:00:00.000Z', 23, roundTheClock)).toBe('2026-03-29T22:00:00.000Z');
    expect(businessHoursBetween('2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z', roundTheClock)).toBe(23);
    expect(businessHoursBetween('2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z', roundTheClock)).toBe(25);
  });

  it('are none on a day whose working time begins and ends in the hour that is skipped', () => {
    const night = { ...roundTheClock, from: '02:30', until: '03:15' };
    expect(businessHoursBetween('2026-03-28T12:00:00.000Z', '2026-03-29T12:00:00.000Z', night)).toBe(0);
    expect(addBusinessHours('2026-03-28T12:00:00.000Z', 0.25, night)).toBe('2026-03-30T00:45:00.000Z');
  });

  it('are rounded to the millisecond', () => {
    expect(addBusinessHours('2026-03-02T09:00:00.000Z', 1 / 7_000_000, office)).toBe('2026-03-02T09:00:00.001Z');
  });

  it('between two instants are none at night, over a weekend and backwards', () => {
    const between = (a: string, b: string): number => businessHoursBetween(a, b, office);
    expect(between('2026-03-02T16:00:00.000Z', '2026-03-03T08:00:00.000Z')).toBe(0);
    expect(between('2026-03-06T16:00:00.000Z', '2026-03-08T22:00:00.000Z')).toBe(0);
    expect(between('2026-03-04T09:00:00.000Z', '2026-03-02T09:00:00.000Z')).toBe(0);
    expect(between('2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z')).toBe(0);
    expect(between('2026-03-02T06:00:00.000Z', '2026-03-02T07:00:00.000Z')).toBe(0);
  });
});
