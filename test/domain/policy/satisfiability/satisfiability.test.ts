import { describe, expect, it } from '@jest/globals';
import type { Rule } from '../../../../src/domain/policy/policy-rule';
import { findDeadEnds } from '../../../../src/domain/policy/satisfiability/satisfiability';
import { pol005Policy } from '../../../../src/policies/pol005';
import { approvalRule, AT_AUTHORIZE, separationRule } from '../../../builders/policies';
import { deadEnds, EVERY, STAFF, summary } from './reported';

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
