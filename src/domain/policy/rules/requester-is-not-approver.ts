import type { Finding } from '../evaluation';
import type { RuleKind } from '../rule';

/**
 * Nobody who asked for the change approves it. The vote of a requester is left out of the count (see `approval.ts`), so
 * there is nothing to undo here: what this finds is whether the requesters are known, and whose vote was left out.
 */
export const requesterIsNotApprover: RuleKind<'requester-is-not-approver'> = {
  kind: 'requester-is-not-approver',
  evaluate: (_rule, { facts, gate }) => {
    const { requesters, votes } = facts;
    if (requesters.state === 'unknown') {
      return [
        {
          met: 'unknown',
          reason: { code: 'requesters-unknown', cause: requesters.cause },
          remedy: { do: 'mend-lookup', cause: requesters.cause },
        },
      ];
    }
    const cast = votes.state === 'known' ? votes.value.filter((vote) => vote.gate === gate) : [];
    const ignored = [...new Set(cast.map(({ by }) => by))].filter((by) => requesters.value.includes(by));
    if (ignored.length === 0) return [{ met: 'yes', reason: { code: 'requester-did-not-vote' } }];
    return ignored.map((by): Finding => ({ met: 'yes', reason: { code: 'requester-vote-ignored', by } }));
  },
};
