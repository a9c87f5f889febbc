import { describe, expect, it } from '@jest/globals';
import type { StandardChange } from '../../../../src/domain/policy/policy';
import type { Rule } from '../../../../src/domain/policy/policy-rule';
import { findDeadEnds } from '../../../../src/domain/policy/satisfiability/satisfiability';
import { approvalRule, AT_AUTHORIZE, separationRule } from '../../../builders/policies';
import { deadEnds, EVERY, policyOf, STAFF, summary } from './reported';

const NORMAL = { id: 'Normal', description: 'Planned.', emergency: false };
const EMERGENCY = { id: 'Emergency', description: 'Urgent.', emergency: true };

function may(duty: 'requester' | 'approver', roles: readonly string[], gates: Rule['gates'] = ['authorize']): Rule {
  return { ...AT_AUTHORIZE, id: `${duty} of ${roles.join()}`, kind: 'who-may', duty, roles, gates };
}

/** The ways on which an emergency gets stuck, and where. */
function stuckEmergency(rules: readonly Rule[], overrides: Parameters<typeof policyOf>[1] = {}) {
  const found = findDeadEnds(policyOf(rules, { changeTypes: [EMERGENCY], ...overrides }), STAFF, {
    oneAway: false,
  }).deadEnds;
  return found.flatMap(({ why, ruleIds, cells }) =>
    cells.map(({ path, gate }) => [why, ruleIds.join(' '), path, gate].join(' / ')),
  );
}

describe('on the way of emergencies', () => {
  const writtenByApprover: Rule = {
    ...AT_AUTHORIZE,
    id: 'written',
    kind: 'authorship',
    fields: ['riskAssessment'],
    by: { duty: 'approver' },
    gates: ['close'],
  };

  it('nobody has approved by a rule of a gate that it leaves out', () => {
    expect(stuckEmergency([approvalRule(), writtenByApprover])).toEqual(['no-approver / written / expedite / close']);
    expect(stuckEmergency([approvalRule(), may('approver', ['owner'], ['close'])])).toEqual([
      'no-approver / approver of owner / expedite / close',
    ]);
    const twice = approvalRule({ gates: ['authorize', 'complete'] });
    expect(stuckEmergency([twice, writtenByApprover])).toEqual([]);
  });

  it('a vote does not count that was barred at its own gate, though the way leaves that out', () => {
    const rules = [
      may('requester', ['owner'], ['expedite', 'submit']),
      approvalRule({ gates: ['authorize', 'complete'] }),
      separationRule(),
    ];
    expect(stuckEmergency(rules)).toEqual([
      'nobody-left / approval separation / main / authorize',
      'nobody-left / approval separation / expedite / complete',
    ]);
  });

  it('nothing is asked by rules of gates that it leaves out', () => {
    expect(stuckEmergency([approvalRule({ requirement: { atLeast: 4, role: 'board' } })])).toEqual([
      'not-enough / approval / main / authorize',
    ]);
    const early = [may('requester', ['board'], ['submit']), may('requester', ['owner'], ['submit'])];
    expect(stuckEmergency(early)).toEqual(['no-common-holder / requester of board requester of owner / main / submit']);
  });
});

