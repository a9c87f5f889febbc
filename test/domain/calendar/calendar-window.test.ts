import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  endOfFreeze,
  freezesTouching,
  maintenanceCovering,
  nextMaintenance,
  type CalendarSubject,
  type CalendarWindow,
  type FreezeWindow,
  type MaintenanceWindow,
  type WindowScope,
} from '../../../src/domain/calendar/calendar-window';
import type { Interval } from '../../../src/domain/calendar/interval';
import { fixedSeed } from '../../builders/fixed-seed';

const change: CalendarSubject = {
  type: 'normal',
  category: 'infrastructure',
  services: ['Web shop', 'Mail'],
  environment: 'production',
};
const silent: CalendarSubject = { type: null, category: null, services: [], environment: null };

/** Hours from Monday, 2026-03-02, 00:00 on. */
function hours(from: number, until: number): Interval {
  return { from: at(from), until: at(until) };
}

function at(hour: number): string {
  return new Date(Date.parse('2026-03-02T00:00:00.000Z') + hour * 3_600_000).toISOString();
}

function freeze(interval: Interval, more: Partial<FreezeWindow> = {}): FreezeWindow {
  return { kind: 'freeze', id: 'quarter-end', title: 'Quarter end', strength: 'hard', interval, ...more };
}

function maintenance(interval: Interval, more: Partial<MaintenanceWindow> = {}): MaintenanceWindow {
  return { kind: 'maintenance', id: 'night', title: 'Night', interval, ...more };
}

const SCOPES: readonly { readonly about: string; readonly scope: WindowScope }[] = [
  { about: 'nothing in particular', scope: {} },
  { about: 'lists of nothing', scope: { types: [], categories: [], services: [], environments: [] } },
  { about: 'its type', scope: { types: ['emergency', 'NORMAL'] } },
  { about: 'its category', scope: { categories: ['Infrastructure'] } },
  { about: 'its services', scope: { services: ['mail', 'web shop', 'billing'] } },
  { about: 'its environment', scope: { environments: ['staging', 'Production'] } },
  { about: 'its type and services', scope: { types: ['normal'], services: ['Mail', 'Web shop'] } },
];

const FOREIGN_SCOPES: readonly { readonly about: string; readonly scope: WindowScope }[] = [
  { about: 'another type', scope: { types: ['standard'] } },
  { about: 'another category', scope: { categories: ['data'] } },
  { about: 'another service', scope: { services: ['Billing'] } },
  { about: 'another environment', scope: { environments: ['staging'] } },
  { about: 'its type, but another service', scope: { types: ['normal'], services: ['Billing'] } },
];

