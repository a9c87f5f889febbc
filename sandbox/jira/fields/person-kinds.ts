/** Fields with one person or several, kept as account ids. */
import { holds } from '../access';
import { isObject } from '../document';
import { displayName, userView } from '../user-view';
import { asList, asText, NOTHING_LOGGED } from './field-kind';
import type { FieldContext, FieldKind, Reading } from './field-kind';

function readAccount(input: unknown, { site, field, project }: FieldContext): { id: string } | { refusal: string } {
  const given = isObject(input) ? (input.accountId ?? input.id) : undefined;
  if (typeof given !== 'string') return { refusal: 'expected Object containing an "accountId" property' };
  const person = site.directory.findPerson(given);
  if (person === undefined) return { refusal: `Account ID '${given}' does not exist for the field '${field.id}'.` };
  if (field.id === 'assignee' && project !== undefined) {
    const account = { kind: person.accountType === 'app' ? 'app' : 'user', accountId: given } as const;
    if (!holds(site, account, 'ASSIGNABLE_USER', project)) {
      return { refusal: `User '${given}' cannot be assigned issues.` };
    }
  }
  return { id: given };
}

function emptied(input: unknown): boolean {
  return isObject(input) && (input.accountId ?? input.id ?? null) === null && ('accountId' in input || 'id' in input);
}

export const person: FieldKind = {
  name: 'person',
  schema: { type: 'user' },
  operations: ['set'],
  read: (input, context): Reading => {
    if (emptied(input)) return { value: null };
    const reading = readAccount(input, context);
    return 'id' in reading ? { value: reading.id } : reading;
  },
  show: (value, { site, viewer }) => userView(site, asText(value), viewer),
  log: (value, { site }) =>
    value === null ? NOTHING_LOGGED : { id: asText(value), text: displayName(site, asText(value)) },
};

export const people: FieldKind = {
  name: 'people',
  schema: { type: 'array', items: 'user' },
  operations: ['add', 'set', 'remove'],
  read: (input, context): Reading => {
    if (!Array.isArray(input)) return { refusal: 'data was not an array' };
    const accounts: string[] = [];
    for (const entry of input) {
      const reading = readAccount(entry, context);
      if ('refusal' in reading) return reading;
      if (!accounts.includes(reading.id)) accounts.push(reading.id);
    }
    return { value: accounts.length === 0 ? null : accounts };
  },
  show: (value, { site, viewer }) => asList(value).map((accountId) => userView(site, accountId, viewer)),
  log: (value, { site }) =>
    value === null
      ? NOTHING_LOGGED
      : {
          id: `[${asList(value).join(', ')}]`,
          text: `[${asList(value)
            .map((accountId) => displayName(site, accountId))
            .join(', ')}]`,
        },
};
