import type { ProcessReason } from '../../domain/reason';
import { FIELD_TITLES } from '../field-titles';
import { list } from './lists';
import { dayText } from './moments';
import { dutyName } from './names-of-people';
import type { Sentences } from './sentences';

export const PROCESS_SENTENCES: Sentences<ProcessReason> = {
  'in-catalogue': ({ entry }) => `Made from the standard change "${entry}".`,
  'not-in-catalogue': ({ entry }) =>
    entry === null
      ? `${FIELD_TITLES.standardTemplate} is empty.`
      : `${FIELD_TITLES.standardTemplate} names no entry of the catalogue of standard changes.`,
  'catalogue-entry-expired': ({ entry, until }) =>
    `The standard change "${entry}" could be used until ${dayText(until)}.`,
  'catalogue-entry-not-fitting': ({ entry }) => `The change is not one that the standard change "${entry}" is for.`,
  'type-allowed': ({ type }) => `The change type is ${type}.`,
  'type-not-allowed': ({ type }) => `The change type may not be ${type} here.`,
  'is-emergency': ({ type }) => `The change is an emergency (${type}).`,
  'not-an-emergency': ({ type }) => `A change of this type (${type}) is no emergency.`,
  'no-emergency-path': () => 'The policy has no way of its own for emergencies.',
  'no-exception-asked': () => 'The change asks for no exception.',
  'no-exception-path': () => 'The change asks for an exception, but the policy knows none.',
  'exception-from-nothing': ({ asked }) =>
    `${FIELD_TITLES.exceptionTo} names "${asked}", from which there is no exception.`,
  'votes-stay-barred': ({ clause, duties }) =>
    `Votes of the ${list(duties.map(dutyName), 'or')} do not count, even with an exception from ${clause}: have somebody else approve.`,
  excepted: ({ clauses, exception }) =>
    exception === null
      ? `The change was granted an exception from ${list(clauses)}.`
      : `The exception "${exception}" from ${list(clauses)} covers the change.`,
  'out-of-scope': () => 'The policy does not govern this change.',
  'condition-unknown': () => 'Whether this applies could not be decided, because something is not known.',
  'question-open': ({ question }, policy) => {
    const asked = policy.questions.find(({ id }) => id === question)?.ask ?? question;
    return `The policy leaves a question open ("${asked}").`;
  },
};
