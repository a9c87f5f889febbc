import { describe, expect, it } from '@jest/globals';
import type { Duty } from '../../../../src/domain/policy/duty';
import type { Rule } from '../../../../src/domain/policy/policy-rule';
import { approvalRule, AT_AUTHORIZE, separationRule } from '../../../builders/policies';
import { deadEnds, STAFF, summary, whoAndWhy } from './reported';

function may(duty: Duty, roles: readonly string[], gates: Rule['gates'] = ['authorize']): Rule {
  return { ...AT_AUTHORIZE, id: `${duty} of ${roles.join()}`, kind: 'who-may', duty, roles, gates };
}

function author(
  by: { readonly duty: Duty } | { readonly roles: readonly string[] },
  overrides: { readonly fields?: readonly string[]; readonly gates?: Rule['gates'] } = {},
): Rule {
  const id = 'duty' in by ? `written by ${by.duty}` : `written by ${by.roles.join()}`;
  return { ...AT_AUTHORIZE, id, kind: 'authorship', fields: ['riskAssessment'], by, ...overrides };
}

function apart(...pairs: Extract<Rule, { kind: 'separate-duties' }>['pairs']): Rule {
  return separationRule({ pairs });
}

function same(...pairs: Extract<Rule, { kind: 'same-person' }>['pairs']): Rule {
  return { ...AT_AUTHORIZE, id: 'same', kind: 'same-person', pairs };
}

const closing = approvalRule({ id: 'closing', gates: ['close'], point: 'close', requirement: { role: 'board' } });

describe('the author of a field', () => {
  it('must be there', () => {
    expect(deadEnds([author({ roles: ['owner'] })])).toEqual([]);
    expect(summary(deadEnds([author({ roles: ['owner'] })], {}))).toEqual([
      { why: 'role-empty', roles: ['owner'], ruleIds: ['written by owner'], gates: ['authorize'] },
    ]);
  });

  it('who must be an approver is one of those who can approve', () => {
    const rules = [approvalRule(), author({ duty: 'approver' })];
    expect(deadEnds(rules)).toEqual([]);
    expect(summary(deadEnds([...rules, author({ roles: ['security'] })]))).toEqual([
      {
        why: 'no-common-holder',
        roles: ['security'],
        ruleIds: ['written by approver', 'written by security'],
        gates: ['authorize'],
      },
    ]);
  });

  it('is not asked for before anybody is asked to approve', () => {
    const late = approvalRule({ gates: ['close'], point: 'close' });
    expect(deadEnds([late, author({ duty: 'approver' })])).toEqual([]);
  });

  it('with a duty holds what is asked of whoever has the duty', () => {
    const tester = may('tester', ['security']);
    expect(summary(deadEnds([tester, author({ duty: 'tester' }), author({ roles: ['owner'] })]))).toEqual([
      {
        why: 'no-common-holder',
        roles: ['security', 'owner'],
        ruleIds: ['tester of security', 'written by tester', 'written by owner'],
        gates: ['authorize'],
      },
    ]);
  });
});