describe('a way that is shut', () => {
  it('at some of the gates of a rule is', () => {
    const rule: Rule = {
      ...AT_AUTHORIZE,
      id: 'never',
      kind: 'allowed-types',
      types: [],
      gates: ['implement', 'expedite'],
    };
    expect(stuckEmergency([rule])).toEqual([
      'closed / never / main / implement',
      'closed / never / expedite / expedite',
    ]);
  });

  it('to all but emergencies is shut to emergencies as well, where the policy has none', () => {
    const rule: Rule = { ...AT_AUTHORIZE, id: 'urgent', kind: 'emergency-path', gates: ['submit'] };
    expect(stuckEmergency([rule])).toEqual([]);
    const emergencies = { mode: 'not-allowed', bypasses: [], tell: [] } as const;
    expect(stuckEmergency([rule], { emergencies })).toEqual(['closed / urgent / main / submit']);
  });

  it('as nothing fits the only entry of the catalogue', () => {
    const rule: Rule = { ...AT_AUTHORIZE, id: 'catalogue', kind: 'standard-catalogue', gates: ['submit'] };
    const entry = { id: 'patch', title: 'Monthly patch', preApprovedBy: null };
    const lowAnd = (risk: string) => ({ ...entry, when: { all: [{ risk: ['Low'] }, { risk: [risk] }] } });
    const ends = (risk: string, rules: readonly Rule[]) =>
      summary(findDeadEnds(policyOf(rules, { standardChanges: [lowAnd(risk)] }), STAFF).deadEnds);
    const noEntry = { why: 'no-entry', roles: [], ruleIds: ['catalogue'], gates: ['submit'] };
    expect([ends('High', [rule]), ends('Low', [rule]), ends('High', [])]).toEqual([[noEntry], [], []]);
    expect(ends('High', [rule, may('requester', ['owner'])])).toEqual([noEntry]);
  });

  it('by more than the catalogue is closed, whatever entries there are', () => {
    const catalogue: Rule = { ...AT_AUTHORIZE, id: 'catalogue', kind: 'standard-catalogue', gates: ['submit'] };
    const never: Rule = { ...AT_AUTHORIZE, id: 'never', kind: 'allowed-types', types: [] };
    expect(summary(findDeadEnds(policyOf([catalogue, never], { standardChanges: [] }), STAFF).deadEnds)).toEqual([
      { why: 'closed', roles: [], ruleIds: ['catalogue', 'never'], gates: ['submit'] },
    ]);
  });

  it('is told with the rules that shut it to some change of the type, and no others', () => {
    const shut = (id: string, overrides: Partial<Rule>) =>
      ({ ...AT_AUTHORIZE, id, kind: 'allowed-types', types: [], ...overrides }) as Rule;
    const rules = [
      shut('to high', { when: { risk: ['High'] } }),
      shut('to others', { when: { not: { risk: ['High'] } }, gates: ['submit'] }),
      shut('to none', { when: { all: [{ risk: ['Low'] }, { risk: ['High'] }] } }),
      approvalRule(),
    ];
    expect(summary(deadEnds(rules))).toEqual([
      { why: 'closed', roles: [], ruleIds: ['to high', 'to others'], gates: ['submit'] },
    ]);
  });
});

describe('kinds of change', () => {
  it('are not told apart by what no rule asks that could stop them', () => {
    const entry = { id: 'patch', title: 'Monthly patch', preApprovedBy: null, when: { risk: ['Low'] } };
    const { cells } = findDeadEnds(policyOf([approvalRule()], { standardChanges: [entry] }), STAFF);
    expect(cells).toBe(1);
  });
});

describe('who may propose', () => {
  it('is nobody, where nobody holds a role of each list', () => {
    const rules = [may('requester', ['owner'], ['implement']), may('requester', ['security', 'board'], ['authorize'])];
    expect(deadEnds(rules)).toEqual([
      {
        why: 'no-common-holder',
        roles: ['owner', 'security', 'board'],
        ruleIds: ['requester of owner', 'requester of security,board'],
        clauses: ['T-1'],
        cells: [{ ...EVERY, requesters: [], gate: 'authorize' }],
      },
    ]);
  });

  it('is told with the lists of which nobody holds any role', () => {
    const rules = [may('requester', ['owner']), may('requester', ['security', 'board'])];
    expect(summary(deadEnds(rules, { ...STAFF, security: [], board: [] }))).toEqual([
      {
        why: 'role-empty',
        roles: ['security', 'board'],
        ruleIds: ['requester of security,board'],
        gates: ['authorize'],
      },
    ]);
    expect(summary(deadEnds(rules, { ...STAFF, security: [] }))).toEqual([
      {
        why: 'no-common-holder',
        roles: ['owner', 'security', 'board'],
        ruleIds: ['requester of owner', 'requester of security,board'],
        gates: ['authorize'],
      },
    ]);
  });
});

describe('the way of emergencies', () => {
  const types = { changeTypes: [NORMAL, EMERGENCY] };
  const expedited = { ...AT_AUTHORIZE, id: 'urgent', gates: ['expedite'] as const };
  const approvedFirst = approvalRule({ ...expedited, point: 'expedite' });

  it('is looked at for emergencies, besides the way of all changes', () => {
    const policy = policyOf([approvedFirst, approvalRule()], types);
    expect(findDeadEnds(policy, {}, { oneAway: false }).deadEnds).toEqual([
      {
        why: 'role-empty',
        roles: ['owner'],
        ruleIds: ['urgent', 'approval'],
        clauses: ['T-1'],
        cells: [
          { ...EVERY, gate: 'authorize' },
          { ...EVERY, type: 'Emergency', gate: 'authorize' },
          { ...EVERY, type: 'Emergency', path: 'expedite', gate: 'expedite' },
        ],
      },
    ]);
  });

  it('is not there where the policy has none', () => {
    const policy = policyOf([approvedFirst], {
      ...types,
      emergencies: { mode: 'not-allowed', bypasses: [], tell: [] },
    });
    expect(findDeadEnds(policy, {}).deadEnds).toEqual([]);
  });

  it('leads on through the gates that it shares', () => {
    const policy = policyOf(
      [approvalRule({ gates: ['close'], point: 'close', when: { field: 'changeType', in: ['emergency'] } })],
      types,
    );
    const [dead] = findDeadEnds(policy, {}).deadEnds;
    expect(dead?.cells).toEqual([
      { ...EVERY, type: 'Emergency', gate: 'close' },
      { ...EVERY, type: 'Emergency', path: 'expedite', gate: 'close' },
    ]);
  });
});

