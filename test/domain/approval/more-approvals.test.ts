import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { Requirement } from '../../../src/domain/approval/requirement';
import type { Vote, VoteDecision } from '../../../src/domain/approval/vote';
import { known } from '../../../src/domain/change/change-facts';
import type { RuleOf } from '../../../src/domain/policy/policy-rule';
import { approval } from '../../../src/domain/policy/rules/approval';
import { changeFacts } from '../../builders/change-facts';
import { fixedSeed } from '../../builders/fixed-seed';
import { approvalRule, policyWith, separationRule } from '../../builders/policies';
import { ruleContext } from '../../builders/rule-context';
import { minute, voteOn } from '../../builders/votes';

const ROLES = ['owner', 'security', 'board'];
const PEOPLE = ['ann', 'ben', 'cat', 'account-requester'];
const NOW = 6;
const policy = policyWith([separationRule()], { delegation: { longestDays: 1 } });
const facts = changeFacts({ roleSizes: Object.fromEntries(ROLES.map((role) => [role, known(3)])) });
const standing = voteOn(facts, policy);

const vote: fc.Arbitrary<Partial<Vote>> = fc.record({
  by: fc.constantFrom(...PEOPLE),
  account: fc.constantFrom<Vote['account']>('human', 'human', 'human', 'app', 'unknown'),
  decision: fc.constantFrom<VoteDecision>('approve', 'approve', 'approve', 'approve', 'decline', 'withdraw'),
  roles: fc.subarray(ROLES),
  gate: fc.constantFrom('authorize', 'authorize', 'authorize', 'close'),
  delegated: fc.array(
    fc.record({
      role: fc.constantFrom(...ROLES),
      of: fc.constantFrom(...PEOPLE),
      since: fc.constant(minute(0)),
      until: fc.constantFrom(minute(3), minute(60)),
    }),
    { maxLength: 1 },
  ),
});

const REQUIREMENTS: readonly Requirement[] = [
  { role: 'owner' },
  { allOf: [{ role: 'owner' }, { role: 'security' }], inOrder: true },
  { allOf: [{ role: 'owner' }, { anyOf: [{ role: 'security' }, { role: 'board' }] }] },
  { atLeast: 2, of: [{ role: 'owner' }, { role: 'security' }, { role: 'board' }] },
  {
    anyOf: [
      { atLeast: 2, role: 'board' },
      { allOf: [{ role: 'owner' }, { role: 'board' }], inOrder: true },
    ],
  },
  { percent: 50, role: 'owner' },
];

const options: fc.Arbitrary<Partial<RuleOf<'approval'>>> = fc
  .record({
    requirement: fc.constantFrom(...REQUIREMENTS),
    veto: fc.constantFrom<RuleOf<'approval'>['veto']>(undefined, 'nobody', ['board']),
    wait: fc.constantFrom(undefined, { hours: 0 }, { hours: 2 / 60 }),
    expiresAfterHours: fc.constantFrom(undefined, 3 / 60, 1),
    humansOnly: fc.boolean(),
    distinctPeople: fc.boolean(),
  })
  .map((rule) => Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)));

function isMet(rule: Partial<RuleOf<'approval'>>, votes: readonly Partial<Vote>[]): boolean {
  const cast = votes.map((one, index): Vote => ({ ...standing, ...one, at: minute(index) }));
  const context = ruleContext({ facts: { ...facts, votes: known(cast) }, policy, instant: minute(NOW) });
  return approval.evaluate(approvalRule(rule), context).every(({ met }) => met === 'yes');
}

describe('one more approval at the end', () => {
  it('never stops a change that nothing stopped before, whoever gives it and whatever the rule asks for', () => {
    fc.assert(
      fc.property(options, fc.array(vote, { minLength: 1, maxLength: 6 }), vote, (rule, votes, more) => {
        fc.pre(isMet(rule, votes));
        return isMet(rule, [...votes, { ...more, decision: 'approve' }]);
      }),
      fixedSeed(400),
    );
  });
});
