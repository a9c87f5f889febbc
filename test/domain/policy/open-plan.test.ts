import { describe, expect, it } from '@jest/globals';
import { findOpenPlan } from '../../../src/domain/policy/open-plan';
import { plannedInterval } from '../../../src/domain/policy/planned-interval';
import { changeFacts, unread } from '../../builders/change-facts';

const FROM = '2026-03-03T20:00:00.000Z';
const UNTIL = '2026-03-03T21:00:00.000Z';
const UNREAD = unread('Planned start');

const empty = (field: string) => ({
  met: 'no',
  reason: { code: 'field-empty', field },
  remedy: { do: 'fill-field', field },
});

const reversed = (from: string, until: string) => ({
  met: 'no',
  reason: { code: 'interval-reversed', from, until },
  remedy: { do: 'fill-field', field: 'plannedEnd' },
});

const notRead = (field: string) => ({
  met: 'unknown',
  reason: { code: 'field-unknown', field, cause: UNREAD.cause },
  remedy: { do: 'mend-lookup', cause: UNREAD.cause },
});

type Value = string | null | typeof UNREAD;

describe('the planned time of a change', () => {
  it.each<[Value, Value, readonly object[]]>([
    [FROM, UNTIL, []],
    [FROM, '2026-03-03T20:00:00.001Z', []],
    [null, null, [empty('plannedStart'), empty('plannedEnd')]],
    [null, UNTIL, [empty('plannedStart')]],
    [FROM, null, [empty('plannedEnd')]],
    [FROM, FROM, [reversed(FROM, FROM)]],
    [UNTIL, FROM, [reversed(UNTIL, FROM)]],
    [' ', '', [empty('plannedStart'), empty('plannedEnd')]],
    [UNREAD, UNTIL, [notRead('plannedStart')]],
    [FROM, UNREAD, [notRead('plannedEnd')]],
    [UNREAD, null, [notRead('plannedStart'), empty('plannedEnd')]],
  ])('from %j until %j is known, or it is said what is amiss', (plannedStart, plannedEnd, findings) => {
    const facts = changeFacts({ fields: { plannedStart, plannedEnd } });
    expect(findOpenPlan(facts)).toEqual(findings);
    expect(plannedInterval(facts) !== undefined).toBe(findings.length === 0);
  });
});