describe('a freeze', () => {
  it.each([
    { what: 'that ends as the change begins', interval: hours(0, 10), touches: false },
    { what: 'that begins as the change ends', interval: hours(12, 20), touches: false },
    { what: 'that ends an hour later', interval: hours(0, 11), touches: true },
    { what: 'that begins an hour earlier', interval: hours(11, 20), touches: true },
  ])('$what touches it: $touches', ({ interval, touches }) => {
    const window = freeze(interval);
    expect(freezesTouching([window], hours(10, 12), change)).toEqual(touches ? [window] : []);
  });

  it.each(SCOPES)('about $about touches the change', ({ scope }) => {
    const window = freeze(hours(0, 24), { scope });
    expect(freezesTouching([window], hours(10, 12), change)).toEqual([window]);
  });

  it.each(FOREIGN_SCOPES)('about $about does not touch the change', ({ scope }) => {
    expect(freezesTouching([freeze(hours(0, 24), { scope })], hours(10, 12), change)).toEqual([]);
  });

  it('touches a change when it names one of its services', () => {
    const window = freeze(hours(0, 24), { scope: { services: ['MAIL'] } });
    expect(freezesTouching([window], hours(10, 12), change)).toEqual([window]);
  });

  it.each([...SCOPES, ...FOREIGN_SCOPES])('about $about touches a change that says nothing', ({ scope }) => {
    const window = freeze(hours(0, 24), { scope });
    expect(freezesTouching([window], hours(10, 12), silent)).toEqual([window]);
    expect(freezesTouching([window], hours(10, 12), { ...silent, type: '', category: '' })).toEqual([window]);
  });

  it('touches a change that says one thing and leaves another open', () => {
    const window = freeze(hours(0, 24), { scope: { categories: ['infrastructure'], services: ['Billing'] } });
    expect(freezesTouching([window], hours(10, 12), { ...change, services: [] })).toEqual([window]);
    expect(freezesTouching([window], hours(10, 12), { ...change, services: [], category: 'data' })).toEqual([]);
  });

  it('does not bind the types that it exempts, but a change that does not say its type', () => {
    const window = freeze(hours(0, 24), { exemptTypes: ['emergency', 'Standard'] });
    const touching = (type: string | null): readonly FreezeWindow[] =>
      freezesTouching([window], hours(10, 12), { ...change, type });
    expect(touching('standard')).toEqual([]);
    expect(touching('EMERGENCY')).toEqual([]);
    expect(touching('normal')).toEqual([window]);
    expect(touching(null)).toEqual([window]);
  });

  it('is found among other windows, soft or hard, in the order given', () => {
    const soft = freeze(hours(11, 30), { id: 'soft', strength: 'soft', exemptionBy: 'owner' });
    const hard = freeze(hours(0, 11), { id: 'hard' });
    const windows = [maintenance(hours(0, 24)), soft, freeze(hours(20, 30)), hard];
    expect(freezesTouching(windows, hours(10, 12), change)).toEqual([soft, hard]);
  });
});

describe('the end of a freeze', () => {
  it.each<{ what: string; windows: readonly CalendarWindow[]; end: string | undefined }>([
    { what: 'no freeze', windows: [], end: undefined },
    { what: 'a freeze that only touches', windows: [freeze(hours(8, 10)), freeze(hours(12, 14))], end: undefined },
    { what: 'a maintenance window', windows: [maintenance(hours(0, 24))], end: undefined },
    { what: 'one freeze', windows: [freeze(hours(8, 11))], end: at(11) },
    { what: 'a freeze within the planned time', windows: [freeze(hours(11, 12))], end: at(12) },
    { what: 'two that touch', windows: [freeze(hours(8, 11)), freeze(hours(11, 15))], end: at(15) },
    { what: 'two that touch, the later first', windows: [freeze(hours(11, 15)), freeze(hours(8, 11))], end: at(15) },
    { what: 'two that end together', windows: [freeze(hours(8, 11)), freeze(hours(9, 11))], end: at(11) },
    {
      what: 'two with too little time between them',
      windows: [freeze(hours(8, 11)), freeze(hours(12, 15))],
      end: at(15),
    },
    { what: 'two with just enough between them', windows: [freeze(hours(8, 11)), freeze(hours(13, 15))], end: at(11) },
    { what: 'a long one and a short one in it', windows: [freeze(hours(8, 30)), freeze(hours(9, 11))], end: at(30) },
    {
      what: 'one that exempts the change after one that does not',
      windows: [freeze(hours(8, 11)), freeze(hours(11, 15), { exemptTypes: ['normal'] })],
      end: at(11),
    },
  ])('with $what', ({ windows, end }) => {
    expect(endOfFreeze(windows, hours(10, 12), change)).toBe(end);
  });

  it('is the first hour from which the change could run through', () => {
    const freezes = fc.array(
      fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 10 })).map(([from, length]) => freeze(hours(from, from + length))),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(freezes, fc.nat(40), fc.integer({ min: 1, max: 6 }), (windows, from, length) => {
        let free = from;
        while (freezesTouching(windows, hours(free, free + length), change).length > 0) free++;
        const end = endOfFreeze(windows, hours(from, from + length), change);
        expect(end).toBe(free === from ? undefined : at(free));
      }),
      fixedSeed(300),
    );
  });
});

