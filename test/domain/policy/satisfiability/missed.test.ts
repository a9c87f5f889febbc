import { describe, expect, it } from '@jest/globals';
import type { Duty } from '../../../../src/domain/policy/duty';
import type { Rule } from '../../../../src/domain/policy/policy-rule';
import { findDeadEnds } from '../../../../src/domain/policy/satisfiability/satisfiability';
import { approvalRule, AT_AUTHORIZE, separationRule } from '../../../builders/policies';
import { missed, policyOf, STAFF, summary } from './reported';

function may(duty: Duty, roles: readonly string[]): Rule {
  return { ...AT_AUTHORIZE, id: duty, kind: 'who-may', duty, roles };
}

const proposedByOwner = may('requester', ['owner']);
const implementedByOwner = may('implementer', ['owner']);
const notOwnImplementer = separationRule({ pairs: [['requester', 'implementer']] });

describe('whoever alone may propose', () => {
  it('is missed for that, and for nothing that they alone could have done besides', () => {
    expect(missed([proposedByOwner, approvalRule()])).toEqual([['olga', ['role-empty', 'requester', [[]]]]]);
  });

  it('is missed where others hold the role of one of two rules only', () => {
    const rules = [proposedByOwner, { ...may('requester', ['board']), id: 'again' }];
    expect(missed(rules, { owner: ['olga', 'otto'], board: ['olga'] })).toEqual([
      ['olga', ['role-empty', 'again', [[]]]],
    ]);
  });

  it('is not missed where nobody may anyway', () => {
    const rules = [proposedByOwner, { ...may('requester', ['board']), id: 'again' }];
    expect(missed(rules, { owner: ['olga'], board: ['bea'] })).toEqual([]);
  });

  it('is not there where two may, alike or not', () => {
    expect(missed([proposedByOwner], { owner: ['olga', 'otto'] })).toEqual([]);
    const rules = [proposedByOwner, approvalRule({ requirement: { role: 'board' } })];
    expect(missed(rules, { owner: ['olga', 'otto'], board: ['otto', 'bea', 'bob'] })).toEqual([]);
  });
});

describe('whoever alone has a duty', () => {
  it('is missed by everybody who is there', () => {
    expect(missed([implementedByOwner])).toEqual([['olga', ['role-empty', 'implementer', ['any']]]]);
  });

  it('is missed by everybody who is there, also where it matters who proposes', () => {
    // Without olga there is nobody who would not be her own implementer.
    const rules = [implementedByOwner, notOwnImplementer, proposedByOwner];
    expect(missed(rules, { owner: ['olga', 'otto'] })).toEqual([
      ['olga', ['nobody-left', 'implementer separation', ['any']]],
      ['otto', ['nobody-left', 'implementer separation', ['any']]],
    ]);
  });

  it('for one proposer only, is missed by that one', () => {
    // They are told apart, as otto may approve as well.
    const rules = [implementedByOwner, notOwnImplementer, approvalRule({ requirement: { role: 'security' } })];
    expect(missed(rules, { owner: ['olga', 'otto'], security: ['otto', 'sam', 'sue', 'sid', 'sol'] })).toEqual([
      ['olga', ['nobody-left', 'implementer separation', [['otto']]]],
      ['otto', ['nobody-left', 'implementer separation', [['olga']]]],
    ]);
  });

  it('is missed by none whose change was stuck before', () => {
    const rules = [implementedByOwner, notOwnImplementer];
    expect(missed(rules, { owner: ['olga'], board: ['bea'] })).toEqual([
      ['olga', ['role-empty', 'implementer', ['any']]],
    ]);
  });
});

describe('whoever must have approved', () => {
  const byApprover = (id: string, by: { readonly duty: 'approver' } | { readonly roles: readonly string[] }): Rule => ({
    ...AT_AUTHORIZE,
    id,
    kind: 'authorship',
    fields: ['riskAssessment'],
    by,
  });
  const rules = [
    approvalRule(),
    byApprover('written by approver', { duty: 'approver' }),
    byApprover('written by security', { roles: ['security'] }),
  ];

  it('is missed as an author, whoever approves', () => {
    expect(missed([byApprover('written by security', { roles: ['security'] })])).toEqual([
      ['sam', ['role-empty', 'written by security', ['any']]],
    ]);
  });

  it('is missed, though the approval can be given by others', () => {
    expect(missed(rules, { owner: ['olga', 'otto', 'omar', 'ola'], security: ['olga', 'sam'] })).toEqual([
      ['olga', ['no-common-holder', 'written by approver written by security', ['any']]],
    ]);
  });

  it('is missed by the only other who could have', () => {
    const holders = { owner: ['olga', 'otto', 'omar', 'ola', 'oda'], security: ['olga', 'otto', 'sam'] };
    expect(missed(rules, holders)).toEqual([]);
    expect(missed([...rules, separationRule()], holders)).toEqual([
      ['olga', ['nobody-left', 'written by approver written by security separation', [['otto']]]],
      ['otto', ['nobody-left', 'written by approver written by security separation', [['olga']]]],
    ]);
  });
});

describe('an approval by different people', () => {
  it('misses each of as many as are asked for, though every role has holders to spare', () => {
    const requirement = { allOf: ['owner', 'security', 'board'].map((role) => ({ role })) };
    const everybody = ['ana', 'ben', 'cem'];
    const holders = { owner: everybody, security: everybody, board: everybody };
    expect(missed([approvalRule({ requirement })], holders)).toEqual([]);
    expect(missed([approvalRule({ requirement, distinctPeople: true })], holders)).toEqual(
      everybody.map((person) => [person, ['not-enough', 'approval', ['any']]]),
    );
  });
});

describe('an approval by a share of a role', () => {
  it('misses those without whom too few are left, though fewer are asked for then', () => {
    const share = approvalRule({ requirement: { percent: 60, role: 'board' } });
    const rules = [share, separationRule()];
    const board = ['bea', 'bob', 'ben', 'bo', 'bix'];
    // Three of five, of whom one may propose; of four still three, of whom one proposes.
    expect(missed(rules, { board })).toEqual([]);
    expect(missed(rules, { board: board.slice(0, 4) })).toEqual([]);
    // Two of three; of the two who are left both, of whom one proposes.
    expect(missed(rules, { board: board.slice(0, 3) })).toEqual([
      ['bea', ['nobody-left', 'approval separation', [['bob', 'ben']]]],
      ['bob', ['nobody-left', 'approval separation', [['bea', 'ben']]]],
      ['ben', ['nobody-left', 'approval separation', [['bea', 'bob']]]],
    ]);
  });
});

describe('what could not be looked at to the end', () => {
  const policy = policyOf([
    implementedByOwner,
    approvalRule({ requirement: { atLeast: 2, role: 'board' } }),
    separationRule({
      pairs: [
        ['requester', 'implementer'],
        ['requester', 'approver'],
      ],
    }),
  ]);
  const holders = { owner: ['olga', 'otto', 'bea'], security: ['otto'], board: ['omar', 'bea', 'otto'] };
  const reports = Array.from({ length: 120 }, (_, mostSteps) => findDeadEnds(policy, holders, { mostSteps }));

  it('while one is away is said, though everything could be with everybody there', () => {
    const ends = reports.map(({ notChecked: { all, oneAway } }) => [all.length, oneAway.length]);
    expect(ends).toContainEqual([0, 1]);
    expect(ends).not.toContainEqual([1, 0]);
    expect(ends.at(-1)).toEqual([0, 0]);
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
