import type { PlanPart } from '../../domain/change/identity';
import type { Policy } from '../../domain/policy/policy';
import type { ApprovalReason } from '../../domain/reason';
import { fieldTitle } from '../field-titles';
import { causeText } from './cause-text';
import { countOf, list } from './lists';
import { momentText } from './moments';
import { roleTitle, theRoles } from './names-of-people';
import type { Sentences } from './sentences';

export const APPROVAL_SENTENCES: Sentences<ApprovalReason> = {
  'all-of': () => 'All of these are needed.',
  'any-of': () => 'One of these is needed.',
  'at-least': ({ needed, have }) => `${String(needed)} of these ${isAre(needed)} needed; ${thereAre(have, needed)}.`,
  'enough-of-role': ({ role, needed, have, percent }, policy) => {
    const share = percent === undefined ? '' : ` (${String(percent)} % of those who hold the role)`;
    const wanted = `${countOf(needed, 'approval')} by the ${roleTitle(policy, role)} ${isAre(needed)} needed${share}`;
    return `${wanted}; ${thereAre(have, needed)}.`;
  },
  'role-size-unknown': ({ role, cause }, policy) =>
    `How many people hold the role ${roleTitle(policy, role)} is not known: ${causeText(cause)}`,
  approved: ({ role, for: holder }, policy) =>
    `Approved by ${holder === undefined ? '' : 'somebody who stands in for '}the ${roleTitle(policy, role)}.`,
  'approval-missing': ({ role }, policy) => `Not yet approved by the ${roleTitle(policy, role)}.`,
  'approval-void': ({ role, edited }, policy) =>
    `The approval by the ${roleTitle(policy, role)} no longer counts: ${voidedText(edited, 'it was given', policy)}.`,
  'approval-expired': ({ role, until }, policy) =>
    `The approval by the ${roleTitle(policy, role)} counted until ${momentText(until)}.`,
  'approval-out-of-order': ({ role, after }, policy) =>
    `The ${roleTitle(policy, role)} approved too early: this approval has to be given again, after ${theRoles(policy, after)}.`,
  'different-people-needed': () => 'Each of these approvals has to come from somebody else.',
  'waiting-period': ({ since, until }) =>
    `Approved since ${momentText(since)}; the waiting period lasts until ${momentText(until)}.`,
  'waiting-period-over': ({ until }) => `The waiting period ended on ${momentText(until)}.`,
  declined: ({ roles }, policy) =>
    roles.length === 0 ? 'Declined.' : `Declined by the ${list(roles.map((role) => roleTitle(policy, role)))}.`,
  'votes-unknown': ({ cause }) => `The approvals could not be read: ${causeText(cause)}`,
};

/**
 * What voided a vote: "Rollback steps was edited after it was given", "Test plan and Risk level were edited after this
 * vote". @param vote How the sentence speaks of the vote.
 */
export function voidedText(edited: readonly PlanPart[], vote: string, policy: Pick<Policy, 'fields'>): string {
  if (edited.length === 0) return 'the policy has come to count other fields since';
  const titles = edited.map((part) => (part === 'requesters' ? 'Reporter' : fieldTitle(policy, part)));
  return `${list(titles)} ${titles.length === 1 ? 'was' : 'were'} edited after ${vote}`;
}

function isAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

function thereAre(have: number, needed: number): string {
  return `${have === 0 ? 'none' : String(have)} ${have === 0 ? 'is' : isAre(have)} there${have < needed ? ' so far' : ''}`;
}
