import type { FieldReason } from '../../domain/reason';
import { fieldTitle } from '../field-titles';
import { causeText } from './cause-text';
import { list } from './lists';
import { momentText } from './moments';
import type { Sentences } from './sentences';

export const FIELD_SENTENCES: Sentences<FieldReason> = {
  'field-filled': ({ field }, policy) => `${fieldTitle(policy, field)} is filled in.`,
  'field-empty': ({ field }, policy) => `${fieldTitle(policy, field)} is empty.`,
  'number-expected': ({ field, value }, policy) => `${fieldTitle(policy, field)} is no number: "${value}".`,
  'field-unknown': ({ field, cause }, policy) => `${fieldTitle(policy, field)} could not be read: ${causeText(cause)}`,
  'one-of-fields': ({ fields }, policy) =>
    `One of these must be filled in: ${list(
      fields.map((field) => fieldTitle(policy, field)),
      'or',
    )}.`,
  'not-a-link': ({ field }, policy) =>
    `${fieldTitle(policy, field)} holds neither a web address nor the key of a Jira issue.`,
  'suite-passed': ({ suite }) => `The test suite "${suite}" passed.`,
  'suite-missing': ({ suite }) => `The test suite "${suite}" is not among those that passed.`,
  'document-updated': ({ document }) => `The document "${document}" is marked as updated.`,
  'document-open': ({ document }) => `The document "${document}" is not marked as updated.`,
  'no-documents-affected': () => 'No document is affected.',
  'review-meeting-held': ({ at }) => `The review meeting was held on ${momentText(at)}.`,
  'review-meeting-not-held': ({ at }) =>
    `The review meeting of ${momentText(at)} does not count: it is still to come, or was before the implementation began.`,
  'milestones-unknown': ({ cause }) => `When the change was implemented is not known: ${causeText(cause)}`,
  'risk-level-unknown': ({ field, value, levels }, policy) =>
    levels.length === 0
      ? `${fieldTitle(policy, field)} is "${value}", which the policy does not know.`
      : `${fieldTitle(policy, field)} is "${value}", which is none of ${list(levels)}.`,
};
