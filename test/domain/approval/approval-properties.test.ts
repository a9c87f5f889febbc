import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { dateApproval } from '../../../src/domain/approval/find-approval';
import { rolesIn, type Requirement } from '../../../src/domain/approval/requirement';
import type { Voice } from '../../../src/domain/approval/voice';
import { known } from '../../../src/domain/change/change-facts';
import { changeFacts } from '../../builders/change-facts';
import { fixedSeed } from '../../builders/fixed-seed';
import { policyWith } from '../../builders/policies';
import { minute, voteOn } from '../../builders/votes';
import { completions, subsets, type Given } from './brute-force';

const ROLES = ['owner', 'security', 'board'];
const PEOPLE = ['ann', 'ben', 'cat', 'dan'];
const SIZES: Readonly<Record<string, number>> = { owner: 2, security: 3, board: 4 };
const roleSizes = Object.fromEntries(ROLES.map((role) => [role, known(SIZES[role] ?? 0)]));
const standing = voteOn(changeFacts(), policyWith());

const role = fc.constantFrom(...ROLES);

interface Kinds {
  readonly ordered: boolean;
  readonly shares: boolean;
}

function requirements({ ordered, shares }: Kinds): fc.Arbitrary<Requirement> {
  const { tree } = fc.letrec<{ tree: Requirement }>((tie) => {
    const parts = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
    const inOrder = ordered ? fc.boolean() : fc.constant(false);
    const leaves: fc.Arbitrary<Requirement>[] = [
      fc.record({ role }),
      fc.record({ role, atLeast: fc.integer({ min: 1, max: 3 }) }),
      ...(shares ? [fc.record({ role, percent: fc.constantFrom(1, 34, 50, 51, 100) })] : []),
    ];
    return {
      tree: fc.oneof(
        { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
        fc.oneof(...leaves),
        fc.record({ allOf: parts, inOrder }),
        fc.record({ anyOf: parts }),
        fc.record({ atLeast: fc.integer({ min: 1, max: 3 }), of: parts }),
      ),
    };
  });
  return tree;
}

/** One person's approval, or, where two people are named, that of the first in the name of the second. */
const approval = fc.record({
  by: fc.constantFrom(...PEOPLE),
  for: fc.option(fc.constantFrom(...PEOPLE), { nil: undefined, freq: 4 }),
  roles: fc.subarray(ROLES, { minLength: 1 }),
});
type Approval = typeof approval extends fc.Arbitrary<infer T> ? T : never;
const approvals = fc.array(approval, { maxLength: 5 });

function given(list: readonly Approval[]): readonly Given[] {
  return list.map(({ by, for: holder = by, roles }, place) => ({ by, holder, roles, place }));
}

function voices(list: readonly Given[]): readonly Voice[] {
  return list.map(({ by, holder, roles, place }) => ({
    vote: { ...standing, by, roles, at: minute(place) },
    place,
    holder,
    roles,
    weight: 'stands',
  }));
}

function ofRole(percent: number, name: string): number {
  return Math.max(1, Math.ceil((percent * (SIZES[name] ?? 0)) / 100));
}

/** Whether the app and the meaning agree, and since when: the earliest of all ways there are. */
function agree(requirement: Requirement, list: readonly Given[], distinct: boolean): boolean {
  const { finding, metAt } = dateApproval(requirement, voices(list), {
    facts: { roleSizes },
    distinctPeople: distinct,
  });
  const ends = completions(requirement, { given: list, distinct, needed: ofRole });
  if (ends.length === 0) return finding.met === 'no' && metAt === undefined;
  return finding.met === 'yes' && metAt === minute(Math.min(...ends));
}

/** Whether approvals can meet a requirement if every share is so many people. */
function isPossible(requirement: Requirement, list: readonly Given[], needed: number, distinct = false): boolean {
  return completions(requirement, { given: list, distinct, needed: () => needed }).length > 0;
}

describe('any requirement and any approvals', () => {
  it.each([false, true])(
    'agree with the meaning, for every subset of the approvals (different people: %s)',
    (distinct) => {
      fc.assert(
        fc.property(requirements({ ordered: true, shares: true }), approvals, (requirement, list) =>
          subsets(given(list)).every((some) => agree(requirement, some, distinct)),
        ),
        fixedSeed(400),
      );
    },
  );

  it('are not known where the size of a share decides, and nowhere else', () => {
    fc.assert(
      fc.property(requirements({ ordered: false, shares: true }), approvals, (requirement, list) => {
        const { finding } = dateApproval(requirement, voices(given(list)), { facts: {} });
        if (isPossible(requirement, given(list), Infinity)) return finding.met === 'yes';
        return finding.met === (isPossible(requirement, given(list), 0) ? 'unknown' : 'no');
      }),
      fixedSeed(400),
    );
  });

  it('are met only if they are whatever the size of a share, also in an order and by different people', () => {
    fc.assert(
      fc.property(
        requirements({ ordered: true, shares: true }),
        approvals,
        fc.boolean(),
        (requirement, list, distinct) => {
          const { finding } = dateApproval(requirement, voices(given(list)), { facts: {}, distinctPeople: distinct });
          const isSure = isPossible(requirement, given(list), Infinity, distinct);
          if (finding.met === 'unknown' && !isPossible(requirement, given(list), 0)) return false;
          return (finding.met === 'yes') === isSure;
        },
      ),
      fixedSeed(400),
    );
  });

  it('stay met when one more approval comes in the end, and since when they were', () => {
    fc.assert(
      fc.property(
        requirements({ ordered: true, shares: true }),
        fc.array(approval, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (requirement, list, distinctPeople) => {
          const terms = { facts: { roleSizes }, distinctPeople };
          const all = voices(given(list));
          const before = dateApproval(requirement, all.slice(0, -1), terms);
          fc.pre(before.finding.met === 'yes');
          const after = dateApproval(requirement, all, terms);
          return after.finding.met === 'yes' && after.metAt === before.metAt;
        },
      ),
      fixedSeed(1000),
    );
  });

  it('do not depend on the order of the approvals where the requirement asks for none', () => {
    fc.assert(
      fc.property(
        requirements({ ordered: false, shares: true }),
        approvals.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        fc.boolean(),
        (requirement, [list, shuffled], distinctPeople) => {
          const terms = { facts: { roleSizes }, distinctPeople };
          const [one, other] = [list, shuffled].map((votes) => dateApproval(requirement, voices(given(votes)), terms));
          return one?.finding.met === other?.finding.met;
        },
      ),
      fixedSeed(300),
    );
  });

  it('are never met by approvals without weight, and say that they have none', () => {
    fc.assert(
      fc.property(requirements({ ordered: true, shares: false }), approvals, (requirement, list) => {
        const terms = { facts: {} };
        const spoiled = voices(given(list)).map((voice): Voice => ({ ...voice, weight: 'void' }));
        return dateApproval(requirement, spoiled, terms).finding.met === 'no';
      }),
      fixedSeed(),
    );
  });

  it('leave a person to ask, in a role of the requirement, in every part that is not met', () => {
    fc.assert(
      fc.property(requirements({ ordered: true, shares: true }), approvals, (requirement, list) => {
        const roles = rolesIn(requirement);
        const leaves = [dateApproval(requirement, voices(given(list)), { facts: { roleSizes } }).finding];
        for (const finding of leaves) {
          if (finding.parts !== undefined) leaves.push(...finding.parts);
          else if (finding.met !== 'yes') {
            const { remedy } = finding;
            const isAsked = remedy?.do === 'approve' || remedy?.do === 'approve-by-more';
            if (!isAsked || !roles.includes(remedy.role)) return false;
          }
        }
        return true;
      }),
      fixedSeed(300),
    );
  });
});