describe('authors', () => {
  it('of two fields, or of one at two gates, need not be the same person', () => {
    const byOwner = author({ roles: ['owner'] });
    const bySecurity = (overrides: Parameters<typeof author>[1]) => author({ roles: ['security'] }, overrides);
    expect(deadEnds([byOwner, bySecurity({ fields: ['backoutPlan'] })])).toEqual([]);
    expect(deadEnds([byOwner, bySecurity({ gates: ['close'] })])).toEqual([]);
    expect(whoAndWhy(deadEnds([byOwner, bySecurity({})]))).toEqual([
      ['no-common-holder', 'written by owner written by security', ['any']],
    ]);
  });

  it('are approvers from the first point on, though another is still to come', () => {
    const rules = [approvalRule(), closing, author({ duty: 'approver' }), author({ roles: ['security'] })];
    expect(whoAndWhy(deadEnds(rules))).toEqual([
      ['no-common-holder', 'written by approver written by security', ['any']],
    ]);
    const [, ...onlyClosing] = rules;
    expect(deadEnds(onlyClosing)).toEqual([]);
  });

  it('who must have approved cannot be those whose vote does not count, though others approve', () => {
    const holders = { owner: ['olga', 'otto'], security: ['olga'] };
    const rules = [approvalRule(), author({ duty: 'approver' }), author({ roles: ['security'] })];
    expect(deadEnds(rules, holders)).toEqual([]);
    expect(whoAndWhy(deadEnds([...rules, separationRule()], holders))).toEqual([
      ['nobody-left', 'written by approver written by security separation', [['olga']]],
    ]);
  });

  it('with a duty cannot have approved where the duty takes the vote away', () => {
    const rules = [approvalRule(), same(['tester', 'approver'])];
    expect(deadEnds(rules)).toEqual([]);
    // Nor is it enough that somebody else of the same roles has.
    expect(summary(deadEnds([...rules, apart(['tester', 'approver'])], { owner: ['olga', 'otto'] }))).toEqual([
      { why: 'pair', roles: [], ruleIds: ['same', 'separation'], gates: ['authorize'] },
    ]);
  });
});

describe('whoever may approve', () => {
  it('is asked of votes that count from that gate on, not of those cast later', () => {
    expect(deadEnds([approvalRule(), closing, may('approver', ['owner'])])).toEqual([]);
    expect(whoAndWhy(deadEnds([approvalRule(), closing, may('approver', ['owner'], ['close'])]))).toEqual([
      ['not-enough', 'closing approver of owner', ['any']],
    ]);
  });

  it('need not be asked, where a rule only asks for a reason', () => {
    const only: Rule = { ...may('approver', ['security']), strength: 'warn' };
    expect(deadEnds([approvalRule(), only])).toEqual([]);
  });

  it('has to be somebody, though the approval itself only asks for a reason', () => {
    const softly = approvalRule({ strength: 'warn' });
    expect(deadEnds([softly, may('approver', ['owner'])])).toEqual([]);
    expect(whoAndWhy(deadEnds([softly, may('approver', ['security'])]))).toEqual([
      ['no-common-holder', 'approver of security', ['any']],
    ]);
  });
});

describe('people who were found for one change', () => {
  const holders = { owner: ['olga'], security: ['sam', 'sue'], board: ['bea', 'bob'] };
  const everybodyMatters = [may('tester', ['security']), may('closer', ['board'])];

  it('do not help another whose own duty asks for a role that the proposer does not hold', () => {
    const rules = [...everybodyMatters, may('verifier', ['owner']), same(['requester', 'verifier'])];
    expect(whoAndWhy(deadEnds(rules, holders))).toEqual([
      ['pair', 'verifier of owner same', [[null, 'sam', 'sue', 'bea', 'bob']]],
    ]);
  });

  it('are not those who are all needed twice', () => {
    const rules = [...everybodyMatters, may('implementer', ['owner']), apart(['requester', 'implementer'])];
    expect(whoAndWhy(deadEnds(rules, holders))).toEqual([
      ['nobody-left', 'implementer of owner separation', [['olga']]],
    ]);
  });

  it('are looked for among people with a duty already, where none without one is left', () => {
    const rules = [may('implementer', ['owner']), may('tester', ['owner']), apart(['implementer', 'verifier'])];
    expect(deadEnds(rules, holders)).toEqual([]);
    expect(whoAndWhy(deadEnds([...rules, may('verifier', ['owner'])], holders))).toEqual([
      ['nobody-left', 'implementer of owner separation verifier of owner', ['any']],
    ]);
  });

  it('are changed for others, where the first who could take a duty leave nobody to approve', () => {
    const rules = [
      approvalRule({ requirement: { role: 'security' } }),
      may('implementer', ['owner']),
      apart(['verifier', 'approver'], ['implementer', 'approver']),
    ];
    expect(deadEnds(rules, { owner: ['sam', 'olga'], security: ['sam'] })).toEqual([]);
    expect(whoAndWhy(deadEnds(rules, { owner: ['sam'], security: ['sam'] }))).toEqual([
      ['nobody-left', 'approval implementer of owner separation', ['any']],
    ]);
  });
});

