/** Fields with options, kept as option ids, and labels. */
import { isObject } from '../document';
import { asList, asText, NOTHING_LOGGED } from './field-kind';
import type { Field, FieldContext, FieldKind, FieldOption, Reading } from './field-kind';

function readOption(input: unknown, field: Field): FieldOption | { refusal: string } {
  if (!isObject(input) || (typeof input.id !== 'string' && typeof input.value !== 'string')) {
    return { refusal: "Specify a valid 'id' or 'value' for " + field.name };
  }
  if (typeof input.id === 'string') {
    const byId = field.options.find((option) => option.id === input.id);
    return byId ?? { refusal: `Option id '${input.id}' is not valid` };
  }
  const byValue = field.options.find((option) => option.value === input.value);
  return byValue ?? { refusal: `Option value '${asText(input.value)}' is not valid` };
}

function nameOf(field: Field, id: string): string {
  return field.options.find((option) => option.id === id)?.value ?? id;
}

function showOption(id: string, { site, field }: FieldContext): unknown {
  return { self: `${site.baseUrl()}/rest/api/3/customFieldOption/${id}`, value: nameOf(field, id), id };
}

export const option: FieldKind = {
  name: 'option',
  schema: { type: 'option' },
  operations: ['set'],
  read: (input, { field }): Reading => {
    const reading = readOption(input, field);
    return 'refusal' in reading ? reading : { value: reading.id };
  },
  show: (value, context) => showOption(asText(value), context),
  log: (value, { field }) =>
    value === null ? NOTHING_LOGGED : { id: asText(value), text: nameOf(field, asText(value)) },
};

export const options: FieldKind = {
  name: 'options',
  schema: { type: 'array', items: 'option' },
  operations: ['add', 'set', 'remove'],
  read: (input, { field }): Reading => {
    if (!Array.isArray(input)) return { refusal: 'data was not an array' };
    const chosen: string[] = [];
    for (const entry of input) {
      const reading = readOption(entry, field);
      if ('refusal' in reading) return reading;
      if (!chosen.includes(reading.id)) chosen.push(reading.id);
    }
    return { value: chosen.length === 0 ? null : chosen };
  },
  show: (value, context) => asList(value).map((id) => showOption(id, context)),
  log: (value, { field }) =>
    value === null
      ? NOTHING_LOGGED
      : {
          id: `[${asList(value).join(', ')}]`,
          text: asList(value)
            .map((id) => nameOf(field, id))
            .join(','),
        },
};

const LONGEST_LABEL = 255;

export const labels: FieldKind = {
  name: 'labels',
  schema: { type: 'array', items: 'string' },
  operations: ['add', 'set', 'remove'],
  read: (input): Reading => {
    if (!Array.isArray(input)) return { refusal: 'data was not an array' };
    const wanted = new Set<string>();
    for (const label of input) {
      if (typeof label !== 'string' || label === '') return { refusal: 'string expected' };
      if (/\s/.test(label)) return { refusal: `The label '${label}' contains spaces which is invalid.` };
      if (label.length > LONGEST_LABEL) return { refusal: `The label '${label}' exceeds the maximum length of 255.` };
      wanted.add(label);
    }
    return { value: wanted.size === 0 ? null : [...wanted].sort() };
  },
  show: (value) => value,
  // Jira logs labels as one string with spaces, and '' where other fields have null.
  log: (value, { field }) => ({ id: field.custom ? null : '', text: asList(value).join(' ') }),
};
