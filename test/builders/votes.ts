import { voicesAtPoint } from '../../src/domain/approval/kept-weights';
import type { Voice } from '../../src/domain/approval/voice';
import type { ApprovalSheet, Vote } from '../../src/domain/approval/vote';
import type { ChangeFacts } from '../../src/domain/change/change-facts';
import { planOf } from '../../src/domain/change/plan-fingerprint';
import type { Policy } from '../../src/domain/policy/policy';
import { policyHash } from '../../src/domain/policy/policy-in-force';
import { changeFacts, fingerprinted } from './change-facts';
import { policyWith } from './policies';

/** A moment on the morning of 2 March 2026, `minute` minutes after nine. */
export function minute(count: number): string {
  return new Date(Date.UTC(2026, 2, 2, 9, count)).toISOString();
}

/** An approval at Authorize by a service owner, cast on the plan as these facts have it. */
export function voteOn(facts: ChangeFacts, policy: Policy, overrides: Partial<Vote> = {}): Vote {
  const plan = planOf(facts, policy.materialFields);
  return {
    by: 'account-owner',
    account: 'human',
    decision: 'approve',
    at: minute(0),
    gate: 'authorize',
    roles: ['owner'],
    delegated: [],
    comment: '',
    policyHash: policyHash(policy),
    fingerprint: plan.fingerprint,
    partDigests: plan.partDigests(),
    ...overrides,
  };
}

/** The facts with these votes on them, each cast on the plan as the policy sees it; oldest first, a minute apart. */
export function withVotes(facts: ChangeFacts, policy: Policy, votes: readonly Partial<Vote>[]): ChangeFacts {
  const cast = votes.map((vote, index) => voteOn(facts, policy, { at: minute(index), ...vote }));
  return { ...fingerprinted(facts, policy.materialFields), votes: { state: 'known', value: cast } };
}

export function sheetOf(changeId: string, votes: readonly Vote[]): ApprovalSheet {
  return { changeId, revision: votes.length, votes };
}

/** The voices of these votes, all cast at Authorize on the plan as it stands; oldest first, a minute apart. */
export function voicesOf(votes: readonly Partial<Vote>[], delegation: Policy['delegation'] = 'none'): readonly Voice[] {
  const policy = policyWith([], { delegation });
  return voicesAtPoint({ policy, facts: withVotes(changeFacts(), policy, votes) }, 'authorize');
}

/** A vote by somebody, in these roles. */
export function by(person: string, ...roles: readonly string[]): Partial<Vote> {
  return { by: person, roles };
}
