import type { VoteWorth } from '../domain/decision/vote-standing';
import type { Policy } from '../domain/policy/policy';
import { voidedText } from './reason-text';
import { capital } from './wording/lists';
import { momentText } from './wording/moments';
import { dutyName } from './wording/names-of-people';

/** Why a vote has no weight, as a sentence; null for one that stands. */
export function voteWorthText(worth: VoteWorth, policy: Policy): string | null {
  switch (worth.weight) {
    case 'stands':
      return null;
    case 'void':
      return `${capital(voidedText(worth.edited, 'this vote', policy))}.`;
    case 'superseded':
      return 'The same person voted again later.';
    case 'withdrawn':
      return 'Withdrawn.';
    case 'barred':
      return `Not eligible: this person is the ${dutyName(worth.duty)} of this change, and the policy does not let the ${dutyName(worth.duty)} approve it.`;
    case 'expired':
      return `It counted until ${momentText(worth.until)}.`;
    case 'not-asked':
      return 'Not eligible: nobody is asked for a vote in this role.';
    case 'not-human':
      return "Not eligible: the policy counts approvals by people only, and Jira does not say that this account is a person's.";
  }
}
