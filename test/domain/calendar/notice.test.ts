import { describe, expect, it } from '@jest/globals';
import {
  earliestStart,
  isNoticeGiven,
  type BusinessHours,
  type Notice,
} from '../../../src/domain/calendar/business-time';

const office: BusinessHours = {
  timeZone: 'America/New_York',
  workdays: [1, 2, 3, 4, 5],
  from: '08:00',
  until: '18:00',
  holidays: ['2026-11-26'],
};

/** Asked on the Wednesday before Thanksgiving, at 10:00 in New York. */
const asked = '2026-11-25T15:00:00.000Z';

describe('notice', () => {
  it.each<{ of: string; notice: Notice; earliest: string }>([
    { of: '72 hours', notice: { hours: 72 }, earliest: '2026-11-28T15:00:00.000Z' },
    { of: 'a quarter of an hour', notice: { hours: 0.25 }, earliest: '2026-11-25T15:15:00.000Z' },
    { of: 'a fraction of a millisecond more', notice: { hours: 1 / 7_000_000 }, earliest: '2026-11-25T15:00:00.001Z' },
    { of: '2 business days', notice: { businessDays: 2 }, earliest: '2026-11-30T15:00:00.000Z' },
    { of: '10 business hours', notice: { businessHours: 10 }, earliest: '2026-11-27T15:00:00.000Z' },
    { of: 'no time', notice: { hours: 0 }, earliest: asked },
    { of: 'no business day', notice: { businessDays: 0 }, earliest: asked },
  ])('of $of is given from $earliest on, and not a millisecond earlier', ({ notice, earliest }) => {
    expect(earliestStart(asked, notice, office)).toBe(earliest);
    expect(isNoticeGiven(asked, earliest, notice, office)).toBe(true);
    expect(isNoticeGiven(asked, later(earliest, 1), notice, office)).toBe(true);
    expect(isNoticeGiven(asked, later(earliest, -1), notice, office)).toBe(false);
  });

  it('in hours needs no business hours', () => {
    expect(earliestStart(asked, { hours: 1 })).toBe('2026-11-25T16:00:00.000Z');
    expect(isNoticeGiven(asked, '2026-11-25T16:00:00.000Z', { hours: 1 })).toBe(true);
  });

  it.each<{ notice: Notice }>([{ notice: { businessDays: 1 } }, { notice: { businessHours: 1 } }])(
    'of $notice cannot be told without business hours',
    ({ notice }) => {
      const missing = new RangeError('A notice in business time needs business hours.');
      expect(() => earliestStart(asked, notice)).toThrow(missing);
      expect(() => isNoticeGiven(asked, '2027-01-01T00:00:00.000Z', notice)).toThrow(missing);
    },
  );

  it('is not given for a start that cannot be read', () => {
    expect(isNoticeGiven(asked, 'soon', { hours: 0 })).toBe(false);
  });
});

function later(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}
