import { describe, expect, it } from '@jest/globals';
import type { Requirement } from '../../../../src/domain/approval/requirement';
import type { Duty } from '../../../../src/domain/policy/duty';
import type { Rule } from '../../../../src/domain/policy/policy-rule';
import { approvalRule, AT_AUTHORIZE, fieldsRule, separationRule } from '../../../builders/policies';
import { findDeadEnds } from '../../../../src/domain/policy/satisfiability/satisfiability';
import { deadEnds, EVERY, policyOf, STAFF, summary } from './reported';

function may(duty: Duty, roles: readonly string[]): Rule {
  return { ...AT_AUTHORIZE, id: duty, kind: 'who-may', duty, roles };
}

describe('what is wrong', () => {
  const tooMany = (id: string, role: string, when?: Rule['when']) =>
    approvalRule({ id, requirement: { atLeast: 9, role }, ...(when !== undefined && { when }) });

  it('is told once where it stops some changes alone, and others with something else', () => {
    const high = { risk: ['High'] };
    const found = deadEnds([tooMany('all', 'board'), tooMany('high', 'owner', high)]);
    expect(found.map(({ ruleIds, cells }) => [ruleIds, cells.map(({ risks }) => risks)])).toEqual([[['all'], ['any']]]);
  });

  it('is told of the first gate that a change cannot pass', () => {
    const late = { ...tooMany('late', 'owner'), gates: ['close'] as const, point: 'close' as const };
    const found = deadEnds([late, { ...tooMany('early', 'board'), gates: ['implement'] }]);
    expect(summary(found)).toEqual([{ why: 'not-enough', roles: ['board'], ruleIds: ['early'], gates: ['implement'] }]);
    expect(summary(deadEnds([late]))).toEqual([
      { why: 'not-enough', roles: ['owner'], ruleIds: ['late'], gates: ['close'] },
    ]);
  });

  it('for one proposer earlier than for others is told at both gates', () => {
    const rules = [
      may('implementer', ['owner']),
      separationRule({ pairs: [['requester', 'implementer']] }),
      { ...tooMany('late', 'board'), gates: ['close'] as const, point: 'close' as const },
    ];
    expect(deadEnds(rules).map(({ ruleIds, cells }) => [ruleIds, cells])).toEqual([
      [['late'], [{ ...EVERY, requesters: [null, 'sam', 'bea', 'bob', 'ben'], gate: 'close' }]],
      [['implementer', 'separation'], [{ ...EVERY, requesters: ['olga'], gate: 'authorize' }]],
    ]);
  });
});

describe('a role that nobody holds', () => {
  it('is told with the rules that ask for it, not with what keeps its holders apart', () => {
    const rules = [
      may('implementer', ['owner', 'security']),
      may('tester', ['owner', 'security']),
      separationRule({ pairs: [['implementer', 'tester']] }),
    ];
    expect(summary(deadEnds(rules, { ...STAFF, security: [] }))).toEqual([
      { why: 'role-empty', roles: ['security'], ruleIds: ['implementer', 'tester'], gates: ['authorize'] },
    ]);
  });

  it('is not what is told where it would not help if somebody did', () => {
    const rules = [
      may('verifier', ['owner', 'security']),
      may('tester', ['board']),
      { ...AT_AUTHORIZE, id: 'same', kind: 'same-person', pairs: [['tester', 'verifier']] } as const,
    ];
    expect(summary(deadEnds(rules, { ...STAFF, security: [] }))).toEqual([
      {
        why: 'pair',
        roles: ['owner', 'security', 'board'],
        ruleIds: ['verifier', 'tester', 'same'],
        gates: ['authorize'],
      },
    ]);
  });
});

describe('of several things that each stop a change', () => {
  const written: Rule = {
    ...AT_AUTHORIZE,
    id: 'written',
    kind: 'authorship',
    fields: ['riskAssessment'],
    by: { roles: ['owner'] },
  };
  const told = (...rules: readonly Rule[]) => deadEnds(rules, { ...STAFF, owner: [] }).map(({ ruleIds }) => ruleIds);

  it('approvals are told rather than duties, and duties rather than authors', () => {
    expect(told(written, may('tester', ['owner']))).toEqual([['tester']]);
    expect(told(may('tester', ['owner']), written)).toEqual([['tester']]);
    expect(told(may('tester', ['owner']), approvalRule())).toEqual([['approval']]);
    expect(told(approvalRule(), written, may('tester', ['owner']))).toEqual([['approval']]);
  });

  it('votes that do not count are told rather than a duty that nobody can have', () => {
    const rules = [
      approvalRule(),
      may('requester', ['owner']),
      separationRule(),
      may('tester', ['owner']),
      { ...may('tester', ['security']), id: 'again' },
    ];
    expect(deadEnds(rules).map(({ ruleIds }) => ruleIds)).toEqual([['approval', 'separation']]);
    expect(deadEnds(rules.toReversed()).map(({ ruleIds }) => ruleIds)).toEqual([['separation', 'approval']]);
  });
});

