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

const { requirement } = fc.letrec<{ requirement: Requirement; leaf: Requirement }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ role }),
    fc.record({ atLeast: fc.integer({ min: 1, max: 3 }), role }),
    fc.record({ percent: fc.constantFrom(1, 34, 50, 51, 100), role }),
  ),
  requirement: fc.oneof(
    { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({ allOf: parts(tie('requirement')) }),
    fc.record({ allOf: parts(tie('requirement')), inOrder: fc.constant(true) }),
    fc.record({ anyOf: parts(tie('requirement')) }),
    fc.record({ atLeast: fc.integer({ min: 1, max: 3 }), of: parts(tie('requirement')) }),
  ),
}));

function parts(part: fc.Arbitrary<Requirement>): fc.Arbitrary<Requirement[]> {
  return fc.array(part, { minLength: 1, maxLength: 3 });
}

const approval: fc.Arbitrary<Rule> = fc
  .record({ at: fc.constantFrom('authorize', 'close'), again: fc.boolean(), requirement, distinctPeople: fc.boolean() })
  .map(({ at, again, requirement: asked, distinctPeople }): Rule => {
    const point = at === 'authorize' ? 'authorize' : 'close';
    const looked: Rule['gates'] = again && point === 'authorize' ? ['authorize', 'close'] : [point];
    return { ...block, id: 'approval', kind: 'approval', point, gates: looked, requirement: asked, distinctPeople };
  });

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

const holders = fc.record({
  owner: fc.subarray([...PEOPLE]),
  security: fc.subarray([...PEOPLE]),
  board: fc.subarray([...PEOPLE]),
});

export const world: fc.Arbitrary<World> = fc
  .tuple(
    fc.array(approval, { minLength: 0, maxLength: 2 }),
    duties.chain((some) => fc.array(dutyRules(some), { maxLength: 4 })),
    holders,
  )
  .map(([approvals, others, held]) => ({
    policy: policyWith(
      [...approvals, ...others].map((rule, index) => ({ ...rule, id: `${rule.id}-${String(index)}` })),
      { changeTypes: [{ id: 'Normal', description: '', emergency: false }] },
    ),
    holders: held,
  }));
