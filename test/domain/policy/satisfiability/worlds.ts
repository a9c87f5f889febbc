import fc from 'fast-check';
import type { Requirement } from '../../../../src/domain/approval/requirement';
import type { Duty, DutyPair } from '../../../../src/domain/policy/duty';
import type { Policy } from '../../../../src/domain/policy/policy';
import type { Rule } from '../../../../src/domain/policy/policy-rule';
import { policyWith } from '../../../builders/policies';

/** A policy whose rules are all about people, and who holds its roles. */
export interface World {
  readonly policy: Policy;
  readonly holders: Readonly<Record<string, readonly string[]>>;
}

const ROLES = ['owner', 'security', 'board'] as const;
const PEOPLE = ['ana', 'ben', 'cem', 'dia'] as const;

const role = fc.constantFrom(...ROLES);
const roles = fc.uniqueArray(role, { minLength: 1, maxLength: 2 });
const gates = fc.constantFrom<Rule['gates'][]>(['authorize'], ['implement'], ['close'], ['authorize', 'close']);
const block = { clauses: [], strength: 'block' } as const;

const leaf: fc.Arbitrary<Requirement> = fc.oneof(
  fc.record({ role }),
  fc.record({ atLeast: fc.integer({ min: 1, max: 3 }), role }),
  fc.record({ percent: fc.constantFrom(1, 34, 50, 51, 100), role }),
);

const { nested } = fc.letrec<{ nested: Requirement }>((tie) => ({
  nested: fc.oneof({ maxDepth: 2, depthSize: 'small', withCrossShrink: true }, leaf, ...composed(tie('nested'))),
}));

/** Something of few people. */
const modest = fc.oneof(fc.record({ role }), leaf, ...composed(fc.record({ role })));

function composed(part: fc.Arbitrary<Requirement>): fc.Arbitrary<Requirement>[] {
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  return [
    fc.record({ allOf: parts }),
    fc.record({ allOf: parts, inOrder: fc.constant(true) }),
    fc.record({ anyOf: parts }),
    fc.record({ atLeast: fc.integer({ min: 1, max: 3 }), of: parts }),
  ];
}

function approvalOf(requirement: fc.Arbitrary<Requirement>): fc.Arbitrary<Rule> {
  return fc
    .record({
      at: fc.constantFrom('authorize', 'close'),
      again: fc.boolean(),
      requirement,
      distinctPeople: fc.boolean(),
    })
    .map(({ at, again, requirement: asked, distinctPeople }): Rule => {
      const point = at === 'authorize' ? 'authorize' : 'close';
      const looked: Rule['gates'] = again && point === 'authorize' ? ['authorize', 'close'] : [point];
      return { ...block, id: 'approval', kind: 'approval', point, gates: looked, requirement: asked, distinctPeople };
    });
}

/** Few duties, so that everything can be tried. */
function dutyRules(duties: readonly Duty[]): fc.Arbitrary<Rule> {
  const duty = fc.constantFrom(...duties);
  const pairs = fc
    .uniqueArray(duty, { minLength: 2, maxLength: 2 })
    .map(([one = 'requester', other = 'approver']): DutyPair[] => [[one, other]]);
  return fc.oneof(
    fc.record({ gates, pairs }).map((rule): Rule => ({ ...block, ...rule, id: 'apart', kind: 'separate-duties' })),
    fc.record({ gates, pairs }).map((rule): Rule => ({ ...block, ...rule, id: 'same', kind: 'same-person' })),
    fc.record({ gates, duty, roles }).map((rule): Rule => ({ ...block, ...rule, id: 'may', kind: 'who-may' })),
    fc
      .record({ gates, by: fc.oneof(fc.record({ duty }), fc.record({ roles })) })
      .map((rule): Rule => ({ ...block, ...rule, id: 'author', kind: 'authorship', fields: ['riskAssessment'] })),
  );
}

const duties = fc.constantFrom<Duty[][]>(
  ['requester', 'approver'],
  ['requester', 'approver', 'implementer'],
  ['requester', 'approver', 'verifier'],
  ['approver', 'tester', 'closer'],
  ['requester', 'approver', 'implementer', 'verifier'],
);

function worldOf(
  approvals: fc.Arbitrary<readonly Rule[]>,
  others: fc.Arbitrary<readonly Rule[]>,
  holders: fc.Arbitrary<World['holders']>,
): fc.Arbitrary<World> {
  return fc.tuple(approvals, others, holders).map(([asked, besides, held]) => ({
    policy: policyWith(
      [...asked, ...besides].map((rule, index) => ({ ...rule, id: `${rule.id}-${String(index)}` })),
      { changeTypes: [{ id: 'Normal', description: '', emergency: false }] },
    ),
    holders: held,
  }));
}

function heldBy(some: fc.Arbitrary<readonly string[]>): fc.Arbitrary<World['holders']> {
  return fc.record({ owner: some, security: some, board: some });
}

export const world: fc.Arbitrary<World> = worldOf(
  fc.array(approvalOf(nested), { maxLength: 2 }),
  duties.chain((some) => fc.array(dutyRules(some), { maxLength: 4 })),
  heldBy(fc.subarray([...PEOPLE])),
);

/** Where most changes get through, but hardly with people to spare. */
export const livelyWorld: fc.Arbitrary<World> = worldOf(
  fc.array(approvalOf(modest), { minLength: 1, maxLength: 2 }),
  duties.chain((some) => fc.array(dutyRules(some), { minLength: 1, maxLength: 3 })),
  heldBy(fc.subarray([...PEOPLE], { minLength: 1, maxLength: 3 })),
);
