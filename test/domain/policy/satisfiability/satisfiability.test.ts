import { describe, expect, it } from '@jest/globals';
import type { StandardChange } from '../../../../src/domain/policy/policy';
import type { Rule } from '../../../../src/domain/policy/policy-rule';
import { findDeadEnds } from '../../../../src/domain/policy/satisfiability/satisfiability';
import type { DeadEnd } from '../../../../src/domain/policy/satisfiability/report';
import { pol005Policy } from '../../../../src/policies/pol005';
import { approvalRule, AT_AUTHORIZE, policyWith, separationRule } from '../../../builders/policies';

const NORMAL = { id: 'Normal', description: 'Planned.', emergency: false };
const EMERGENCY = { id: 'Emergency', description: 'Urgent.', emergency: true };

/** One type of change, so that a test is about one thing. */
function policyOf(rules: readonly Rule[], overrides: Parameters<typeof policyWith>[1] = {}) {
  return policyWith(rules, { changeTypes: [NORMAL], ...overrides });
}

const STAFF = { owner: ['olga'], security: ['sam'], board: ['bea', 'bob', 'ben'] };

function deadEnds(rules: readonly Rule[], holders: Readonly<Record<string, readonly string[]>> = STAFF) {
  return findDeadEnds(policyOf(rules), holders, { oneAway: false }).deadEnds;
}

/** Every normal change, on the way of all changes. */
const EVERY = { type: 'Normal', categories: 'any', risks: 'any', others: [], requesters: 'any', path: 'main' } as const;

function summary(found: readonly DeadEnd[]) {
  return found.map(({ why, roles, ruleIds, cells }) => ({ why, roles, ruleIds, gates: cells.map(({ gate }) => gate) }));
}

describe('a change that only one person may authorise, proposed by that person', () => {
  const holders = {
    'it-director': ['ida'],
    cto: ['cleo'],
    'development-team-leader': ['dev'],
    'it-team': ['ida', 'ivo'],
    'development-team': ['dev', 'dora'],
    'quality-assurance-team': ['quin'],
    'higher-management': ['hal'],
  };
  const separation = separationRule({ clauses: [] });

  it('is a dead end once requester and approver must differ, shown to the exact kind of change', () => {
    const policy = { ...pol005Policy, rules: [...pol005Policy.rules, separation] };
    const common = { type: 'Normal', risks: 'any', others: [], path: 'main', gate: 'authorize' };
    expect(findDeadEnds(policy, holders, { oneAway: false }).deadEnds).toEqual([
      {
        why: 'nobody-left',
        roles: ['cto'],
        ruleIds: ['authorized-by-cto', 'separation'],
        clauses: ['POL005-2a'],
        cells: [
          {
            ...common,
            categories: ['Software technology', 'Development tools', 'Architecture design'],
            requesters: ['cleo'],
          },
        ],
      },
      {
        why: 'nobody-left',
        roles: ['it-director'],
        ruleIds: ['authorized-by-it-director', 'separation'],
        clauses: ['POL005-2b'],
        cells: [
          {
            ...common,
            categories: ['Network infrastructure', 'Cybersecurity', '3rd-party tools and services'],
            requesters: ['ida'],
          },
        ],
      },
    ]);
  });

  it('is none without the separation', () => {
    expect(findDeadEnds(pol005Policy, holders, { oneAway: false }).deadEnds).toEqual([]);
  });

  it('is none when the role has a second holder', () => {
    const policy = { ...pol005Policy, rules: [...pol005Policy.rules, separation] };
    const more = { ...holders, cto: ['cleo', 'carl'], 'it-director': ['ida', 'ike'] };
    expect(findDeadEnds(policy, more, { oneAway: false }).deadEnds).toEqual([]);
  });

  it('is none when the separation only asks for a reason', () => {
    const policy = { ...pol005Policy, rules: [...pol005Policy.rules, { ...separation, strength: 'warn' as const }] };
    expect(findDeadEnds(policy, holders, { oneAway: false }).deadEnds).toEqual([]);
  });
});

