/** The description of a field on a screen, as editmeta, createmeta and `expand=transitions.fields` give it. */
import { PRIORITIES, RESOLUTIONS } from '../catalogue';
import type { JiraSite } from '../jira-site';
import { CUSTOM_FIELD_PLUGIN } from './custom-field-plugin';
import type { Field } from './field-kind';

export function fieldSchemaView(field: Field) {
  return field.custom
    ? {
        ...field.kind.schema,
        custom: field.app === undefined ? `${CUSTOM_FIELD_PLUGIN}:${field.type}` : field.type,
        customId: Number(field.id.replace('customfield_', '')),
      }
    : { ...field.kind.schema, system: field.id };
}

export function fieldMetadata(site: JiraSite, field: Field) {
  const allowedValues = allowedValuesOf(site, field);
  return {
    required: field.id === 'summary',
    schema: fieldSchemaView(field),
    name: field.name,
    key: field.id,
    hasDefaultValue: field.id === 'priority' || field.defaultValue !== null,
    operations: field.kind.operations,
    ...(allowedValues === undefined ? {} : { allowedValues }),
    ...(field.kind.schema.type === 'user' || field.kind.schema.items === 'user'
      ? { autoCompleteUrl: `${site.baseUrl()}/rest/api/3/user/search?query=` }
      : {}),
  };
}

function allowedValuesOf(site: JiraSite, field: Field): readonly unknown[] | undefined {
  const context = { site, field, project: undefined };
  if (field.kind.name === 'option') return field.options.map(({ id }) => field.kind.show(id, context));
  if (field.kind.name === 'options') {
    const shown = field.kind.show(
      field.options.map(({ id }) => id),
      context,
    );
    return Array.isArray(shown) ? shown.map((entry: unknown) => entry) : [];
  }
  if (field.kind.name === 'priority') return PRIORITIES.map(({ id }) => field.kind.show(id, context));
  if (field.kind.name === 'resolution') return RESOLUTIONS.map(({ id }) => field.kind.show(id, context));
  return undefined;
}
