/** Default values of select fields in their contexts: what a new issue gets that names no option. */
import { z } from 'zod';
import { badRequest, unsupported } from '../refusal';
import { asList } from './field-kind';
import type { CustomField } from './field-state';
import { CUSTOM_FIELD_TYPES } from './field-catalogue';
import { requireContext } from './field-contexts';
import { requireOptions } from './field-options';

/** The forms that the sandbox carries out; Jira has one for each type of field. Null removes a default. */
export const defaultValueSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('option.single'), contextId: z.string(), optionId: z.string().nullish() }),
  z.strictObject({
    type: z.literal('option.multiple'),
    contextId: z.string(),
    optionIds: z.array(z.string()).nullish(),
  }),
]);
export type DefaultValue = z.infer<typeof defaultValueSchema>;

/** The type of the default values of the field. Refuses, as not supported, what has no options. */
export function defaultTypeOf(field: CustomField): DefaultValue['type'] {
  const kind = CUSTOM_FIELD_TYPES[field.type]?.name;
  if (kind === 'option') return 'option.single';
  if (kind === 'options') return 'option.multiple';
  throw unsupported(`default values of fields of the type ${field.type}`);
}

/** Sets all of them or none. */
export function setDefaults(field: CustomField, defaults: readonly DefaultValue[]): void {
  const type = defaultTypeOf(field);
  if (new Set(defaults.map((entry) => entry.type)).size > 1) {
    throw badRequest('All default values in the request must have the same type.');
  }
  const checked = defaults.map((entry) => {
    if (entry.type !== type) throw badRequest(`The default values of this field have the type ${type}.`);
    const context = requireContext(field, entry.contextId);
    const ids = optionsOf(entry);
    requireOptions(context, ids);
    if (context.options.some(({ id, disabled }) => disabled && ids.includes(id))) {
      throw badRequest('A disabled option cannot be a default value.');
    }
    const several = ids.length === 0 ? null : [...ids];
    return { context, value: entry.type === 'option.single' ? (ids[0] ?? null) : several };
  });
  for (const { context, value } of checked) context.defaultValue = value;
}

function optionsOf(entry: DefaultValue): readonly string[] {
  if (entry.type === 'option.multiple') return entry.optionIds ?? [];
  return entry.optionId == null ? [] : [entry.optionId];
}

/** The defaults that are set, context by context. */
export function defaultsOf(field: CustomField): readonly DefaultValue[] {
  const type = defaultTypeOf(field);
  return field.contexts
    .filter(({ defaultValue }) => defaultValue !== null)
    .map(({ id: contextId, defaultValue }) =>
      type === 'option.single'
        ? { contextId, optionId: typeof defaultValue === 'string' ? defaultValue : null, type }
        : { contextId, optionIds: [...asList(defaultValue)], type },
    );
}