describe('a role that nobody holds', () => {
  it('is one dead end, whatever asks for it', () => {
    const rules = [
      approvalRule({ clauses: ['A-1'] }),
      approvalRule({ id: 'after', clauses: ['A-2'], gates: ['close'], point: 'close' }),
      { ...AT_AUTHORIZE, id: 'tests', kind: 'who-may', duty: 'tester', roles: ['owner'] } as const,
    ];
    expect(deadEnds(rules, { ...STAFF, owner: [] })).toEqual([
      {
        why: 'role-empty',
        roles: ['owner'],
        ruleIds: ['approval'],
        clauses: ['A-1'],
        cells: [{ ...EVERY, gate: 'authorize' }],
      },
    ]);
  });

  it('is one dead end for each role, where several are needed', () => {
    const rules = [approvalRule({ requirement: { allOf: [{ role: 'owner' }, { role: 'security' }] } })];
    expect(deadEnds(rules, {}).map(({ why, roles }) => [why, roles])).toEqual([
      ['role-empty', ['owner']],
      ['role-empty', ['security']],
    ]);
  });

  it('is named together with those that would do as well', () => {
    const rules = [
      approvalRule({
        requirement: { allOf: [{ role: 'board' }, { anyOf: [{ role: 'owner' }, { role: 'security' }] }] },
      }),
    ];
    expect(deadEnds(rules, {}).map(({ why, roles }) => [why, roles])).toEqual([
      ['role-empty', ['board']],
      ['role-empty', ['owner', 'security']],
    ]);
  });

  it('does no harm where another will do', () => {
    const rules = [approvalRule({ requirement: { anyOf: [{ role: 'owner' }, { role: 'security' }] } })];
    expect(deadEnds(rules, { owner: [], security: ['sam'] })).toEqual([]);
  });

  it('does not hide what would stop the change even if it were held', () => {
    const rules = [
      approvalRule(),
      approvalRule({ id: 'many', requirement: { atLeast: 4, role: 'board' }, gates: ['implement'] }),
    ];
    expect(summary(deadEnds(rules, { ...STAFF, owner: [] }))).toEqual([
      { why: 'role-empty', roles: ['owner'], ruleIds: ['approval'], gates: ['authorize'] },
      { why: 'not-enough', roles: ['board'], ruleIds: ['many'], gates: ['implement'] },
    ]);
  });

  it('stops everybody from proposing, where only its holders may', () => {
    const rules = [{ ...AT_AUTHORIZE, id: 'proposes', kind: 'who-may', duty: 'requester', roles: ['owner'] } as const];
    expect(deadEnds(rules, { ...STAFF, owner: [] })).toEqual([
      {
        why: 'role-empty',
        roles: ['owner'],
        ruleIds: ['proposes'],
        clauses: ['T-1'],
        cells: [{ ...EVERY, requesters: [], gate: 'authorize' }],
      },
    ]);
  });
});

describe('an approval', () => {
  const board = (requirement: Parameters<typeof approvalRule>[0]) => [approvalRule(requirement)];

  it('needs as many people as it asks for', () => {
    expect(deadEnds(board({ requirement: { atLeast: 3, role: 'board' } }))).toEqual([]);
    expect(summary(deadEnds(board({ requirement: { atLeast: 4, role: 'board' } })))).toEqual([
      { why: 'not-enough', roles: ['board'], ruleIds: ['approval'], gates: ['authorize'] },
    ]);
  });

  it('needs a share of all holders, also of those whose vote does not count', () => {
    const rules = [approvalRule({ requirement: { percent: 67, role: 'board' } }), separationRule()];
    expect(deadEnds(rules)).toEqual([
      {
        why: 'nobody-left',
        roles: ['board'],
        ruleIds: ['approval', 'separation'],
        clauses: ['T-1'],
        cells: [{ ...EVERY, requesters: ['bea', 'bob', 'ben'], gate: 'authorize' }],
      },
    ]);
    expect(deadEnds([approvalRule({ requirement: { percent: 66, role: 'board' } }), separationRule()])).toEqual([]);
  });

  it('lets one person fill two places, unless nobody may', () => {
    const both = { requirement: { allOf: [{ role: 'owner' }, { role: 'security' }] } };
    const holders = { owner: ['olga'], security: ['olga'] };
    expect(deadEnds(board(both), holders)).toEqual([]);
    expect(summary(deadEnds(board({ ...both, distinctPeople: true }), holders))).toEqual([
      { why: 'not-enough', roles: ['owner', 'security'], ruleIds: ['approval'], gates: ['authorize'] },
    ]);
  });

  it('that only asks for a reason stops nothing', () => {
    expect(deadEnds(board({ strength: 'warn' }), {})).toEqual([]);
  });

  it('is barred at the gate where the duties are kept apart, not at others', () => {
    const apart = (gates: Rule['gates']) => separationRule({ gates, pairs: [['approver', 'requester']] });
    expect(deadEnds([approvalRule(), apart(['implement'])])).toEqual([]);
    expect(summary(deadEnds([approvalRule({ gates: ['authorize', 'implement'] }), apart(['implement'])]))).toEqual([
      { why: 'nobody-left', roles: ['owner'], ruleIds: ['approval', 'separation'], gates: ['implement'] },
    ]);
  });
});

