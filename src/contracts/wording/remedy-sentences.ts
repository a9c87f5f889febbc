import type { Duty } from '../../domain/policy/duty';
import type { Policy } from '../../domain/policy/policy';
import type { Remedy } from '../../domain/reason';
import { FIELD_TITLES, fieldTitle } from '../field-titles';
import { list } from './lists';
import { momentText, stretchText } from './moments';
import { dutyName, dutyOrRolesText, oneRoleOf, roleTitle } from './names-of-people';

type Sentences = {
  readonly [D in Remedy['do']]: (remedy: Extract<Remedy, { readonly do: D }>, policy: Policy) => string;
};

const IN_PANEL = 'in the Change control panel';

/** For each remedy what to do, in the imperative. */
export const REMEDY_SENTENCES: Sentences = {
  'fill-field': ({ field }, policy) => `Fill in ${fieldTitle(policy, field)}.`,
  'enter-number': ({ field }, policy) => `Enter a number in ${fieldTitle(policy, field)}, in digits.`,
  'fill-one-of': ({ fields }, policy) =>
    `Fill in ${list(
      fields.map((field) => fieldTitle(policy, field)),
      'or',
    )}.`,
  approve: ({ role }, policy) => `Ask the ${roleTitle(policy, role)} to approve ${IN_PANEL}.`,
  'approve-by-more': ({ role, more }, policy) =>
    `Ask ${String(more)} more of the ${roleTitle(policy, role)} to approve ${IN_PANEL}.`,
  'ask-somebody-else': () => `Ask somebody else to approve ${IN_PANEL}.`,
  'settle-decline': () => 'Settle it with whoever declined, or change the plan and ask again.',
  wait: ({ until }) => `Wait until ${momentText(until)}.`,
  'plan-after': ({ instant }) => `Plan it for ${momentText(instant)} or later.`,
  'plan-in-window': ({ window, from, until }) => `Plan it within "${window}" (${stretchText(from, until)}).`,
  'plan-elsewhere': () => 'Plan it for another time.',
  'ask-exemption': ({ window, role }, policy) =>
    `Plan it for another time, or name "${window}" in ${FIELD_TITLES.exceptionTo} and ask the ${roleTitle(policy, role)} to approve ${IN_PANEL}.`,
  'name-somebody-else': ({ duty }) => `Let somebody else ${DOES[duty]}.`,
  'name-holder': ({ duty, roles }, policy) => `Let somebody with ${oneRoleOf(policy, roles)} ${DOES[duty]}.`,
  'name-person': ({ duty }) => `Let the same person ${DOES[duty]}.`,
  'have-written': ({ field, by }, policy) => `Let ${dutyOrRolesText(policy, by)} write ${fieldTitle(policy, field)}.`,
  'pass-suite': ({ suite }) => `Run it, and name "${suite}" in ${FIELD_TITLES.testSuites} once it has passed.`,
  'update-document': () => `Update it, and mark it in ${FIELD_TITLES.affectedDocuments}.`,
  'choose-catalogue-entry': ({ entries }) =>
    entries.length === 0
      ? 'No standard change fits it now: choose another change type.'
      : `Choose one of: ${entries.join(', ')}.`,
  'use-other-path': ({ types }) =>
    types.length === 0
      ? 'Submit it instead, like any other change.'
      : `Set ${FIELD_TITLES.changeType} to ${list(types, 'or')}, or take the way of its own type.`,
  'choose-type': ({ types, given }, policy) => {
    const choice = `Set ${FIELD_TITLES.changeType} to ${list(types, 'or')}`;
    const titles = given.map((field) => fieldTitle(policy, field));
    return titles.length === 0 ? `${choice}.` : `${choice}, or correct ${list(titles, 'or')}.`;
  },
  'choose-risk-level': ({ field, levels }, policy) =>
    levels.length === 0
      ? `Choose another ${fieldTitle(policy, field)}.`
      : `Choose ${list(levels, 'or')} in ${fieldTitle(policy, field)}.`,
  'take-back-exception': () => `Take it out of ${FIELD_TITLES.exceptionTo}.`,
  'answer-question': () => 'Ask a Jira admin to answer it on the Change control page.',
  'give-reason': ({ field }, policy) =>
    `Or give the reason for going without it in ${fieldTitle(policy, field)}; it goes on record.`,
  'mend-lookup': ({ cause }) => {
    if (cause.code === 'no-such-field') return 'Ask a Jira admin to put the field back.';
    return cause.code === 'not-guarded'
      ? 'Ask a Jira admin to put the rule on it.'
      : 'Try again; if it stays, ask a Jira admin.';
  },
};

/** What a person with a duty does. Whoever is to do it is named in the field of that name, where there is one. */
const DOES: Readonly<Record<Duty, string>> = {
  requester: 'ask for the change',
  approver: 'approve',
  implementer: `be the ${dutyName('implementer')}`,
  tester: `be the ${dutyName('tester')}`,
  verifier: `be the ${dutyName('verifier')}`,
  closer: 'close the change',
};
