import { adfToText, textToAdf } from '../adf/plain-text';
import { isRecord } from '../adf/document';
import { fromLocalInput, toLocalInput } from '../date-time';
import type { ScreenField } from '../site/jira-shapes';
import { kindOf } from './field-kind';

/** What stands in the editor of a field: one text, or the ids of what is chosen. */
export type Draft = string | readonly string[];

/** The draft that shows the value which a field has now. */
export function draftOf(field: ScreenField, value: unknown, timeZone: string): Draft {
  const kind = kindOf(field);
  if (kind === 'users' || kind === 'choices') return Array.isArray(value) ? value.map(idOf) : [];
  if (value === null || value === undefined) return '';
  switch (kind) {
    case 'document':
      return typeof value === 'string' ? value : adfToText(value);
    case 'datetime':
      return typeof value === 'string' ? toLocalInput(value, timeZone) : '';
    case 'user':
    case 'choice':
    case 'radio':
      return idOf(value);
    case 'labels':
      return Array.isArray(value) ? value.join(' ') : '';
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}

/** The value that Jira takes for a draft; null empties the field. */
export function valueOf(field: ScreenField, draft: Draft, timeZone: string): unknown {
  const kind = kindOf(field);
  if (typeof draft !== 'string') {
    return draft.map((id) => (kind === 'users' ? { accountId: id } : { id }));
  }
  const text = draft.trim();
  if (kind === 'labels') return text === '' ? [] : text.split(/\s+/);
  if (text === '') return null;
  switch (kind) {
    case 'document':
      return textToAdf(draft);
    case 'number':
      return Number(text);
    case 'datetime':
      return fromLocalInput(text, timeZone) ?? null;
    case 'user':
      return { accountId: text };
    case 'choice':
    case 'radio':
      return { id: text };
    default:
      return text;
  }
}

/** The options of a field as pairs of id and name. */
export function optionsOf(field: ScreenField): readonly { readonly value: string; readonly label: string }[] {
  return (field.allowedValues ?? []).map((option) => ({ value: idOf(option), label: labelOf(option) }));
}

function idOf(value: unknown): string {
  if (!isRecord(value)) return typeof value === 'string' ? value : '';
  const id = value['accountId'] ?? value['id'];
  return typeof id === 'string' ? id : '';
}

function labelOf(value: unknown): string {
  if (!isRecord(value)) return String(value);
  const label = value['value'] ?? value['name'];
  return typeof label === 'string' ? label : idOf(value);
}