describe('duties', () => {
  const may = (duty: 'implementer' | 'tester' | 'verifier', roles: readonly string[]) =>
    ({ ...AT_AUTHORIZE, id: duty, kind: 'who-may', duty, roles }) as const;
  const same = (...pairs: (readonly ['approver' | 'requester', 'verifier'])[]) =>
    ({ ...AT_AUTHORIZE, id: 'same', kind: 'same-person', pairs, gates: ['close'] }) as const;

  it('that nobody is named for by a rule go to somebody without a role', () => {
    expect(
      deadEnds([
        separationRule({
          pairs: [
            ['implementer', 'tester'],
            ['tester', 'verifier'],
          ],
        }),
      ]),
    ).toEqual([]);
  });

  it('that must be kept apart need as many people', () => {
    const rules = [may('implementer', ['owner']), may('tester', ['owner'])];
    const apart = separationRule({ pairs: [['implementer', 'tester']] });
    expect(deadEnds(rules)).toEqual([]);
    expect(deadEnds([...rules, apart], { owner: ['olga', 'otto'] })).toEqual([]);
    expect(summary(deadEnds([...rules, apart]))).toEqual([
      {
        why: 'nobody-left',
        roles: ['owner'],
        ruleIds: ['implementer', 'tester', 'separation'],
        gates: ['authorize'],
      },
    ]);
  });

  it('that must be in the same hands need somebody with a role for each', () => {
    const rules = [approvalRule(), may('verifier', ['security']), same(['approver', 'verifier'])];
    expect(deadEnds(rules, { owner: ['olga'], security: ['olga', 'sam'] })).toEqual([]);
    expect(summary(deadEnds(rules))).toEqual([
      { why: 'pair', roles: ['security'], ruleIds: ['verifier', 'same'], gates: ['close'] },
    ]);
  });

  it('that must be in the same hands and apart are in nobody’s', () => {
    const apart = separationRule({ pairs: [['requester', 'verifier']], gates: ['close'] });
    expect(summary(deadEnds([apart, same(['requester', 'verifier'])]))).toEqual([
      { why: 'pair', roles: [], ruleIds: ['separation', 'same'], gates: ['close'] },
    ]);
  });

  it('of an approver are nobody’s where nobody is asked to approve', () => {
    expect(summary(deadEnds([same(['approver', 'verifier'])]))).toEqual([
      { why: 'no-approver', roles: [], ruleIds: ['same'], gates: ['close'] },
    ]);
  });

  it('of an approver are nobody’s while nobody is asked to approve yet', () => {
    const early = { ...same(['approver', 'verifier']), gates: ['implement'] } as const;
    const late = approvalRule({ gates: ['close'], point: 'close' });
    expect(summary(deadEnds([early, late]))).toEqual([
      { why: 'no-approver', roles: [], ruleIds: ['same'], gates: ['implement'] },
    ]);
  });

  it('asked of holders of different roles need somebody who holds both', () => {
    const rules = [may('tester', ['owner']), { ...may('tester', ['security']), id: 'again' }];
    expect(summary(deadEnds(rules))).toEqual([
      { why: 'no-common-holder', roles: ['owner', 'security'], ruleIds: ['tester', 'again'], gates: ['authorize'] },
    ]);
    expect(deadEnds(rules, { owner: ['olga', 'otto'], security: ['otto'] })).toEqual([]);
  });

  it('depend on who proposes the change, where that person has one', () => {
    const rules = [may('implementer', ['owner']), separationRule({ pairs: [['requester', 'implementer']] })];
    const [dead] = deadEnds(rules);
    expect(dead?.cells).toEqual([{ ...EVERY, requesters: ['olga'], gate: 'authorize' }]);
    const [both] = deadEnds([may('verifier', ['owner']), same(['requester', 'verifier'])]);
    // Those whose roles nothing asks for are as good as people without a role.
    expect(both?.cells).toEqual([{ ...EVERY, requesters: [null, 'sam', 'bea', 'bob', 'ben'], gate: 'close' }]);
  });
});

