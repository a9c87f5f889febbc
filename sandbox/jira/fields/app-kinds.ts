/** The data types of custom fields of apps: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#data-types */
import type { AppFieldType } from '../../platform';
import { isObject } from '../document';
import { jsonSchema } from '../json';
import { asText } from './field-kind';
import type { FieldKind, Reading } from './field-kind';
import { people, person } from './person-kinds';

/** Atlassian documents no limit for these values; this is the one of Jira's text fields. */
const LONGEST_VALUE = 32_767;
/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#collection-types */
const MOST_VALUES = 100;

function tooLong(text: string): boolean {
  return text.length > LONGEST_VALUE;
}

const TOO_LONG: Reading = { refusal: 'The value is too long. It exceeds the allowed limit of 32,767 characters.' };

/** "JQL offers autocomplete and exact comparison." */
const exactText: FieldKind = {
  name: 'exact text',
  schema: { type: 'string' },
  operations: ['set'],
  read: (input): Reading => {
    if (typeof input !== 'string') return { refusal: 'Operation value must be a string' };
    return tooLong(input) ? TOO_LONG : { value: input === '' ? null : input };
  },
  show: (value) => value,
  log: (value) => ({ id: null, text: value === null ? null : asText(value) }),
};

const object: FieldKind = {
  name: 'object',
  schema: { type: 'object' },
  operations: ['set'],
  read: (input, { site, field }): Reading => {
    if (!isObject(input)) return { refusal: 'Operation value must be an object' };
    const text = JSON.stringify(input);
    if (tooLong(text)) return TOO_LONG;
    const problem = site.valueSchemas.problemWith(field.app?.schema ?? {}, input);
    return problem === undefined ? { value: jsonSchema.parse(JSON.parse(text)) } : { refusal: problem };
  },
  show: (value) => value,
  log: (value) => ({ id: null, text: value === null ? null : JSON.stringify(value) }),
};

const listOfPeople: FieldKind = {
  ...people,
  read: (input, context): Reading =>
    Array.isArray(input) && input.length > MOST_VALUES
      ? { refusal: `The field stores at most ${MOST_VALUES} values.` }
      : people.read(input, context),
};

export const APP_FIELD_KINDS: Readonly<Record<AppFieldType, FieldKind>> = {
  string: exactText,
  user: person,
  people: listOfPeople,
  object,
};
