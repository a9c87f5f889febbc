import { fieldText, type ChangeFacts } from '../change/change-facts';
import type { FieldId } from '../change/change-field';
import type { Finding } from './evaluation';
import { isFilled } from './holds';
import { findField } from './rules/required-fields';

/** The text of a field that every change has, or what is found where it is empty or could not be read. */
export function filledText(facts: Pick<ChangeFacts, 'fields'>, field: FieldId): string | Finding {
  const text = fieldText(facts, field);
  return text !== undefined && isFilled(text) ? text : findField(facts, field);
}
