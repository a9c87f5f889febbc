import { countedVoices } from '../../approval/counted-voices';
import { dateApproval } from '../../approval/find-approval';
import { voicesAtPoint } from '../../approval/kept-weights';
import { partsOf, type Requirement } from '../../approval/requirement';
import { scalesOf } from '../../approval/scales';
import { findDeclines } from '../../approval/standing-declines';
import type { Vote } from '../../approval/vote';
import { findWait } from '../../approval/waiting-period';
import { weighVotes, type VoteCount } from '../../approval/weigh-votes';
import type { ChangeFacts } from '../../change/change-facts';
import { editedParts, partDigestsOf } from '../../change/plan-fingerprint';
import type { Finding } from '../evaluation';
import { notKnown } from '../not-known';
import type { Policy } from '../policy';
import type { RuleKind } from '../rule';

/**
 * The requirement is met by votes cast for its point, on the plan as it stands, has been for as long as the rule asks, and
 * nobody entitled has declined. While part of the plan cannot be read, nobody knows whether it is the plan that was
 * approved.
 */
export const approval: RuleKind<'approval'> = {
  kind: 'approval',
  evaluate: (rule, context) => {
    const unread = context.weights.unread(rule.point, context);
    if (unread.length > 0) return unread.map(notKnown);
    const { policy, facts, instant } = context;
    const voices = countedVoices(rule, voicesAtPoint(context, rule.point), instant);
    const editedSince = (vote: Vote) => editedParts(vote.partDigests, context.weights.partDigests(context));
    const terms = { facts, distinctPeople: rule.distinctPeople, editedSince };
    const { finding, metAt } = dateApproval(rule.requirement, voices, terms);
    const findings: Finding[] = [finding];
    if (rule.wait !== undefined && metAt !== undefined) {
      findings.push(findWait(rule.wait, metAt, instant, policy.calendar.businessHours));
    }
    for (const decline of findDeclines(rule, voices)) findings.push(decline);
    return findings;
  },
  needs: ({ requirement }) => ({ sizes: [...new Set(sharedRoles(requirement))] }),
};

/** The roles of which a share has to approve. */
function sharedRoles(requirement: Requirement): readonly string[] {
  return 'percent' in requirement ? [requirement.role] : partsOf(requirement).flatMap(sharedRoles);
}

/** Every vote on the change, in the order in which they were cast, each with its weight for the gate it was cast for. */
export function weighAllVotes(policy: Policy, facts: ChangeFacts, votes: readonly Vote[]): readonly VoteCount[] {
  const scales = scalesOf({ policy, facts });
  const now = partDigestsOf(facts, policy.materialFields);
  const gates = [...new Set(votes.map(({ gate }) => gate))];
  return gates
    .flatMap((gate) => weighVotes(votes, scales, gate))
    .sort((one, other) => one.place - other.place)
    .map(({ vote, weight }) => ({ vote, weight, edited: weight === 'void' ? editedParts(vote.partDigests, now) : [] }));
}
