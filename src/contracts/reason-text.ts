import type { Policy } from '../domain/policy/policy';
import type { Reason, ReasonCode, Remedy } from '../domain/reason';
import { APPROVAL_SENTENCES } from './wording/approval-sentences';
import { CALENDAR_SENTENCES } from './wording/calendar-sentences';
import { FIELD_SENTENCES } from './wording/field-sentences';
import { PEOPLE_SENTENCES } from './wording/people-sentences';
import { PROCESS_SENTENCES } from './wording/process-sentences';
import { REMEDY_SENTENCES } from './wording/remedy-sentences';
import type { ReasonOf, Sentences } from './wording/sentences';

export { voidedText } from './wording/approval-sentences';
export { causeText } from './wording/cause-text';
export { list } from './wording/lists';
export { roleTitle } from './wording/names-of-people';

const SENTENCES: Sentences<Reason> = {
  ...FIELD_SENTENCES,
  ...APPROVAL_SENTENCES,
  ...PEOPLE_SENTENCES,
  ...CALENDAR_SENTENCES,
  ...PROCESS_SENTENCES,
};

/** What a finding says, as one plain sentence without its clause. Names nobody: people are looked up where they are shown. */
export function reasonText(reason: Reason, policy: Policy): string {
  return sentenceFor(reason.code, reason, policy);
}

/** What to do, as one plain sentence in the imperative. */
export function remedyText(remedy: Remedy, policy: Policy): string {
  return orderFor(remedy.do, remedy, policy);
}

/**
 * What to do beside what is the case: undefined where that says it already, so that nobody reads "Rollback steps is
 * empty. Fill in Rollback steps."
 */
export function remedyBeside(reason: Reason, remedy: Remedy | undefined, policy: Policy): string | undefined {
  if (remedy === undefined || isSaid(reason, remedy)) return undefined;
  return remedyText(remedy, policy);
}

function isSaid(reason: Reason, remedy: Remedy): boolean {
  if (remedy.do === 'fill-field') return reason.code === 'field-empty' && reason.field === remedy.field;
  return remedy.do === 'fill-one-of' && reason.code === 'one-of-fields';
}

function sentenceFor<C extends ReasonCode>(code: C, reason: ReasonOf<C>, policy: Policy): string {
  return SENTENCES[code](reason, policy);
}

function orderFor<D extends Remedy['do']>(act: D, remedy: Extract<Remedy, { readonly do: D }>, policy: Policy): string {
  return REMEDY_SENTENCES[act](remedy, policy);
}