describe('people', () => {
  it('of roles whose names run together are not taken for one another', () => {
    const roles = ['own', 'er', 'owner'].map((id) => ({ id, title: id }));
    const rules = [
      approvalRule({ requirement: { role: 'owner' } }),
      may('tester', ['own', 'er']),
      { ...may('closer', ['own']), id: 'own' },
      { ...may('closer', ['er']), id: 'er' },
    ];
    const found = (holders: Readonly<Record<string, readonly string[]>>) =>
      summary(findDeadEnds(policyOf(rules, { roles }), holders, { oneAway: false }).deadEnds);
    expect(found({ own: ['olga'], er: ['olga'], owner: ['otto'] })).toEqual([]);
    expect(found({ own: ['olga'], er: ['ed'], owner: ['otto'] })).toEqual([
      { why: 'no-common-holder', roles: ['own', 'er'], ruleIds: ['own', 'er'], gates: ['authorize'] },
    ]);
    expect(found({ own: ['olga', 'ed'], er: ['olga'], owner: [] })).toEqual([
      { why: 'role-empty', roles: ['owner'], ruleIds: ['approval'], gates: ['authorize'] },
    ]);
  });

  it('who would still be stuck if somebody held the role that nobody does are told', () => {
    const rules = [
      may('tester', ['security']),
      may('implementer', ['owner']),
      separationRule({ pairs: [['requester', 'implementer']] }),
    ];
    const found = deadEnds(rules, { ...STAFF, security: [] });
    expect(found.map(({ why, ruleIds, cells: [cell] }) => [why, ruleIds, cell?.requesters])).toEqual([
      ['role-empty', ['tester'], 'any'],
      ['nobody-left', ['implementer', 'separation'], ['olga']],
    ]);
  });
});

describe('kinds of change', () => {
  const types = ['Normal', 'Standard'].map((id) => ({ id, description: '', emergency: false }));

  it('under rules whose names run together are not taken for one another', () => {
    const of = (id: string, type: string, requirement: Requirement) =>
      approvalRule({ id, requirement, when: { field: 'changeType', in: [type] } });
    const rules = [
      of('one', 'Normal', { role: 'owner' }),
      of('two', 'Normal', { role: 'board' }),
      of('onetwo', 'Standard', { atLeast: 9, role: 'board' }),
    ];
    const found = findDeadEnds(policyOf(rules, { changeTypes: types }), STAFF, { oneAway: false }).deadEnds;
    expect(found.map(({ ruleIds, cells }) => [ruleIds, cells.map(({ type }) => type)])).toEqual([
      [['onetwo'], ['Standard']],
    ]);
  });

  it('to which different rules shut every way are told with their own', () => {
    const shut = types.map(({ id }): Rule => ({
      ...AT_AUTHORIZE,
      id: `no ${id}`,
      kind: 'allowed-types',
      types: [],
      when: { field: 'changeType', in: [id] },
    }));
    const found = findDeadEnds(policyOf(shut, { changeTypes: types }), STAFF).deadEnds;
    expect(found.map(({ ruleIds, cells }) => [ruleIds, cells.map(({ type }) => type)])).toEqual([
      [['no Normal'], ['Normal']],
      [['no Standard'], ['Standard']],
    ]);
  });

  it('are told on each way by what there is on it', () => {
    const emergency = { changeTypes: [{ id: 'Emergency', description: '', emergency: true }] };
    const rules = [
      fieldsRule({ fields: ['environment'] }),
      approvalRule({
        gates: ['authorize', 'expedite'],
        requirement: { atLeast: 9, role: 'board' },
        when: { field: 'environment', filled: true },
      }),
    ];
    const found = findDeadEnds(policyOf(rules, emergency), STAFF, { oneAway: false }).deadEnds;
    expect(found.flatMap(({ cells }) => cells.map(({ path, others }) => [path, others]))).toEqual([
      ['main', []],
      ['expedite', [{ field: 'environment', values: ['other'] }]],
    ]);
  });
});
