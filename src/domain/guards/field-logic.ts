import { FIELD_KINDS, isChangeField, type FieldId } from '../change/change-field';
import type { Condition } from '../policy/condition';
import type { Policy } from '../policy/policy';
import { formOf, type FieldForm } from '../provisioning/field-spec';
import { asks, type Logic } from './expression-logic';
import { isAmong, listOf, placeOf } from './expression-text';

export type FieldCondition = Extract<Condition, { readonly field: FieldId }>;

/**
 * A condition on a field, as Jira shows the field to expressions: people and options are maps, several of them a list,
 * a number is a number, and what is empty is null. Each step of a chain has its own `?.`.
 * @returns undefined where it depends on a text: Jira's idea of what is written in one is not the app's.
 */
export function fieldLogic(condition: FieldCondition, policy: Pick<Policy, 'fields'>): Logic | undefined {
  const { field } = condition;
  const form = formIn(policy, field, 'in' in condition ? condition.in : []);
  if (form === undefined) return undefined;
  const place = placeOf(field);
  if ('in' in condition) return inLogic(form, place, condition.in);
  if ('filled' in condition) return filledLogic(form, place, condition.filled);
  if (form !== 'number') return undefined;
  const bound = 'atLeast' in condition ? `>= ${String(condition.atLeast)}` : `<= ${String(condition.atMost)}`;
  return asks(`(${place} != null && ${place} ${bound})`);
}

/** The one option of a field, in small letters; an empty text where nothing is chosen. */
export function chosenIn(field: FieldId): string {
  return `(${placeOf(field)}?.value ?? '').toLowerCase()`;
}

/** Options compare without regard to case, and so do the ids of people where a condition lists them. */
export function isAmongOptions(part: string, options: readonly string[]): Logic {
  const wanted = [...new Set(options.map((option) => option.toLowerCase()))].filter((option) => option !== '');
  return wanted.length === 0 ? false : asks(isAmong(part, wanted));
}

function formIn({ fields }: Pick<Policy, 'fields'>, field: FieldId, named: readonly string[]): FieldForm | undefined {
  // Jira's labels have one name everywhere.
  if (field === 'tags') return 'labels';
  const own = fields.find(({ id }) => id === field);
  if (own !== undefined) return formOf(field, own.kind, named);
  return isChangeField(field) ? formOf(field, FIELD_KINDS[field], named) : undefined;
}

function inLogic(form: FieldForm, place: string, options: readonly string[]): Logic | undefined {
  const among = (items: string, value: string): Logic => {
    const wanted = [...new Set(options.map((option) => option.toLowerCase()))];
    return wanted.length === 0 ? false : asks(`(${items} ?? []).some(o => ${isAmong(value, wanted)})`);
  };
  switch (form) {
    case 'choice':
      return isAmongOptions(`(${place}?.value ?? '').toLowerCase()`, options);
    case 'person':
      return isAmongOptions(`(${place}?.accountId ?? '').toLowerCase()`, options);
    case 'choices':
      return among(place, 'o.value.toLowerCase()');
    case 'labels':
      return among(place, 'o.toLowerCase()');
    default:
      return undefined;
  }
}

function filledLogic(form: FieldForm, place: string, filled: boolean): Logic | undefined {
  switch (form) {
    case 'choice':
    case 'person':
    case 'moment':
    case 'number':
      return asks(`${place} ${filled ? '!=' : '=='} null`);
    case 'choices':
    case 'labels':
      return asks(`(${place} ?? ${listOf([])}).length ${filled ? '>' : '=='} 0`);
    default:
      return undefined;
  }
}
