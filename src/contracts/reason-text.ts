import type { UnknownCause } from '../domain/change/change-facts';
import type { PlanPart } from '../domain/change/identity';
import type { Policy } from '../domain/policy/policy';
import type { Reason, Remedy } from '../domain/reason';
import { FIELD_TITLES } from './field-titles';

/** What a finding says, as one plain sentence without its clause. Names nobody: people are looked up where they are shown. */
export function reasonText(reason: Reason, policy: Policy): string {
  switch (reason.code) {
    case 'field-filled':
      return `${FIELD_TITLES[reason.field]} is filled in.`;
    case 'field-empty':
      return `${FIELD_TITLES[reason.field]} is empty.`;
    case 'field-unknown':
      return `${FIELD_TITLES[reason.field]} could not be read: ${causeText(reason.cause)}`;
    case 'all-of':
      return 'All of these are needed.';
    case 'any-of':
      return 'One of these is needed.';
    case 'approved':
      return `Approved by the ${roleTitle(policy, reason.role)}.`;
    case 'approval-missing':
      return `Not yet approved by the ${roleTitle(policy, reason.role)}.`;
    case 'approval-void':
      return `The approval by the ${roleTitle(policy, reason.role)} no longer counts: ${voidedText(reason.edited, 'it was given')}.`;
    case 'approval-out-of-order':
      return `The ${roleTitle(policy, reason.role)} approved too early, so this approval has to be taken back and given again, after ${list(reason.after.map((role) => `the ${roleTitle(policy, role)}`))}.`;
    case 'declined':
      return `Declined by the ${list(reason.roles.map((role) => roleTitle(policy, role)))}.`;
    case 'votes-unknown':
      return `The approvals could not be read: ${causeText(reason.cause)}`;
    case 'requester-vote-ignored':
      return 'A vote by somebody who asked for the change is left out of the count.';
    case 'requester-did-not-vote':
      return 'Nobody who asked for the change has voted on it.';
    case 'requesters-unknown':
      return `Who asked for the change could not be read: ${causeText(reason.cause)}`;
    case 'in-catalogue':
      return `Made from the standard change "${reason.entry}".`;
    case 'not-in-catalogue':
      return reason.entry === null
        ? `${FIELD_TITLES.standardTemplate} is empty.`
        : `${FIELD_TITLES.standardTemplate} names no entry of the catalogue of standard changes.`;
    case 'type-allowed':
      return `The change type is ${reason.type}.`;
    case 'type-not-allowed':
      return `A change of this type (${reason.type}) does not go this way.`;
    case 'condition-unknown':
      return 'Whether this applies could not be decided, because a field could not be read.';
  }
}

/** What to do, as one plain sentence in the imperative. */
export function remedyText(remedy: Remedy, policy: Policy): string {
  switch (remedy.do) {
    case 'fill-field':
      return `Fill in ${FIELD_TITLES[remedy.field]}.`;
    case 'approve':
      return `Ask the ${roleTitle(policy, remedy.role)} to approve in the Change control panel.`;
    case 'settle-decline':
      return 'Settle it with whoever declined, or change the plan and ask again.';
    case 'choose-catalogue-entry':
      return remedy.entries.length === 0
        ? 'The policy has no standard changes: make it a normal change.'
        : `Choose one of: ${remedy.entries.join(', ')}.`;
    case 'use-other-path':
      return `Set ${FIELD_TITLES.changeType} to ${list(remedy.types, 'or')}, or take the way of its own type.`;
    case 'give-reason':
      return `Or give the reason for going without it in ${FIELD_TITLES[remedy.field]}; it goes on record.`;
    case 'mend-lookup':
      return remedy.cause.code === 'no-such-field'
        ? 'Ask a Jira admin to put the field back.'
        : 'Try again; if it stays, ask a Jira admin.';
  }
}

/** Why something is not known, in words. */
export function causeText(cause: UnknownCause): string {
  switch (cause.code) {
    case 'no-such-field':
      return `there is no such field (${cause.detail}).`;
    case 'unreadable-value':
      return `its value has an unexpected form (${cause.detail}).`;
    case 'lookup-failed':
      return `${cause.detail}.`;
  }
}

/**
 * What voided a vote: "Rollback steps was edited after it was given", "Test plan and Risk level were edited after this
 * vote". @param vote How the sentence speaks of the vote.
 */
export function voidedText(edited: readonly PlanPart[], vote: string): string {
  if (edited.length === 0) return 'the policy has come to count other fields since';
  const titles = edited.map((field) => (field === 'requesters' ? 'Reporter' : FIELD_TITLES[field]));
  return `${list(titles)} ${titles.length === 1 ? 'was' : 'were'} edited after ${vote}`;
}

/** The title of a role, or its id where the policy does not know it any more. */
export function roleTitle(policy: Policy, role: string): string {
  return policy.roles.find(({ id }) => id === role)?.title ?? role;
}

/** "a", "a and b", "a, b and c". */
export function list(parts: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (parts.length <= 1) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1) ?? ''}`;
}
