import type { UnknownCause } from '../../domain/change/change-facts';

/** Why something is not known, in words. */
export function causeText(cause: UnknownCause): string {
  switch (cause.code) {
    case 'no-such-field':
      return `there is no such field (${cause.detail}).`;
    case 'unreadable-value':
      return `its value has an unexpected form (${cause.detail}).`;
    case 'lookup-failed':
      return `${cause.detail}.`;
    case 'not-looked-up':
      return 'it was not looked up.';
    case 'not-guarded':
      return 'Jira does not tell the app, and the rule for it is not on this transition as the policy has it now.';
  }
}
