import { describe, expect, it } from '@jest/globals';
import type { BusinessHours } from '../../../src/domain/calendar/business-time';
import { addDuration, type Duration } from '../../../src/domain/calendar/duration';

const office: BusinessHours = {
  timeZone: 'Europe/Berlin',
  workdays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
  holidays: [],
};

describe('a clock runs', () => {
  it.each<{ of: string; from: string; duration: Duration; due: string }>([
    { of: '24 hours', from: '2026-03-02T10:15:30.500Z', duration: { hours: 24 }, due: '2026-03-03T10:15:30.500Z' },
    { of: 'half an hour', from: '2026-03-02T10:00:00.000Z', duration: { hours: 0.5 }, due: '2026-03-02T10:30:00.000Z' },
    { of: 'no time', from: '2026-03-02T10:00:00.000Z', duration: { hours: 0 }, due: '2026-03-02T10:00:00.000Z' },
    { of: '14 days', from: '2026-02-20T23:59:59.999Z', duration: { days: 14 }, due: '2026-03-06T23:59:59.999Z' },
    {
      of: 'a day on which the clocks change somewhere',
      from: '2026-03-28T23:00:00.000Z',
      duration: { days: 1 },
      due: '2026-03-29T23:00:00.000Z',
    },
    { of: 'a month', from: '2026-03-15T08:30:00.250Z', duration: { months: 1 }, due: '2026-04-15T08:30:00.250Z' },
    {
      of: 'a month from 31 January',
      from: '2026-01-31T10:00:00.000Z',
      duration: { months: 1 },
      due: '2026-02-28T10:00:00.000Z',
    },
    {
      of: 'a month from 31 January of a leap year',
      from: '2028-01-31T10:00:00.000Z',
      duration: { months: 1 },
      due: '2028-02-29T10:00:00.000Z',
    },
    {
      of: 'two months from 31 January',
      from: '2026-01-31T10:00:00.000Z',
      duration: { months: 2 },
      due: '2026-03-31T10:00:00.000Z',
    },
    {
      of: 'twelve months from 29 February',
      from: '2028-02-29T00:00:00.000Z',
      duration: { months: 12 },
      due: '2029-02-28T00:00:00.000Z',
    },
    {
      of: 'seven years, in months',
      from: '2026-11-30T22:45:00.000Z',
      duration: { months: 84 },
      due: '2033-11-30T22:45:00.000Z',
    },
    {
      of: 'two business days from a Friday',
      from: '2026-03-06T09:00:00.000Z',
      duration: { businessDays: 2 },
      due: '2026-03-10T09:00:00.000Z',
    },
    {
      of: 'two business hours from a Friday at four',
      from: '2026-03-06T15:00:00.000Z',
      duration: { businessHours: 2 },
      due: '2026-03-09T09:00:00.000Z',
    },
  ])('$of', ({ from, duration, due }) => {
    expect(addDuration(from, duration, office)).toBe(due);
  });

  it('hours, days and months without business hours', () => {
    const from = '2026-03-02T10:00:00.000Z';
    expect([{ hours: 1 }, { days: 1 }, { months: 1 }].map((duration) => addDuration(from, duration))).toEqual([
      '2026-03-02T11:00:00.000Z',
      '2026-03-03T10:00:00.000Z',
      '2026-04-02T10:00:00.000Z',
    ]);
  });

  it('no business day without business hours', () => {
    expect(() => addDuration('2026-03-02T10:00:00.000Z', { businessDays: 1 })).toThrow(
      new RangeError('A notice in business time needs business hours.'),
    );
  });
});
