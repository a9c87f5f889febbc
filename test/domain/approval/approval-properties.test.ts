import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { findApproval } from '../../../src/domain/approval/find-approval';
import type { Requirement } from '../../../src/domain/approval/requirement';
import type { Vote } from '../../../src/domain/approval/vote';
import { weighVotes } from '../../../src/domain/approval/weigh-votes';
import { planOf } from '../../../src/domain/change/plan-fingerprint';
import { changeFacts } from '../../builders/change-facts';
import { fixedSeed } from '../../builders/fixed-seed';
import { policyWith } from '../../builders/policies';
import { minute, voteOn } from '../../builders/votes';

const ROLES = ['owner', 'security', 'board'];
const facts = changeFacts();
const policy = policyWith([]);
const plan = planOf(facts, policy.materialFields);
const standing = voteOn(facts, policy);

function requirements(ordered: boolean): fc.Arbitrary<Requirement> {
  const { tree } = fc.letrec<{ tree: Requirement }>((tie) => {
    const parts = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
    const inOrder = ordered ? fc.boolean() : fc.constant(false);
    return {
      tree: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.record({ role: fc.constantFrom(...ROLES) }),
        fc.record({ allOf: parts, inOrder }),
        fc.record({ anyOf: parts }),
      ),
    };
  });
  return tree;
}

/** The person's number, and the roles in which the approval is given. */
const approval = fc.record({
  person: fc.integer({ min: 0, max: 5 }),
  roles: fc.subarray(ROLES, { minLength: 1 }),
});
interface Approval {
  readonly person: number;
  readonly roles: readonly string[];
}
const approvals = fc.uniqueArray(approval, { maxLength: 6, selector: ({ person }) => person });

function cast(given: readonly Approval[]): readonly Vote[] {
  return given.map(({ person, roles }, index) => ({
    ...standing,
    by: `account-${String(person)}`,
    roles,
    at: minute(index),
  }));
}

function isMet(requirement: Requirement, votes: readonly Vote[]): boolean {
  return findApproval(requirement, weighVotes(votes, 'authorize', plan, new Set())).met === 'yes';
}

/** Written down anew from the meaning: when a requirement becomes met by these approvals, each a role and an hour. */
function metAt(requirement: Requirement, given: readonly Approval[], after: number): number {
  if ('role' in requirement) {
    const found = given.findIndex(({ roles }, index) => index > after && roles.includes(requirement.role));
    return found === -1 ? Infinity : found;
  }
  if ('anyOf' in requirement) return Math.min(...requirement.anyOf.map((part) => metAt(part, given, after)));
  if (requirement.inOrder !== true) return Math.max(...requirement.allOf.map((part) => metAt(part, given, after)));
  return requirement.allOf.reduce((before, part) => metAt(part, given, before), after);
}

describe('any requirement and any approvals', () => {
  it('agree with the meaning, for every subset of the approvals', () => {
    fc.assert(
      fc.property(requirements(true), approvals, (requirement, given) => {
        for (let subset = 0; subset < 2 ** given.length; subset += 1) {
          const some = given.filter((_approval, index) => (subset & (2 ** index)) !== 0);
          if (isMet(requirement, cast(some)) !== metAt(requirement, some, -1) < Infinity) return false;
        }
        return true;
      }),
      fixedSeed(),
    );
  });

  it('stay met when one more person approves, whenever that is', () => {
    fc.assert(
      fc.property(requirements(true), approvals, approval, fc.nat(6), (requirement, given, more, place) => {
        fc.pre(isMet(requirement, cast(given)));
        const newcomer = { ...more, person: 99 };
        return isMet(requirement, cast([...given.slice(0, place), newcomer, ...given.slice(place)]));
      }),
      fixedSeed(300),
    );
  });

  it('do not depend on the order of the votes where the requirement asks for none', () => {
    fc.assert(
      fc.property(
        requirements(false),
        approvals.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
        ),
        (requirement, [given, shuffled]) => isMet(requirement, cast(given)) === isMet(requirement, cast(shuffled)),
      ),
      fixedSeed(300),
    );
  });

  it('are never met by people whose vote is void, withdrawn or barred', () => {
    fc.assert(
      fc.property(requirements(true), approvals, (requirement, given) => {
        const votes = cast(given);
        const barred = weighVotes(votes, 'authorize', plan, new Set(votes.map(({ by }) => by)));
        const otherPlan = planOf(changeFacts({ fields: { description: 'Another.' } }), policy.materialFields);
        const onOther = weighVotes(votes, 'authorize', otherPlan, new Set());
        const withdrawn = votes.map((vote): Vote => ({ ...vote, decision: 'withdraw', at: minute(30) }));
        const taken = weighVotes([...votes, ...withdrawn], 'authorize', plan, new Set());
        return [barred, onOther, taken].every((counts) => findApproval(requirement, counts).met === 'no');
      }),
      fixedSeed(),
    );
  });
});
