import { describe, expect, it } from '@jest/globals';
import { isToBeTold, toldOf } from '../../../src/domain/aftermath/notice';
import { GATES, type Gate } from '../../../src/domain/change/lifecycle';
import type { LedgerEvent } from '../../../src/domain/ledger/ledger-entry';
import type { Policy } from '../../../src/domain/policy/policy';
import { policyWith } from '../../builders/policies';
import { minute } from '../../builders/votes';
import { verdictFor } from './traces';

const change = { id: '10001', key: 'CHG-1' };
const move = { change, moveId: 'm', movedAt: minute(1), from: 'draft', to: 'assessment' } as const;
const passed = (gate: Gate): LedgerEvent => ({
  kind: 'gate-passed',
  ...move,
  gate,
  verdict: verdictFor(1, gate, 'draft', 'assessment'),
});
const left = (how: 'moved' | 'retyped' | 'deleted' | 'hidden'): LedgerEvent => ({
  kind: 'change-left',
  change,
  how,
  leftAt: minute(1),
});
const BYPASSED: LedgerEvent = { kind: 'gate-bypassed', ...move, gate: 'submit' };
const SKIPPED: LedgerEvent = { kind: 'gates-skipped', change, how: 'created', stage: 'closed', arrivedAt: minute(1) };
const MISSED: LedgerEvent = { kind: 'event-missed', change, moveId: 'm', movedAt: minute(1) };

const when = { field: 'changeType', in: ['Normal'] } as const;
const base = policyWith([
  {
    id: 'a',
    kind: 'approval',
    clauses: [],
    strength: 'block',
    gates: ['authorize'],
    point: 'authorize',
    requirement: { allOf: [{ role: 'cto' }, { role: 'owner' }] },
  },
  {
    id: 'b',
    kind: 'approval',
    clauses: [],
    strength: 'block',
    gates: ['close'],
    point: 'close',
    requirement: { role: 'owner' },
  },
  { id: 'c', kind: 'who-may', clauses: [], strength: 'block', gates: ['close'], duty: 'closer', roles: ['auditor'] },
]);
const POLICY: Policy = {
  ...base,
  records: {
    ...base.records,
    notifications: [
      { clauses: [], on: 'submitted', tell: ['desk'] },
      { clauses: [], on: 'approved', tell: ['team'], when },
      { clauses: [], on: 'expedited', tell: ['duty'] },
      { clauses: [], on: 'implemented', tell: ['users'] },
      { clauses: [], on: 'closed', tell: ['board'] },
      { clauses: [], on: 'closed', tell: ['archive'] },
    ],
  },
  emergencies: { ...base.emergencies, tell: ['cto'] },
};

describe('who is told', () => {
  it.each<[string, LedgerEvent, unknown]>([
    ['a change that was submitted', passed('submit'), [{ roles: ['desk'] }]],
    ['one that was approved, of some kinds', passed('authorize'), [{ roles: ['team'], when }]],
    [
      'one that was expedited, whom emergencies concern too',
      passed('expedite'),
      [{ roles: ['duty'] }, { roles: ['cto'] }],
    ],
    ['one that was implemented', passed('complete'), [{ roles: ['users'] }]],
    ['one that was closed', passed('close'), [{ roles: ['board'] }, { roles: ['archive'] }]],
    ['one on which work began: nobody', passed('implement'), []],
    ['one that went around a gate: whoever approves', BYPASSED, [{ roles: ['cto', 'owner'] }]],
    ['one that came in late', SKIPPED, [{ roles: ['cto', 'owner'] }]],
    ['one that was moved away', left('moved'), [{ roles: ['cto', 'owner'] }]],
    ['one that was made something else', left('retyped'), [{ roles: ['cto', 'owner'] }]],
    ['one that is gone: nobody', left('deleted'), []],
    ['one that is hidden: nobody', left('hidden'), []],
    ['an event that never came: nobody', MISSED, []],
  ])('of %s', (_, event, told) => {
    expect(toldOf(event, POLICY)).toEqual(told);
    expect(isToBeTold(event)).toBe(Array.isArray(told) && told.length > 0);
  });

  it('is nobody of an emergency where the policy names nobody', () => {
    const quiet = { ...POLICY, records: base.records, emergencies: { ...POLICY.emergencies, tell: [] } };
    expect(GATES.map((gate) => toldOf(passed(gate), quiet))).toEqual(GATES.map(() => []));
  });
});
