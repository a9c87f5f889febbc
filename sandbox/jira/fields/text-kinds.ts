/** Fields with text, addresses and numbers. */
import { plainText, readDocument } from '../document';
import { asText, NOTHING_LOGGED } from './field-kind';
import type { FieldKind } from './field-kind';

const LONGEST_LINE = 255;
const LONGEST_TEXT = 32_767;

function tooLong(limit: string): string {
  return `The entered text is too long. It exceeds the allowed limit of ${limit} characters.`;
}

/** A single line of at most 255 characters. */
export const line: FieldKind = {
  name: 'line',
  schema: { type: 'string' },
  operations: ['set'],
  read: (input, { field }) => {
    if (typeof input !== 'string') return { refusal: 'Operation value must be a string' };
    if (field.id === 'summary' && /[\r\n]/.test(input)) {
      return { refusal: 'The summary is invalid because it contains newline characters.' };
    }
    if (input.length > LONGEST_LINE) {
      return { refusal: field.id === 'summary' ? 'Summary must be less than 255 characters.' : tooLong('255') };
    }
    return { value: input.trim() === '' ? null : input };
  },
  show: (value) => value,
  log: (value) => ({ id: null, text: value === null ? null : asText(value) }),
};

/** Rich text. REST v3 takes and gives it in the Atlassian Document Format only. */
export const document: FieldKind = {
  name: 'document',
  schema: { type: 'string' },
  operations: ['set'],
  read: (input) => {
    const reading = readDocument(input);
    if (reading.kind === 'empty') return { value: null };
    if (reading.kind === 'invalid') return { refusal: 'INVALID_INPUT' };
    if (reading.kind === 'not a document') {
      return { refusal: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' };
    }
    if (plainText(reading.document).length > LONGEST_TEXT) return { refusal: tooLong('32,767') };
    return { value: reading.document };
  },
  show: (value) => value,
  log: (value) => (value === null ? NOTHING_LOGGED : { id: null, text: plainText(value) }),
};

export const url: FieldKind = {
  name: 'url',
  schema: { type: 'string' },
  operations: ['set'],
  read: (input) => {
    if (typeof input !== 'string') return { refusal: 'Operation value must be a string' };
    if (input === '') return { value: null };
    return URL.canParse(input) && /^[a-z][a-z0-9+.-]*:\/\//i.test(input)
      ? { value: input }
      : { refusal: 'Not a valid URL' };
  },
  show: (value) => value,
  log: (value) => ({ id: null, text: value === null ? null : asText(value) }),
};

export const number: FieldKind = {
  name: 'number',
  schema: { type: 'number' },
  operations: ['set'],
  read: (input) => (typeof input === 'number' ? { value: input } : { refusal: 'Operation value must be a number' }),
  show: (value) => value,
  log: (value) => ({ id: null, text: typeof value === 'number' ? String(value) : null }),
};
