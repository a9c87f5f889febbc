import { fieldFact, type ChangeFacts } from '../change/change-facts';
import type { Policy } from '../policy/policy';
import type { UnknownReason } from '../policy/not-known';

/**
 * Why nobody can tell what was approved: the votes, or part of the plan, could not be read. While part of the plan is not
 * known, nobody knows whether it is the plan that was approved. Nothing where all is known.
 */
export function unreadVotes({
  policy,
  facts,
}: {
  readonly policy: Pick<Policy, 'materialFields'>;
  readonly facts: Pick<ChangeFacts, 'votes' | 'requesters' | 'fields'>;
}): readonly UnknownReason[] {
  const { votes, requesters } = facts;
  if (votes.state === 'unknown') return [{ code: 'votes-unknown', cause: votes.cause }];
  const unread: UnknownReason[] = [];
  if (requesters.state === 'unknown') unread.push({ code: 'requesters-unknown', cause: requesters.cause });
  for (const field of policy.materialFields) {
    const fact = fieldFact(facts, field);
    if (fact.state === 'unknown') unread.push({ code: 'field-unknown', field, cause: fact.cause });
  }
  return unread;
}
