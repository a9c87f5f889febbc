/** Fields with an instant or a day. Instants are kept as milliseconds since the epoch, days as `2026-03-02`. */
import { changelogDay, changelogInstant, isDay, jiraTimestamp, parseInstant } from '../timestamp';
import { asNumber, asText, NOTHING_LOGGED } from './field-kind';
import type { FieldKind } from './field-kind';

export const instant: FieldKind = {
  name: 'instant',
  schema: { type: 'datetime' },
  operations: ['set'],
  read: (input) => {
    if (typeof input !== 'string') return { refusal: 'Operation value must be a string' };
    if (input === '') return { value: null };
    const value = parseInstant(input);
    return value === undefined ? { refusal: `Error parsing time: ${input}` } : { value };
  },
  show: (value) => jiraTimestamp(asNumber(value)),
  log: (value) =>
    value === null ? NOTHING_LOGGED : { id: jiraTimestamp(asNumber(value)), text: changelogInstant(asNumber(value)) },
};

export const day: FieldKind = {
  name: 'day',
  schema: { type: 'date' },
  operations: ['set'],
  read: (input) => {
    if (typeof input !== 'string') return { refusal: 'Operation value must be a string' };
    if (input === '') return { value: null };
    return isDay(input) ? { value: input } : { refusal: `Error parsing date string: ${input}` };
  },
  show: (value) => value,
  log: (value) => (value === null ? NOTHING_LOGGED : { id: asText(value), text: changelogDay(asText(value)) }),
};