describe('the author of a field', () => {
  const author = (by: { readonly duty: 'approver' | 'tester' } | { readonly roles: readonly string[] }) =>
    ({ ...AT_AUTHORIZE, id: 'author', kind: 'authorship', fields: ['riskAssessment'], by }) as const;

  it('must be there', () => {
    expect(deadEnds([author({ roles: ['owner'] })])).toEqual([]);
    expect(summary(deadEnds([author({ roles: ['owner'] })], {}))).toEqual([
      { why: 'role-empty', roles: ['owner'], ruleIds: ['author'], gates: ['authorize'] },
    ]);
  });

  it('who must be an approver is one of those who can approve', () => {
    const rules = [approvalRule(), author({ duty: 'approver' })];
    expect(deadEnds(rules)).toEqual([]);
    expect(summary(deadEnds([...rules, { ...author({ roles: ['security'] }), id: 'other' }]))).toEqual([
      { why: 'no-common-holder', roles: ['security'], ruleIds: ['author', 'other'], gates: ['authorize'] },
    ]);
  });

  it('is not asked for before anybody is asked to approve', () => {
    const late = approvalRule({ gates: ['close'], point: 'close' });
    expect(deadEnds([late, author({ duty: 'approver' })])).toEqual([]);
  });

  it('with a duty holds what is asked of whoever has the duty', () => {
    const tester = { ...AT_AUTHORIZE, id: 'tester', kind: 'who-may', duty: 'tester', roles: ['security'] } as const;
    expect(
      summary(deadEnds([tester, author({ duty: 'tester' }), { ...author({ roles: ['owner'] }), id: 'other' }])),
    ).toEqual([
      {
        why: 'no-common-holder',
        roles: ['security', 'owner'],
        ruleIds: ['tester', 'author', 'other'],
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

describe('with one person away', () => {
  it('says who is missed, and for what', () => {
    const policy = policyOf([
      approvalRule({ requirement: { allOf: [{ role: 'owner' }, { atLeast: 3, role: 'board' }] } }),
    ]);
    const { deadEnds: now, fragile } = findDeadEnds(policy, STAFF);
    expect(now).toEqual([]);
    expect(fragile.map(({ without, deadEnds: found }) => [without, summary(found)])).toEqual([
      ['olga', [{ why: 'role-empty', roles: ['owner'], ruleIds: ['approval'], gates: ['authorize'] }]],
      ...['bea', 'bob', 'ben'].map((person) => [
        person,
        [{ why: 'not-enough', roles: ['owner', 'board'], ruleIds: ['approval'], gates: ['authorize'] }],
      ]),
    ]);
  });

  it('does not repeat what is stuck anyway', () => {
    const policy = policyOf([approvalRule(), approvalRule({ id: 'more', requirement: { atLeast: 4, role: 'board' } })]);
    expect(findDeadEnds(policy, STAFF).fragile).toEqual([]);
  });

  it('leaves out the person who is away, and whoever was stuck before', () => {
    const policy = policyOf([approvalRule(), separationRule()]);
    const { deadEnds: now, fragile } = findDeadEnds(policy, { owner: ['olga', 'otto', 'omar'].slice(0, 2) });
    expect(now).toEqual([]);
    expect(fragile.map(({ without, deadEnds: [dead] }) => [without, dead?.cells[0]?.requesters])).toEqual([
      ['olga', ['otto']],
      ['otto', ['olga']],
    ]);
  });

  it('misses nobody whose roles nothing asks for', () => {
    expect(findDeadEnds(policyOf([approvalRule()]), { owner: ['olga', 'otto'], board: ['bea'] }).fragile).toEqual([]);
  });

  it('misses whoever alone may propose', () => {
    const proposes = { ...AT_AUTHORIZE, id: 'proposes', kind: 'who-may', duty: 'requester', roles: ['owner'] } as const;
    const { fragile } = findDeadEnds(policyOf([proposes]), STAFF);
    expect(fragile.map(({ without, deadEnds: found }) => [without, summary(found)])).toEqual([
      ['olga', [{ why: 'role-empty', roles: ['owner'], ruleIds: ['proposes'], gates: ['authorize'] }]],
    ]);
  });

  it('is not looked at where nobody asks', () => {
    expect(findDeadEnds(policyOf([approvalRule()]), STAFF, { oneAway: false }).fragile).toEqual([]);
  });
});