describe('a maintenance window', () => {
  it.each([
    { what: 'as long as the change', interval: hours(10, 12), covers: true },
    { what: 'around the change', interval: hours(8, 20), covers: true },
    { what: 'that begins late', interval: hours(11, 20), covers: false },
    { what: 'that ends early', interval: hours(8, 11), covers: false },
    { what: 'at another time', interval: hours(20, 24), covers: false },
  ])('$what covers it: $covers', ({ interval, covers }) => {
    const window = maintenance(interval);
    expect(maintenanceCovering([window], hours(10, 12), change)).toEqual(covers ? window : undefined);
  });

  it.each(SCOPES)('about $about is for the change', ({ scope }) => {
    const window = maintenance(hours(0, 24), { scope });
    expect(maintenanceCovering([window], hours(10, 12), change)).toEqual(window);
    expect(nextMaintenance([window], at(0), change)).toEqual(window);
  });

  it.each(FOREIGN_SCOPES)('about $about is not for the change', ({ scope }) => {
    const window = maintenance(hours(0, 24), { scope });
    expect(maintenanceCovering([window], hours(10, 12), change)).toBeUndefined();
    expect(nextMaintenance([window], at(0), change)).toBeUndefined();
  });

  it('is for no change of which it names one service of two', () => {
    const window = maintenance(hours(0, 24), { scope: { services: ['Mail'] } });
    expect(maintenanceCovering([window], hours(10, 12), change)).toBeUndefined();
    expect(maintenanceCovering([window], hours(10, 12), { ...change, services: ['mail'] })).toEqual(window);
  });

  it.each<{ scope: WindowScope }>([
    { scope: { types: ['normal'] } },
    { scope: { categories: ['infrastructure'] } },
    { scope: { services: ['Mail'] } },
    { scope: { environments: ['production'] } },
  ])('about $scope is for no change that does not say', ({ scope }) => {
    expect(maintenanceCovering([maintenance(hours(0, 24), { scope })], hours(10, 12), silent)).toBeUndefined();
  });

  it('about everything is for a change that says nothing', () => {
    const window = maintenance(hours(0, 24));
    expect(maintenanceCovering([window], hours(10, 12), silent)).toEqual(window);
  });

  it('may be continued by another: the change is in the one in which it begins', () => {
    const first = maintenance(hours(8, 11), { id: 'first' });
    const second = maintenance(hours(11, 14), { id: 'second' });
    expect(maintenanceCovering([second, first], hours(10, 12), change)).toEqual(first);
    expect(maintenanceCovering([first, maintenance(hours(12, 14))], hours(10, 13), change)).toBeUndefined();
    expect(maintenanceCovering([second, first], hours(11, 12), change)).toEqual(second);
  });

  it('that lasts longest is the one, of several in which the change begins; of equals, the first given', () => {
    const short = maintenance(hours(9, 11), { id: 'short' });
    const long = maintenance(hours(8, 14), { id: 'long' });
    const twin = maintenance(hours(7, 14), { id: 'twin' });
    expect(maintenanceCovering([short, long, twin], hours(10, 12), change)).toEqual(long);
    expect(maintenanceCovering([twin, long, short], hours(10, 12), change)).toEqual(twin);
  });

  it('is no freeze', () => {
    expect(maintenanceCovering([freeze(hours(0, 24))], hours(10, 12), change)).toBeUndefined();
    expect(nextMaintenance([freeze(hours(0, 24))], at(0), change)).toBeUndefined();
  });
});

describe('the next maintenance window', () => {
  const early = maintenance(hours(8, 10), { id: 'early' });
  const late = maintenance(hours(20, 22), { id: 'late' });
  const twin = maintenance(hours(20, 24), { id: 'twin' });

  it.each([
    { what: 'the first after', after: at(7), next: early },
    { what: 'one that begins at that very instant', after: at(8), next: early },
    { what: 'not one that has begun', after: at(9), next: late },
    { what: 'none when all have begun', after: at(21), next: undefined },
  ])('is $what', ({ after, next }) => {
    expect(nextMaintenance([late, early], after, change)).toEqual(next);
    expect(nextMaintenance([early, late], after, change)).toEqual(next);
  });

  it('is the first given, of two that begin together', () => {
    expect(nextMaintenance([late, twin], at(12), change)).toEqual(late);
    expect(nextMaintenance([twin, late], at(12), change)).toEqual(twin);
  });
});
