import { describe, expect, it } from '@jest/globals';
import { changesOverlapping, type PlannedChange } from '../../../src/domain/calendar/overlapping-changes';

const own = {
  services: ['Web shop', 'Mail'],
  planned: { from: '2026-03-02T09:00:00.000Z', until: '2026-03-02T11:00:00.000Z' },
};

function other(key: string, services: readonly string[], from: string, until: string): PlannedChange {
  return { key, services, planned: { from: `2026-03-02T${from}:00.000Z`, until: `2026-03-02T${until}:00.000Z` } };
}

describe('another change on one of the same services', () => {
  it.each([
    { what: 'at the same time', from: '09:00', until: '11:00', found: true },
    { what: 'that is over as this one begins', from: '08:00', until: '09:00', found: false },
    { what: 'that begins as this one ends', from: '11:00', until: '12:00', found: false },
    { what: 'that ends a minute into this one', from: '08:00', until: '09:01', found: true },
    { what: 'that begins a minute before this one ends', from: '10:59', until: '12:00', found: true },
  ])('$what overlaps it: $found', ({ from, until, found }) => {
    const change = other('CHG-2', ['Mail'], from, until);
    expect(changesOverlapping(own, [change])).toEqual(found ? [change] : []);
  });

  it('overlaps it however the service is spelled', () => {
    const change = other('CHG-2', ['Billing', 'WEB SHOP'], '10:00', '12:00');
    expect(changesOverlapping(own, [change])).toEqual([change]);
  });
});

describe('other changes at the same time', () => {
  it('do not overlap it when they share no service, or name none', () => {
    const others = [other('CHG-2', ['Billing'], '09:00', '11:00'), other('CHG-3', [], '09:00', '11:00')];
    expect(changesOverlapping(own, others)).toEqual([]);
  });

  it('do not overlap a change that names no service', () => {
    expect(changesOverlapping({ ...own, services: [] }, [other('CHG-2', ['Mail'], '09:00', '11:00')])).toEqual([]);
  });

  it('are all given, in the order they came', () => {
    const late = other('CHG-9', ['Mail'], '10:30', '12:00');
    const apart = other('CHG-3', ['Mail'], '12:00', '13:00');
    const early = other('CHG-2', ['web shop'], '08:30', '09:30');
    expect(changesOverlapping(own, [late, apart, early])).toEqual([late, early]);
  });
});