describe('a type of change', () => {
  const only = (types: readonly string[], gates: Rule['gates'] = ['submit']) =>
    ({ ...AT_AUTHORIZE, id: `at-${gates.join('-')}`, kind: 'allowed-types', types, gates }) as const;
  const emergenciesOnly = { ...AT_AUTHORIZE, id: 'path', kind: 'emergency-path', gates: ['expedite'] } as const;
  const types = { changeTypes: [NORMAL, EMERGENCY] };

  it('to which every way is shut is a dead end', () => {
    const policy = policyOf([only(['Normal']), only(['Normal'], ['complete']), emergenciesOnly], types);
    expect(findDeadEnds(policy, STAFF).deadEnds).toEqual([
      {
        why: 'closed',
        roles: [],
        ruleIds: ['at-submit', 'at-complete'],
        clauses: ['T-1'],
        cells: [
          { ...EVERY, type: 'Emergency', gate: 'submit' },
          { ...EVERY, type: 'Emergency', path: 'expedite', gate: 'complete' },
        ],
      },
    ]);
  });

  it('that may go one of two ways is none', () => {
    expect(findDeadEnds(policyOf([only(['NORMAL']), emergenciesOnly], types), STAFF).deadEnds).toEqual([]);
  });

  it('cannot go the way of emergencies by a rule that shuts it to all others', () => {
    const policy = policyOf([{ ...emergenciesOnly, gates: ['submit'] }]);
    expect(summary(findDeadEnds(policy, STAFF).deadEnds)).toEqual([
      { why: 'closed', roles: [], ruleIds: ['path'], gates: ['submit'] },
    ]);
  });

  it('that is shut to some changes only is meant to be', () => {
    const rule = { ...only(['Emergency']), when: { risk: ['High'] } };
    expect(findDeadEnds(policyOf([rule], types), STAFF).deadEnds).toEqual([]);
  });

  it('that is only asked for a reason may go', () => {
    expect(findDeadEnds(policyOf([{ ...only(['Emergency']), strength: 'warn' }]), STAFF).deadEnds).toEqual([]);
  });

  it('that the policy does not govern is never stuck', () => {
    const rules = [only(['Emergency']), approvalRule()];
    const scope = { when: { not: { field: 'changeType', in: ['Normal'] } } };
    expect(findDeadEnds(policyOf(rules, { scope }), {}).deadEnds).toEqual([]);
  });
});

describe('the catalogue of standard changes', () => {
  const rule = { ...AT_AUTHORIZE, id: 'catalogue', kind: 'standard-catalogue', gates: ['submit'] } as const;
  const entry = { id: 'patch', title: 'Monthly patch', preApprovedBy: null };
  const withEntries = (...standardChanges: readonly StandardChange[]) => policyOf([rule], { standardChanges });
  const noEntry = [{ why: 'no-entry', roles: [], ruleIds: ['catalogue'], gates: ['submit'] }];

  it('needs an entry', () => {
    expect(summary(findDeadEnds(withEntries(), STAFF).deadEnds)).toEqual(noEntry);
    expect(findDeadEnds(withEntries(entry), STAFF).deadEnds).toEqual([]);
  });

  it('needs one that may still be used on the day', () => {
    const policy = withEntries({ ...entry, until: '2026-03-01' });
    expect(findDeadEnds(policy, STAFF, { today: '2026-03-01' }).deadEnds).toEqual([]);
    expect(summary(findDeadEnds(policy, STAFF, { today: '2026-03-02' }).deadEnds)).toEqual(noEntry);
    expect(findDeadEnds(policy, STAFF).deadEnds).toEqual([]);
  });

  it('needs one that fits some change of the type', () => {
    expect(findDeadEnds(withEntries({ ...entry, when: { risk: ['Low'] } }), STAFF).deadEnds).toEqual([]);
    const never = { ...entry, when: { field: 'changeType', in: ['Emergency'] } };
    expect(summary(findDeadEnds(withEntries(never), STAFF).deadEnds)).toEqual(noEntry);
  });
});
