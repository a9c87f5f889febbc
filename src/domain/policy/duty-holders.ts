import { voicesAtPoint, type KeepingContext } from '../approval/kept-weights';
import { rolesIn } from '../approval/requirement';
import { unreadVotes } from '../approval/unread-votes';
import { known, type Fact } from '../change/change-facts';
import type { AccountId } from '../change/identity';
import { holds } from './holds';
import type { Duty } from './duty';
import { namedFor } from './named-duty';
import type { ApprovalRule } from './policy-rule';

/**
 * Who has a duty: people, each once; nobody yet (an empty list); or not known. Approvers are those whose approval stands
 * at the point of an approval rule that applies to the change, in a role that this rule asks for, also where it has
 * expired since; they are not known while part of the plan is not.
 */
export function dutyHolders(duty: Duty, context: KeepingContext): Fact<readonly AccountId[]> {
  if (duty !== 'approver') return namedFor(duty, context.facts);
  const [unread] = unreadVotes(context);
  return unread === undefined ? known(approvers(context)) : { state: 'unknown', cause: unread.cause };
}

/** The people of a duty as far as they are known. */
export function peopleOf(duty: Duty, context: KeepingContext): readonly AccountId[] {
  const holders = dutyHolders(duty, context);
  return holders.state === 'known' ? holders.value : [];
}

/** The approval rules that apply to a change at any gate, those included of which nobody knows whether they do. */
export function approvalRulesFor(context: KeepingContext): readonly ApprovalRule[] {
  return context.policy.rules.filter(
    (rule): rule is ApprovalRule =>
      rule.kind === 'approval' && (rule.when === undefined || holds(rule.when, context) !== 'no'),
  );
}

function approvers(context: KeepingContext): readonly AccountId[] {
  const people = new Set<AccountId>();
  for (const { point, requirement } of approvalRulesFor(context)) {
    const asked = rolesIn(requirement);
    for (const { vote, roles, weight } of voicesAtPoint(context, point)) {
      const isApproval = weight === 'stands' && vote.decision === 'approve';
      if (isApproval && roles.some((role) => asked.includes(role))) people.add(vote.by);
    }
  }
  return [...people];
}
