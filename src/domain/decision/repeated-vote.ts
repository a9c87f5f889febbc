import { keepWeights } from '../approval/kept-weights';
import { scalesOf } from '../approval/scales';
import type { Vote } from '../approval/vote';
import { weighVotes } from '../approval/weigh-votes';
import { canonicalJson } from '../canonical';
import { known } from '../change/change-facts';
import type { RuleContext } from '../policy/rule';
import { approval } from '../policy/rules/approval';
import type { ApprovalPoint } from './approval-point';

/**
 * Whether a vote says what the voter's standing vote says already. An approval says something new in a role that the
 * standing one was not given in, and where it changes what the rules find: after one that came before its turn, or that
 * has expired.
 */
export function isRepeated(vote: Vote, { rules }: ApprovalPoint, context: RuleContext): boolean {
  const { votes } = context.facts;
  if (votes.state === 'unknown') return false;
  const standing = weighVotes(votes.value, scalesOf(context), vote.gate)
    .filter(({ weight }) => weight === 'stands')
    .map((weighed) => weighed.vote)
    .filter(({ by, decision }) => by === vote.by && decision === vote.decision);
  if (standing.length === 0) return false;
  if (vote.decision === 'decline') return true;
  if (!vote.roles.every((role) => standing.some(({ roles }) => roles.includes(role)))) return false;
  if (!vote.delegated.every((one) => standing.some(({ delegated }) => delegated.some((other) => isSame(one, other))))) {
    return false;
  }
  const counted = { ...context, facts: { ...context.facts, votes: known([...votes.value, vote]) } };
  return rules.every((rule) => found(rule, counted) === found(rule, context));
}

function isSame(one: Vote['delegated'][number], other: Vote['delegated'][number]): boolean {
  return one.role === other.role && one.of === other.of;
}

/** What a rule finds, as a text that is the same for the same findings. */
function found(rule: ApprovalPoint['rules'][number], context: RuleContext): string {
  return canonicalJson(approval.evaluate(rule, { ...context, weights: keepWeights() }));
}
