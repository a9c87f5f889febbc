import type { ChangeFacts } from '../../change/change-facts';
import type { Policy } from '../policy';
import { weighVotes, type VoteCount } from '../../approval/weigh-votes';
import { findApproval, standingDeclines } from '../../approval/find-approval';
import type { Vote } from '../../approval/vote';
import { planOf } from '../../change/plan-fingerprint';
import { holds } from '../condition';
import type { Finding } from '../evaluation';
import type { RuleContext, RuleKind } from '../rule';
import { findField } from './required-fields';

/**
 * The requirement is met by votes cast for its point, on the plan as it stands, and nobody entitled has declined. While
 * part of the plan cannot be read, nobody knows whether it is the plan that was approved.
 */
export const approval: RuleKind<'approval'> = {
  kind: 'approval',
  evaluate: (rule, context) => {
    const votes = context.facts.votes;
    if (votes.state === 'unknown') {
      return [
        {
          met: 'unknown',
          reason: { code: 'votes-unknown', cause: votes.cause },
          remedy: { do: 'mend-lookup', cause: votes.cause },
        },
      ];
    }
    const unread = unreadParts(context);
    if (unread.length > 0) return unread;
    const counts = weighVotesAtPoint({ ...context, gate: rule.point }, votes.value);
    const declines = standingDeclines(rule.requirement, counts).map(({ vote }): Finding => ({
      met: 'no',
      reason: { code: 'declined', by: vote.by, at: vote.at, roles: vote.roles },
      remedy: { do: 'settle-decline', by: vote.by },
    }));
    return [findApproval(rule.requirement, counts), ...declines];
  },
};

/** What of the plan, the requesters included, could not be read. */
function unreadParts({ policy, facts }: RuleContext): readonly Finding[] {
  const { requesters } = facts;
  const fields = policy.materialFields.map((field) => findField(facts, field)).filter(({ met }) => met === 'unknown');
  if (requesters.state === 'known') return fields;
  const { cause } = requesters;
  return [
    { met: 'unknown', reason: { code: 'requesters-unknown', cause }, remedy: { do: 'mend-lookup', cause } },
    ...fields,
  ];
}

/** Every vote cast for the gate of the context, with its weight under the policy and on the plan as it stands. */
export function weighVotesAtPoint(context: RuleContext, votes: readonly Vote[]): readonly VoteCount[] {
  const plan = planOf(context.facts, context.policy.materialFields);
  return weighVotes(votes, context.gate, plan, barredVoters(context));
}

/** Every vote on the change, in the order in which they were cast, each with its weight for the gate it was cast for. */
export function weighAllVotes(policy: Policy, facts: ChangeFacts, votes: readonly Vote[]): readonly VoteCount[] {
  const gates = [...new Set(votes.map(({ gate }) => gate))];
  const weighed = gates.flatMap((gate) => weighVotesAtPoint({ policy, facts, gate }, votes));
  return votes.flatMap((cast) => weighed.filter(({ vote }) => vote === cast));
}

/** The people whose vote for this gate does not count: the requesters, where the policy separates the duties. */
export function barredVoters({ policy, facts, gate }: RuleContext): ReadonlySet<string> {
  const separated = policy.rules.some(
    (rule) =>
      rule.kind === 'requester-is-not-approver' &&
      rule.gates.includes(gate) &&
      (rule.when === undefined || holds(rule.when, facts) !== 'no'),
  );
  return new Set(separated && facts.requesters.state === 'known' ? facts.requesters.value : []);
}
