/** The options of a custom field in one of its contexts. */
import { reordered, requireDistinct } from '../administration';
import type { JiraSite } from '../jira-site';
import { badRequest, notFound, unsupported } from '../refusal';
import type { IssueRecord } from '../state';
import { asList } from './field-kind';
import type { CustomField, CustomFieldContext, CustomFieldOption } from './field-state';
import { CUSTOM_FIELD_TYPES } from './field-catalogue';
import { newOption } from './new-field';

const MOST_PER_REQUEST = 1000;
const MOST_PER_FIELD = 10_000;
const LONGEST_VALUE = 255;

export function requireOptionField(field: CustomField): void {
  const kind = CUSTOM_FIELD_TYPES[field.type]?.name;
  if (kind !== 'option' && kind !== 'options') throw badRequest("The custom field doesn't support options.");
}

export interface NewOption {
  readonly value: string;
  readonly disabled?: boolean | undefined;
  readonly optionId?: string | undefined;
}

/** All of them or, when a value is empty, too long or there already, none. */
export function createOptions(
  site: JiraSite,
  field: CustomField,
  context: CustomFieldContext,
  wanted: readonly NewOption[],
): readonly CustomFieldOption[] {
  if (wanted.length === 0) throw badRequest('At least one option must be provided.');
  if (wanted.length > MOST_PER_REQUEST) {
    throw badRequest(`No more than ${MOST_PER_REQUEST} options can be created per request.`);
  }
  if (wanted.some(({ optionId }) => optionId !== undefined)) throw unsupported('cascading options');
  const total = field.contexts.reduce((sum, { options }) => sum + options.length, wanted.length);
  if (total > MOST_PER_FIELD) throw badRequest(`A custom field can have no more than ${MOST_PER_FIELD} options.`);
  const values = wanted.map(({ value }) => checkedValue(value));
  requireUnique([...context.options.map(({ value }) => value), ...values]);
  const made = wanted.map(({ disabled = false }, index) => newOption(site, values[index] ?? '', disabled));
  context.options.push(...made);
  return made;
}

export interface OptionChange {
  readonly id: string;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** All of them or none. Answers those that became different. */
export function updateOptions(
  context: CustomFieldContext,
  changes: readonly OptionChange[],
): readonly CustomFieldOption[] {
  if (changes.length === 0) throw badRequest('At least one option must be provided.');
  requireDistinct(changes.map(({ id }) => id), 'options'); // prettier-ignore
  requireOptions(context, changes.map(({ id }) => id)); // prettier-ignore
  const after = context.options.map((option): CustomFieldOption => {
    const change = changes.find(({ id }) => id === option.id);
    if (change === undefined) return option;
    const value = change.value === undefined ? option.value : checkedValue(change.value);
    const disabled = change.disabled ?? option.disabled;
    return value === option.value && disabled === option.disabled ? option : { ...option, value, disabled };
  });
  requireUnique(after.map(({ value }) => value));
  const changed = after.filter((option) => !context.options.includes(option));
  context.options = after;
  return changed;
}

export function moveOptions(
  context: CustomFieldContext,
  ids: readonly string[],
  to: { readonly after?: string | undefined; readonly position?: 'First' | 'Last' | undefined },
): void {
  requireDistinct(ids, 'customFieldOptionIds');
  requireOptions(context, to.after === undefined ? ids : [...ids, to.after]);
  if (to.after !== undefined && to.position !== undefined) {
    throw badRequest("'after' and 'position' were provided. Only 'after' or 'position' can be specified.");
  }
  if (to.after === undefined && to.position === undefined) {
    throw badRequest("Either 'after' or 'position' must be provided.");
  }
  if (to.after !== undefined && ids.includes(to.after)) throw badRequest("The option in 'after' must not be moved.");
  const order = reordered(context.options.map(({ id }) => id), ids, to); // prettier-ignore
  context.options = order.flatMap((id) => context.options.filter((option) => option.id === id));
}

/** What becomes of issues that have the option is not documented, so that is refused. */
export function deleteOption(site: JiraSite, field: CustomField, context: CustomFieldContext, id: string): void {
  requireOptions(context, [id]);
  if (issuesWithOption(site, field, id).length > 0) throw unsupported('deleting an option that is a value of issues');
  context.options = context.options.filter((option) => option.id !== id);
  if (context.defaultValue === id) context.defaultValue = null;
  if (Array.isArray(context.defaultValue)) context.defaultValue = context.defaultValue.filter((entry) => entry !== id);
}

export function issuesWithOption(site: JiraSite, field: CustomField, id: string): readonly IssueRecord[] {
  return site.store.state.issues.filter(({ values }) => {
    const value = values[field.id];
    return value === id || asList(value).includes(id);
  });
}

export function requireOptions(context: CustomFieldContext, ids: readonly string[]): void {
  const missing = ids.filter((id) => !context.options.some((option) => option.id === id));
  if (missing.length > 0) throw notFound(`These options were not found: ${missing.join(', ')}.`);
}

function checkedValue(given: string): string {
  const value = given.trim();
  if (value === '') throw badRequest('The value of an option must not be empty.');
  if (value.length > LONGEST_VALUE) throw badRequest(`The value of an option must not exceed ${LONGEST_VALUE} characters.`); // prettier-ignore
  return value;
}

/** Without regard to case. */
function requireUnique(values: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const value of values) {
    const before = seen.get(value.toLowerCase());
    if (before !== undefined) throw badRequest(`The values of options must be unique. '${before}' is there twice.`);
    seen.set(value.toLowerCase(), value);
  }
}
