import type { DelegationRefusal } from '../domain/decision/decide-delegation';

/** Why a role was not handed over, and what to do. */
export function delegationRefusalText(refusal: DelegationRefusal): string {
  switch (refusal.code) {
    case 'not-delegable':
      return 'The policy in force does not let this role be handed over.';
    case 'to-oneself':
      return 'A role cannot be handed to the person who has it. Choose somebody else.';
    case 'not-a-holder':
      return 'The person it is taken from does not hold this role. Choose one of its holders.';
    case 'over-before-it-begins':
      return 'The last day lies before the first one. Choose a later last day.';
    case 'over-already':
      return 'This time is over already. Choose a later last day.';
    case 'too-long':
      return `The policy in force lets a role be handed over for ${String(refusal.longestDays)} days at most. Choose an earlier last day.`;
    case 'delegated-already':
      return 'The same person has this role from the same person at that time already.';
  }
}