describe('people for several duties', () => {
  it('are found, though whoever could have the first is needed for the second', () => {
    const rules = [
      may('implementer', ['owner']),
      may('tester', ['security']),
      may('closer', ['board']),
      apart(['implementer', 'tester'], ['tester', 'closer'], ['implementer', 'closer']),
    ];
    expect(deadEnds(rules, { owner: ['ana', 'ben'], security: ['ana', 'cem'], board: ['cem'] })).toEqual([]);
    expect(whoAndWhy(deadEnds(rules, { owner: ['ana'], security: ['ana', 'cem'], board: ['cem'] }))).toEqual([
      ['nobody-left', rules.map(({ id }) => id).join(' '), ['any']],
    ]);
  });

  it('are one person where duties go with proposing, who has one vote to lose', () => {
    const verified = [may('requester', ['owner']), same(['requester', 'verifier']), approvalRule()];
    const rules = [...verified, apart(['requester', 'approver'], ['verifier', 'approver'])];
    expect(deadEnds(rules, { owner: ['ana', 'ben'] })).toEqual([]);
    expect(whoAndWhy(deadEnds(rules, { owner: ['ana'] }))).toEqual([['nobody-left', 'approval separation', ['any']]]);
  });

  it('are not found by taking the duty of whoever proposes from them', () => {
    const rules = [
      may('verifier', ['owner']),
      same(['requester', 'verifier']),
      may('requester', ['owner']),
      may('tester', ['quality']),
      approvalRule({ requirement: { allOf: [{ role: 'security' }, { role: 'board' }] } }),
      apart(['tester', 'approver'], ['requester', 'tester']),
    ];
    const holders = { owner: ['ana', 'ben'], quality: ['cem', 'dia', 'ana'], security: ['cem'], board: ['dia'] };
    expect(whoAndWhy(deadEnds(rules, holders))).toEqual([
      ['nobody-left', 'tester of quality approval separation', [['ana']]],
    ]);
  });
});

describe('duties that go together', () => {
  it('by the author of a field are in one person’s hands', () => {
    const rules = [author({ duty: 'tester' }), author({ duty: 'implementer' })];
    expect(deadEnds(rules)).toEqual([]);
    expect(whoAndWhy(deadEnds([...rules, apart(['tester', 'implementer'])]))).toEqual([
      ['nobody-left', 'written by tester written by implementer separation', ['any']],
    ]);
    expect(whoAndWhy(deadEnds([...rules, may('tester', ['owner']), may('implementer', ['security'])]))).toEqual([
      ['no-common-holder', expect.stringContaining('written by tester written by implementer'), ['any']],
    ]);
  });

  it('one through the other are in one person’s hands', () => {
    const chain = [same(['tester', 'verifier'], ['implementer', 'closer'], ['verifier', 'implementer'])];
    const ends = [may('tester', ['owner']), may('closer', ['board'])];
    expect(deadEnds([...chain, ...ends], { ...STAFF, board: ['olga', 'bea'] })).toEqual([]);
    expect(whoAndWhy(deadEnds([...chain, ...ends]))).toEqual([
      ['pair', 'same tester of owner closer of board', ['any']],
    ]);
    const others = may('requester', ['owner', 'board']);
    expect(whoAndWhy(deadEnds([...chain, others, apart(['tester', 'closer'])]))).toEqual([
      ['pair', 'same separation', ['any']],
    ]);
  });

  it('with those of an approver, or with others, are told to want an approver only where none is asked for', () => {
    const tied = same(['tester', 'implementer'], ['verifier', 'approver']);
    expect(whoAndWhy(deadEnds([tied]))).toEqual([['no-approver', 'same', ['any']]]);
    expect(whoAndWhy(deadEnds([tied, may('tester', ['owner'])]))).toEqual([['no-approver', 'same', ['any']]]);
    expect(whoAndWhy(deadEnds([same(['tester', 'implementer']), apart(['tester', 'implementer'])]))).toEqual([
      ['pair', 'same separation', ['any']],
    ]);
  });
});
