import { describe, expect, it } from '@jest/globals';
import { known } from '../../../src/domain/change/change-facts';
import type { Rule } from '../../../src/domain/policy/policy-rule';
import { decideState } from '../../../src/domain/shown-state/decide-state';
import { sinceWhen } from '../../../src/domain/shown-state/change-state';
import { changeFacts, unread, type FactsOverrides } from '../../builders/change-facts';
import { approvalRule, AT_AUTHORIZE, policyWith } from '../../builders/policies';
import { minute, withVotes } from '../../builders/votes';

const NOW = '2026-03-02T12:00:00.000Z';
const PLAN_NEEDED: Rule = {
  ...AT_AUTHORIZE,
  id: 'plan',
  kind: 'required-fields',
  fields: ['testPlan', 'rollbackSteps'],
};
const ONE = policyWith([approvalRule()]);
const BOTH = policyWith([approvalRule(), PLAN_NEEDED]);
const TWO_ROLES = policyWith([approvalRule({ requirement: { allOf: [{ role: 'owner' }, { role: 'board' }] } })]);
const WAIT = policyWith([approvalRule({ wait: { hours: 24 } })]);

function stateOf(policy: typeof ONE, facts: FactsOverrides) {
  return decideState(policy, changeFacts(facts), NOW);
}

describe('the state of a change', () => {
  it.each<[string, typeof ONE, FactsOverrides, object]>([
    ['ready where the gate ahead would let it pass', ONE, { stage: 'draft' }, { verdict: 'ready', gate: 'submit', open: 0, roles: [] }],
    ['waiting where an approval is all that is missing', ONE, { stage: 'assessment' }, { verdict: 'waiting', gate: 'authorize', open: 1, roles: ['owner'] }],
    ['waiting for each role that is asked', TWO_ROLES, { stage: 'assessment' }, { verdict: 'waiting', open: 2, roles: ['owner', 'board'] }],
    ['blocked where something is missing besides', BOTH, { stage: 'assessment', fields: { rollbackSteps: null } }, { verdict: 'blocked', gate: 'authorize', open: 2, roles: ['owner'] }],
    ['blocked where something is missing and something else unknown', policyWith([PLAN_NEEDED]), { stage: 'assessment', fields: { rollbackSteps: null, testPlan: unread('Test plan') } }, { verdict: 'blocked', open: 2 }],
    ['unknown where nothing but what cannot be read is in the way', policyWith([PLAN_NEEDED]), { stage: 'assessment', fields: { testPlan: unread('Test plan') } }, { verdict: 'unknown', gate: 'authorize', open: 1 }],
    ['unknown where its status is none of a change', ONE, { stage: unread('Status') }, { verdict: 'unknown', gate: null, open: 0 }],
    ['closed once it is', ONE, { stage: 'rejected' }, { verdict: 'closed', gate: null, closedAs: 'rejected' }],
    ['ungoverned outside of the scope of the policy', policyWith([PLAN_NEEDED], { scope: { projects: ['OPS'] } }), { stage: 'assessment', fields: { testPlan: null } }, { verdict: 'ungoverned', gate: null, missing: [] }],
  ])('is %s', (_what, policy, facts, expected) => {
    expect(stateOf(policy, facts)).toMatchObject(expected);
  }); // prettier-ignore

  it('is waiting while an approval that was given has to stand for a while, and for nobody', () => {
    const voted = withVotes(changeFacts({ stage: 'assessment' }), WAIT, [{}]);
    expect(decideState(WAIT, voted, NOW)).toMatchObject({ verdict: 'waiting', open: 1, roles: [] });
  });

  it('is blocked, not waiting, once somebody entitled has declined', () => {
    const declined = withVotes(changeFacts({ stage: 'assessment' }), ONE, [{ decision: 'decline' }]);
    expect(decideState(ONE, declined, NOW).verdict).toBe('blocked');
  });

  it('does not count a reason that could be given instead among what is missing', () => {
    const warning = policyWith([{ ...PLAN_NEEDED, strength: 'warn' }]);
    const { verdict, missing } = stateOf(warning, { stage: 'assessment', fields: { rollbackSteps: null } });
    expect([verdict, missing.map(({ remedy }) => remedy?.do)]).toEqual(['blocked', ['fill-field']]);
  });

  it('names the first duty with a term that is not done, whether or not the change is closed', () => {
    const clock = {
      title: 'Documented',
      clauses: ['T-1'],
      from: 'implementation-end' as const,
      doneWhenFilled: ['verification'],
    };
    const clocks = [
      { ...clock, id: 'late', within: { hours: 48 } },
      { ...clock, id: 'soon', within: { hours: 24 } },
      { ...clock, id: 'done', within: { hours: 1 }, doneWhenFilled: ['summary'] },
    ];
    const milestones = known({ createdAt: minute(0), implementedFrom: minute(0), implementedUntil: minute(1) });
    const policy = policyWith([], { clocks });
    const open = { milestones, fields: { verification: null } };
    expect(stateOf(policy, { ...open, stage: 'verification' }).due).toBe('2026-03-03T09:01:00.000Z');
    expect(stateOf(policy, { ...open, stage: 'closed' }).due).toBe('2026-03-03T09:01:00.000Z');
    expect(stateOf(policy, { milestones, stage: 'closed', fields: { verification: 'Seen.' } }).due).toBeNull();
  });
});

describe('since when it stands so', () => {
  const decided = { verdict: 'waiting', gate: 'authorize' } as const;
  it.each([
    ['since it reached its stage, where nothing was said of it before', undefined, minute(1)],
    ['since what was said before, where gate and verdict are the same', { ...decided, since: minute(2) }, minute(2)],
    ['now, where the verdict is another', { ...decided, verdict: 'blocked', since: minute(2) } as const, NOW],
    ['now, where the gate is another', { ...decided, gate: 'submit', since: minute(2) } as const, NOW],
  ])('is %s', (_what, before, since) => {
    expect(sinceWhen(decided, before, minute(1), NOW)).toBe(since);
  });
});
