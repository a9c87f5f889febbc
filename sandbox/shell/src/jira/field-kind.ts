import type { FieldSchema, ScreenField } from '../site/jira-shapes';

/** How the page lets somebody edit a field; `none` is shown but cannot be edited here. */
export type FieldKind =
  | 'text'
  | 'url'
  | 'number'
  | 'document'
  | 'date'
  | 'datetime'
  | 'user'
  | 'users'
  | 'choice'
  | 'radio'
  | 'choices'
  | 'labels'
  | 'none';

const RICH_SYSTEM_FIELDS = ['description', 'environment'];

export function kindOf({ schema, allowedValues }: Pick<ScreenField, 'schema' | 'allowedValues'>): FieldKind {
  const type = customType(schema);
  if (type === 'textarea' || RICH_SYSTEM_FIELDS.includes(schema.system ?? '')) return 'document';
  switch (schema.type) {
    case 'string':
      return type === 'url' ? 'url' : 'text';
    case 'number':
    case 'date':
    case 'datetime':
    case 'user':
      return schema.type;
    case 'option':
      return type === 'radiobuttons' ? 'radio' : 'choice';
    case 'priority':
    case 'resolution':
    case 'securitylevel':
      return 'choice';
    case 'array':
      if (schema.items === 'user') return 'users';
      if (allowedValues !== undefined) return 'choices';
      return schema.items === 'string' ? 'labels' : 'none';
    default:
      return 'none';
  }
}

/** `textarea` of `com.atlassian.jira.plugin.system.customfieldtypes:textarea`. */
function customType(schema: FieldSchema): string | undefined {
  return schema.custom?.split(':').at(-1);
}
