import type { Policy } from '../../domain/policy/policy';
import type { PeopleReason } from '../../domain/reason';
import { fieldTitle } from '../field-titles';
import { causeText } from './cause-text';
import { capital } from './lists';
import { dutyName, oneRoleOf, roleTitle } from './names-of-people';
import type { Sentences } from './sentences';

export const PEOPLE_SENTENCES: Sentences<PeopleReason> = {
  'requesters-unknown': ({ cause }) => `Who asked for the change could not be read: ${causeText(cause)}`,
  'duties-separate': ({ duties: [one, other] }) => `Nobody is both ${dutyName(one)} and ${dutyName(other)}.`,
  'duties-not-separate': ({ duties: [one, other] }) => `Somebody is both ${dutyName(one)} and ${dutyName(other)}.`,
  'vote-left-out': ({ duty }) => `A vote by the ${dutyName(duty)} is left out of the count.`,
  'same-person': ({ duties: [one, other] }) => `${capital(dutyName(one))} and ${dutyName(other)} are the same person.`,
  'not-same-person': ({ duties: [one, other] }) =>
    `${capital(dutyName(one))} and ${dutyName(other)} are not the same person.`,
  'duty-open': ({ duty }) => `There is no ${dutyName(duty)} yet.`,
  'duty-unknown': ({ duty, cause }) => `The ${dutyName(duty)} is not known: ${causeText(cause)}`,
  'role-held': ({ duty, role }, policy) => `The ${dutyName(duty)} holds the role ${roleTitle(policy, role)}.`,
  'role-not-held': ({ duty, roles }, policy) =>
    `The ${dutyName(duty)} does not hold ${oneRoleOf(policy, roles).replace(/^one/, 'any')}.`,
  'left-to-jira': ({ duty }) => `Jira itself checks the ${dutyName(duty)}.`,
  'roles-unknown': ({ cause }) => `Which roles somebody in this change holds is not known: ${causeText(cause)}`,
  'written-by': ({ field }, policy) => `${fieldTitle(policy, field)} was written by the right person.`,
  'written-by-other': ({ field, wanted }, policy) =>
    `${fieldTitle(policy, field)} was written by somebody who ${isNot(wanted, policy)}.`,
  'author-unknown': ({ field, cause }, policy) =>
    `Who wrote ${fieldTitle(policy, field)} is not known: ${causeText(cause)}`,
};

function isNot(wanted: Extract<PeopleReason, { readonly code: 'written-by-other' }>['wanted'], policy: Policy): string {
  if ('duty' in wanted) return `is not the ${dutyName(wanted.duty)}`;
  return `does not hold ${oneRoleOf(policy, wanted.roles).replace(/^one/, 'any')}`;
}
