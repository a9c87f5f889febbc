import { describe, expect, it } from '@jest/globals';
import { known, unknown } from '../../../src/domain/change/change-facts';
import { timeAround } from '../../../src/domain/policy/known-windows';
import { changeFacts } from '../../builders/change-facts';
import { policyWith } from '../../builders/policies';
import { freeze, maintenance } from '../../builders/windows';

const AROUND = { from: '2026-03-03T00:00:00.000Z', until: '2026-03-04T00:00:00.000Z' };

describe('the time around a planned change', () => {
  it('has the windows that it touches, in order of time, and says which are about the change', () => {
    const windows = [
      maintenance(),
      maintenance({ id: 'web', title: 'Website', scope: { services: ['Website'] } }),
      freeze({ interval: AROUND }),
      freeze({ id: 'later' }),
    ];
    const found = timeAround(policyWith([], { calendar: { windows } }), changeFacts()).windows;
    expect(found.map(({ window, binds }) => [window.id, binds])).toEqual([
      ['quarter-end', true],
      ['tuesday', true],
      ['web', false],
    ]);
  });

  it('has none while no time is planned', () => {
    const policy = policyWith([], { calendar: { windows: [freeze({ interval: AROUND })] } });
    const facts = changeFacts({ fields: { plannedEnd: null } });
    expect(timeAround(policy, facts)).toEqual({ planned: undefined, windows: [], conflicts: undefined });
  });

  it('says why the windows are not known', () => {
    const facts = changeFacts({ windows: unknown('lookup-failed', 'gone') });
    expect(timeAround(policyWith(), facts)).toMatchObject({ windows: [], windowsUnknown: { detail: 'gone' } });
  });

  it('tells of the changes that it meets only where somebody looked', () => {
    const planned = { from: '2026-03-03T20:30:00.000Z', until: '2026-03-03T22:00:00.000Z' };
    const other = { key: 'CHG-2', services: ['shop'], planned };
    const facts = changeFacts({ fields: { services: ['Shop'] }, plannedChanges: known([other]) });
    expect(timeAround(policyWith(), facts).conflicts).toEqual([other]);
    expect(timeAround(policyWith(), changeFacts({ plannedChanges: known([other]) })).conflicts).toEqual([]);
    expect(timeAround(policyWith(), changeFacts()).conflicts).toBeUndefined();
    expect(
      timeAround(policyWith(), changeFacts({ plannedChanges: unknown('lookup-failed', 'x') })).conflicts,
    ).toBeUndefined();
  });
});
