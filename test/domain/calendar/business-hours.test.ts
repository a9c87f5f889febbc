import { describe, expect, it } from '@jest/globals';
import {
  businessDaysAfter,
  problemsOfBusinessHours,
  workingDaysOf,
  type BusinessHours,
  type BusinessHoursProblem,
} from '../../../src/domain/calendar/business-hours';
import { DAY } from '../../../src/domain/calendar/wall-clock';

const office: BusinessHours = {
  timeZone: 'Europe/Berlin',
  workdays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
  holidays: ['2026-12-25', '2028-02-29'],
};

describe('business hours that one can reckon with', () => {
  it.each<{ what: string; hours: Partial<BusinessHours> }>([
    { what: 'of an office', hours: {} },
    { what: 'without holidays', hours: { holidays: [] } },
    { what: 'of one day, a Sunday', hours: { workdays: [7] } },
    { what: 'of a minute', hours: { from: '12:00', until: '12:01' } },
    { what: 'round the clock', hours: { workdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' } },
    { what: 'of a zone of Asia', hours: { timeZone: 'Asia/Kathmandu' } },
    { what: 'on a ship', hours: { timeZone: 'Etc/GMT+1' } },
    { what: 'in UTC', hours: { timeZone: 'UTC' } },
    { what: 'of a zone that is not spelled as in the database', hours: { timeZone: 'europe/berlin' } },
  ])('$what have no problem', ({ hours }) => {
    expect(problemsOfBusinessHours({ ...office, ...hours })).toEqual([]);
  });
});

describe('business hours that somebody must mend', () => {
  it.each<{ what: string; hours: Partial<BusinessHours>; problem: BusinessHoursProblem }>([
    { what: 'an unknown place', hours: { timeZone: 'Europe/Atlantis' }, problem: 'unknown-time-zone' },
    { what: 'no zone', hours: { timeZone: '' }, problem: 'unknown-time-zone' },
    { what: 'a fixed offset', hours: { timeZone: '+01:00' }, problem: 'unknown-time-zone' },
    { what: 'a moment', hours: { timeZone: '2026-03-02T09:00Z[Europe/Berlin]' }, problem: 'unknown-time-zone' },
    { what: 'no workday', hours: { workdays: [] }, problem: 'no-workdays' },
    { what: 'a weekday 0', hours: { workdays: [0, 1] }, problem: 'no-such-weekday' },
    { what: 'a weekday 8', hours: { workdays: [1, 8] }, problem: 'no-such-weekday' },
    { what: 'half a weekday', hours: { workdays: [1.5] }, problem: 'no-such-weekday' },
    { what: 'a time without minutes', hours: { from: '9' }, problem: 'unreadable-time' },
    { what: 'an hour of one digit', hours: { from: '9:00' }, problem: 'unreadable-time' },
    { what: 'a time with seconds', hours: { until: '17:00:00' }, problem: 'unreadable-time' },
    { what: 'a time with something before it', hours: { until: 'at 17:00' }, problem: 'unreadable-time' },
    { what: 'an hour 25', hours: { until: '25:00' }, problem: 'unreadable-time' },
    { what: 'a time after midnight', hours: { until: '24:01' }, problem: 'unreadable-time' },
    { what: 'a minute 60', hours: { from: '09:60' }, problem: 'unreadable-time' },
    { what: 'an end at the beginning', hours: { from: '09:00', until: '09:00' }, problem: 'inverted-hours' },
    { what: 'an end before the beginning', hours: { from: '22:00', until: '06:00' }, problem: 'inverted-hours' },
    { what: 'a day that is not in the calendar', hours: { holidays: ['2026-02-30'] }, problem: 'unreadable-holiday' },
    { what: 'a leap day too many', hours: { holidays: ['2026-02-29'] }, problem: 'unreadable-holiday' },
    { what: 'a day in words', hours: { holidays: ['2026-12-25', 'Christmas'] }, problem: 'unreadable-holiday' },
    { what: 'a day the other way round', hours: { holidays: ['25.12.2026'] }, problem: 'unreadable-holiday' },
    { what: 'a month without a day', hours: { holidays: ['2026-12'] }, problem: 'unreadable-holiday' },
  ])('$what: $problem', ({ hours, problem }) => {
    expect(problemsOfBusinessHours({ ...office, ...hours })).toEqual([problem]);
  });

  it('have every problem named', () => {
    const hours = { timeZone: 'Nowhere', workdays: [9], from: '18:00', until: '08:00', holidays: ['x'] };
    expect(problemsOfBusinessHours(hours)).toEqual([
      'unknown-time-zone',
      'no-such-weekday',
      'inverted-hours',
      'unreadable-holiday',
    ]);
  });
});

describe('business hours without any time', () => {
  it.each<{ what: string; hours: Partial<BusinessHours> }>([
    { what: 'no workday', hours: { workdays: [] } },
    { what: 'no weekday that there is', hours: { workdays: [0, 8] } },
    { what: 'a beginning that cannot be read', hours: { from: 'nine' } },
    { what: 'an end that cannot be read', hours: { until: 'five' } },
    { what: 'an end at the beginning', hours: { until: '09:00' } },
    { what: 'an end before the beginning', hours: { until: '08:00' } },
  ])('($what) are refused', ({ hours }) => {
    expect(() => workingDaysOf({ ...office, ...hours })).toThrow(
      new RangeError('There is no working time in these business hours.'),
    );
  });

  it('are not those of a night watch that ends at midnight', () => {
    expect(workingDaysOf({ ...office, from: '23:45', until: '24:00' })).toEqual({
      timeZone: 'Europe/Berlin',
      workdays: new Set([1, 2, 3, 4, 5]),
      from: 85_500_000,
      until: 86_400_000,
      holidays: office.holidays,
    });
  });
});

describe('the business days after a date', () => {
  const days = workingDaysOf({ ...office, holidays: ['2026-03-02', '2026-03-04', '2026-03-06', '2026-03-07'] });

  it.each([
    { day: '2026-03-02', last: '2026-03-03', count: 1 },
    { day: '2026-03-03', last: '2026-03-03', count: 0 },
    { day: '2026-03-03', last: '2026-03-04', count: 0 },
    { day: '2026-03-01', last: '2026-03-06', count: 2 },
    { day: '2026-03-01', last: '2026-03-08', count: 2 },
    { day: '2026-03-01', last: '2026-03-09', count: 3 },
    { day: '2026-03-06', last: '2026-03-20', count: 10 },
    { day: '2026-03-20', last: '2026-03-06', count: 0 },
  ])('$day, up to $last, are $count', ({ day, last, count }) => {
    expect(businessDaysAfter(days, Date.parse(day) / DAY, Date.parse(last) / DAY)).toBe(count);
  });
});
