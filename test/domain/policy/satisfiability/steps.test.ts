import { describe, expect, it } from '@jest/globals';
import type { Requirement } from '../../../../src/domain/approval/requirement';
import type { Duty } from '../../../../src/domain/policy/duty';
import type { Policy } from '../../../../src/domain/policy/policy';
import type { Rule } from '../../../../src/domain/policy/policy-rule';
import { spend, within } from '../../../../src/domain/policy/satisfiability/budget';
import type { Holders } from '../../../../src/domain/policy/satisfiability/people';
import { findDeadEnds } from '../../../../src/domain/policy/satisfiability/satisfiability';
import { seatingOf } from '../../../../src/domain/policy/satisfiability/seating';
import { approvalRule, AT_AUTHORIZE, separationRule } from '../../../builders/policies';
import { policyOf } from './reported';

const EVERYTHING = { all: [], oneAway: [] };

function numbered(count: number, name: string): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}-${String(index)}`);
}

function may(duty: Duty, roles: readonly string[]): Rule {
  return { ...AT_AUTHORIZE, id: duty, kind: 'who-may', duty, roles };
}

function apart(...pairs: Extract<Rule, { kind: 'separate-duties' }>['pairs']): Rule {
  return separationRule({ pairs });
}

function approval(requirement: Requirement, distinctPeople = false): Rule {
  return approvalRule({ requirement, distinctPeople });
}

describe('steps', () => {
  it('can be taken while any are left', () => {
    const budget = { left: 5 };
    expect([spend(budget, 3), spend(budget, 2), spend(budget, 1), spend(budget, 0)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('of one question are so many at most, and no more of them are missing afterwards', () => {
    const budget = { left: 10 };
    const ask = (most: number, steps: number) =>
      within(budget, most, (own) => [own.left, spend(own, steps), budget.left]);
    expect([ask(4, 3), budget.left]).toEqual([[4, true, 10], 7]);
    expect([ask(4, 9), budget.left]).toEqual([[4, false, 7], 3]);
    expect([ask(4, 3), budget.left]).toEqual([[3, true, 3], 0]);
  });
});

/** Thirty people in thirty different positions, all of them on the board with three others; two owners besides. */
const POSITIONS = numbered(30, 'position');
const MANY: Holders = {
  ...Object.fromEntries(POSITIONS.map((role, index) => [role, [`person-${String(index)}`]])),
  owner: ['olga', 'otto'],
  board: [...numbered(30, 'person'), 'bea', 'bob', 'ben'],
};

const separated = apart(['requester', 'approver'], ['requester', 'implementer'], ['implementer', 'approver']);

describe('few steps', () => {
  // About a tenth more than are taken; who looks again at what cannot have changed takes far more.
  it.each<[string, readonly Rule[], Holders, number]>([
    [
      'for people who can stay where they are whoever proposes and whoever is away',
      [approval({ role: 'board' }), may('implementer', ['owner']), may('tester', POSITIONS), separated],
      MANY,
      1700,
    ],
    [
      'for duties and approvals of the same people',
      [approval({ atLeast: 2, role: 'board' }), may('implementer', ['board']), may('tester', POSITIONS), separated],
      MANY,
      970,
    ],
    [
      'for an approval that cannot be given whoever proposes',
      [
        approval(
          {
            allOf: [
              { atLeast: 30, role: 'board' },
              { atLeast: 4, role: 'board' },
            ],
          },
          true,
        ),
        may('tester', POSITIONS),
        separated,
      ],
      MANY,
      110,
    ],
    [
      'for a duty that nobody can have, beside others that many can',
      [
        may('implementer', POSITIONS),
        may('tester', POSITIONS),
        may('verifier', ['owner']),
        approval({ role: 'owner' }),
        apart(['verifier', 'approver']),
      ],
      { ...MANY, owner: ['olga'] },
      45,
    ],
  ])('are enough %s', (_name, rules, holders, mostSteps) => {
    expect(findDeadEnds(policyOf(rules), holders, { mostSteps }).notChecked).toEqual(EVERYTHING);
  });

  it.each<[string, Requirement, number, number]>([
    ['ten of twenty roles', { atLeast: 10, of: numbered(20, 'role').map((role) => ({ role })) }, 10, 3600],
    [
      'twelve times any of twelve roles',
      { allOf: numbered(12, 'part').map(() => ({ anyOf: numbered(12, 'role').map((role) => ({ role })) })) },
      12,
      2800,
    ],
  ])('are enough to fill %s, and to see that it cannot be filled', (_name, requirement, people, left) => {
    const supplies = (count: number) =>
      numbered(count, 'person').map(() => ({ roles: new Set(numbered(20, 'role')), count: 1 }));
    expect(seatingOf(requirement, supplies(people), new Map(), { left })).toEqual(numbered(people, '').map(() => 1));
    expect(seatingOf(requirement, supplies(people - 1), new Map(), { left })).toBeUndefined();
  });

  it('leave it open whether there is a dead end, and never say that there is none', () => {
    const policy = policyOf([
      may('implementer', ['owner']),
      may('tester', ['owner']),
      approval({ role: 'owner' }),
      apart(['implementer', 'tester'], ['implementer', 'approver'], ['tester', 'approver']),
    ]);
    const ends = Array.from({ length: 40 }, (_, mostSteps) => {
      const { deadEnds, notChecked } = findDeadEnds(policy, { owner: ['olga', 'otto'] }, { mostSteps, oneAway: false });
      return [deadEnds.length, notChecked.all.length];
    });
    const given = ends.findIndex(([found]) => found === 1);
    expect(given).toBeGreaterThan(6);
    expect(ends).toEqual(ends.map((_, mostSteps) => (mostSteps < given ? [0, 1] : [1, 0])));
  });
});

/**
 * So many of some posts, for each of which three people are wanted, each of whom could take one of two: a graph whose
 * edges are the people. It is not told in any time whether as many posts as half of them can be taken at once, unless
 * they can.
 */
function posts(count: number): {
  readonly requirement: Requirement;
  readonly holders: Readonly<Record<string, string[]>>;
} {
  const holders: Record<string, string[]> = Object.fromEntries(numbered(count, 'post').map((post) => [post, []]));
  const join = (one: number, other: number) => {
    for (const post of [one, other % count])
      holders[`post-${String(post)}`]?.push(`between-${String(one)}-${String(other)}`);
  };
  for (let post = 0; post < count; post += 1) join(post, post + 1);
  for (let post = 0; post < count / 2; post += 1) join(post, post + count / 2);
  const of = Object.keys(holders).map((role) => ({ atLeast: 3, role }));
  return { requirement: { atLeast: count / 2, of }, holders };
}

describe('an approval of which it cannot be told whether it can be given', () => {
  const check = (rules: readonly Rule[], holders: Holders) => {
    const policy: Policy = policyOf(rules);
    const { deadEnds, notChecked } = findDeadEnds(policy, holders, { oneAway: false });
    return [deadEnds, notChecked.all];
  };
  const told = [[], []];
  const open = [[], ['Normal']];

  it('leaves open whether changes get stuck', () => {
    const { requirement, holders } = posts(28);
    expect(check([approval(requirement, true)], holders)).toEqual(open);
    expect(check([approval(requirement)], holders)).toEqual(told);
    expect(
      check([approval(requirement, true), approvalRule({ id: 'none', requirement: { role: 'nobody' } })], holders),
    ).toEqual([[expect.objectContaining({ why: 'role-empty', roles: ['nobody'] })], []]);
  });

  it('leaves it open where whoever could give it alone has to have a duty, and only then', () => {
    const { requirement, holders } = posts(28);
    const asked = approval({ anyOf: [{ role: 'chair' }, requirement] }, true);
    const rules = [asked, may('implementer', ['helper']), apart(['implementer', 'approver'])];
    const helpedBy = (...helpers: readonly string[]) => ({ helper: helpers, chair: ['chad'], ...holders });
    expect(check(rules, helpedBy('chad'))).toEqual(open);
    expect(check(rules, helpedBy('chad', 'olga'))).toEqual(told);
    // Where olga verifies, chad implements; where chad does, olga can.
    const verified = [...rules, may('verifier', ['helper']), apart(['implementer', 'verifier'])];
    expect(check(verified, helpedBy('olga', 'chad'))).toEqual(told);
    expect(check(verified.toReversed(), helpedBy('olga', 'chad'))).toEqual(told);
    expect(check(verified, helpedBy('chad', 'olga'))).toEqual(told);
    const closed = [
      asked,
      may('implementer', ['helper', 'third']),
      may('verifier', ['helper']),
      may('closer', ['third']),
      apart(['implementer', 'approver'], ['implementer', 'verifier'], ['implementer', 'closer']),
    ];
    expect(check(closed, { ...helpedBy('olga', 'chad'), third: ['thea'] })).toEqual(told);
    const twice = [...rules, may('verifier', ['helper']), apart(['verifier', 'approver'])];
    expect(check([...twice, may('closer', ['helper'])], helpedBy('chad'))).toEqual(open);
  });

  it('does not leave open what is a dead end whether or not it can be given', () => {
    const { requirement, holders } = posts(28);
    const asked = approval({ anyOf: [{ role: 'chair' }, requirement] }, true);
    const tooFew = [may('tester', ['owner']), may('closer', ['owner']), apart(['tester', 'closer'])];
    const ends = [[expect.objectContaining({ ruleIds: ['tester', 'closer', 'separation'] })], []];
    expect(check([approval(requirement, true), ...tooFew], { owner: ['olga'], ...holders })).toEqual(ends);
    const barred = [may('implementer', ['helper']), { ...apart(['implementer', 'approver']), id: 'votes' }];
    const people = { helper: ['chad'], chair: ['chad'], owner: ['olga'], ...holders };
    expect(check([asked, ...barred, ...tooFew], people)).toEqual(ends);
  });

  it('while one person is away leaves that open, though it can be while everybody is there', () => {
    const { requirement, holders } = posts(28);
    const asked = approval({ anyOf: [{ role: 'chair' }, requirement] }, true);
    const { fragile, notChecked } = findDeadEnds(policyOf([asked]), { chair: ['chad'], ...holders });
    expect([fragile, notChecked]).toEqual([[], { all: [], oneAway: ['Normal'] }]);
  });
});
