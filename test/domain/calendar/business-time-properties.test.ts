import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addBusinessDays,
  addBusinessHours,
  businessDaysBetween,
  businessHoursBetween,
  earliestStart,
  isNoticeGiven,
  type BusinessHours,
  type Notice,
} from '../../../src/domain/calendar/business-time';
import { fixedSeed } from '../../builders/fixed-seed';
import { QUARTER, slowAddBusinessDays, workedQuarters, ZONES } from './slow-business-time';

/** Business hours in a zone, and a moment in the days before its clocks change. */
const moment = fc
  .constantFrom(...ZONES)
  .chain(({ timeZone, changes }) =>
    fc
      .constantFrom<string>(...changes)
      .chain((change) =>
        fc.record({ hours: businessHours(timeZone, change), asked: quartersFrom(change, -8 * 96, 3 * 96) }),
      ),
  );

function businessHours(timeZone: string, near: string): fc.Arbitrary<BusinessHours> {
  return fc
    .record({
      workdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      day: fc.uniqueArray(fc.nat(96), { minLength: 2, maxLength: 2 }),
      holidays: fc.array(quartersFrom(near, -5 * 96, 5 * 96).map((instant) => instant.slice(0, 10))),
    })
    .map(({ workdays, day, holidays }) => ({
      timeZone,
      workdays,
      from: timeOf(Math.min(...day)),
      until: timeOf(Math.max(...day)),
      holidays: [...holidays, '2011-12-30'],
    }));
}

function quartersFrom(date: string, min: number, max: number): fc.Arbitrary<string> {
  return fc.integer({ min, max }).map((quarters) => later(`${date}T00:00:00.000Z`, quarters * QUARTER));
}

function timeOf(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
}

function later(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

describe('business days, in zones whose clocks change', () => {
  it('are those that one finds by leafing through the calendar', () => {
    fc.assert(
      fc.property(moment, fc.nat(12), fc.nat(QUARTER), ({ hours, asked }, n, milliseconds) => {
        const from = later(asked, milliseconds);
        expect(addBusinessDays(from, n, hours)).toBe(slowAddBusinessDays(from, n, hours));
      }),
      fixedSeed(400),
    );
  });

  it('between two instants are as many as can be added without going past the later', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -96, max: 30 * 96 }), ({ hours, asked }, quarters) => {
        const until = later(asked, quarters * QUARTER);
        let most = 0;
        while (slowAddBusinessDays(asked, most + 1, hours) <= until) most++;
        expect(businessDaysBetween(asked, until, hours)).toBe(most);
      }),
      fixedSeed(300),
    );
  });
});

describe('business hours, in zones whose clocks change', () => {
  it('between two instants are those that one counts by looking at the clock every quarter of an hour', () => {
    fc.assert(
      fc.property(moment, fc.nat(25 * 96), ({ hours, asked }, quarters) => {
        const end = Date.parse(asked) + quarters * QUARTER;
        const worked = workedQuarters(asked, 25, hours).filter((quarter) => quarter < end);
        expect(businessHoursBetween(asked, later(asked, quarters * QUARTER), hours)).toBe(worked.length / 4);
      }),
      fixedSeed(300),
    );
  });

  it('have been worked at the first instant at which one counts so many', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 100 }), ({ hours, asked }, quarters) => {
        const last = workedQuarters(asked, 25, hours)[quarters - 1];
        fc.pre(last !== undefined);
        expect(addBusinessHours(asked, quarters / 4, hours)).toBe(new Date(last + QUARTER).toISOString());
      }),
      fixedSeed(300),
    );
  });
});

describe('notice, in zones whose clocks change', () => {
  const notice: fc.Arbitrary<Notice> = fc.oneof(
    fc.record({ hours: fc.nat(500) }),
    fc.record({ businessDays: fc.nat(10) }),
    fc.record({ businessHours: fc.nat(50) }),
  );

  it('is given from the earliest start on', () => {
    fc.assert(
      fc.property(moment, notice, fc.integer({ min: -QUARTER, max: QUARTER }), ({ hours, asked }, of, apart) => {
        const start = later(earliestStart(asked, of, hours), apart);
        expect(isNoticeGiven(asked, start, of, hours)).toBe(apart >= 0);
      }),
      fixedSeed(200),
    );
  });
});
