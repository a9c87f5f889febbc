/**
 * Properties of object fields in JQL: `X.Y`, where X is the name of the field and Y the `searchAlias` of the property. A
 * name with a space is quoted as a whole: Atlassian's parser takes `"My field.Y"` and refuses `"My field".Y`.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#object-type-jql-search
 */
import { isObject } from '../document';
import { allFields } from '../fields/field-catalogue';
import { searchAliases } from '../fields/value-schema';
import type { SearchAlias } from '../fields/value-schema';
import type { IssueRecord, Json } from '../state';
import type { JqlContext } from './jql-context';
import type { JqlField } from './jql-fields';

/** The property that a clause names, without regard to case. */
export function fieldProperty(name: string, context: JqlContext): JqlField | undefined {
  for (const field of allFields(context.site.store)) {
    for (const property of searchAliases(field.app?.schema ?? {})) {
      if (`${field.name}.${property.alias}`.toLowerCase() === name.toLowerCase()) {
        return propertyField(name, property, (issue) => valuesAt(issue.values[field.id] ?? null, property.path));
      }
    }
  }
  return undefined;
}

function propertyField(
  name: string,
  { type }: SearchAlias,
  valuesOf: (issue: IssueRecord) => readonly Json[],
): JqlField {
  switch (type) {
    case 'text': {
      const textOf = (issue: IssueRecord) =>
        valuesOf(issue).length === 0 ? null : valuesOf(issue).map(wordsIn).join(' ');
      return { name, by: 'text', textOf };
    }
    case 'number':
      return {
        name,
        by: 'number',
        valueOf: (issue) => valuesOf(issue).find((value) => typeof value === 'number') ?? null,
      };
    case 'date':
      return {
        name,
        by: 'instant',
        valueOf: (issue) =>
          valuesOf(issue)
            .map(instantOf)
            .find((at) => at !== null) ?? null,
      };
    case 'user':
      return {
        name,
        by: 'choice',
        valuesOf: (issue) => valuesOf(issue).map(wordsIn),
        find: (text, { site }) => (site.directory.findPerson(text) === undefined ? [] : [text]),
      };
    case 'string':
      // An index of what the issues hold: any word may be asked for.
      return { name, by: 'choice', valuesOf: (issue) => valuesOf(issue).map(folded), find: (text) => [folded(text)] };
  }
}

function folded(value: Json): string {
  return wordsIn(value).toLowerCase();
}

function valuesAt(value: Json, path: readonly string[]): readonly Json[] {
  const found = path.reduce<Json>((part, name) => (isObject(part) ? (part[name] ?? null) : null), value);
  if (found === null) return [];
  return Array.isArray(found) ? found : [found];
}

/** A day, or a minute with an offset from UTC: other forms are not indexed. Without an offset it is UTC here. */
const INDEXED = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})?)?$/;

function instantOf(value: Json): number | null {
  const [, day, minute = '00:00', offset = 'Z'] = INDEXED.exec(typeof value === 'string' ? value : '') ?? [];
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T${minute}:00${offset}`);
  return Number.isNaN(at) ? null : at;
}

/** Everything that stands in a value, as one text. */
export function wordsIn(value: Json): string {
  if (Array.isArray(value)) return value.map(wordsIn).join(' ');
  if (isObject(value)) return Object.values(value).map(wordsIn).join(' ');
  return value === null || typeof value === 'object' ? '' : String(value);
}

/** What issues are sorted by, where a property is named in ORDER BY. */
export function propertyKey(property: JqlField): (issue: IssueRecord) => string | number | null {
  switch (property.by) {
    case 'choice':
      return (issue) => property.valuesOf(issue)[0] ?? null;
    case 'text':
      return (issue) => property.textOf(issue);
    default:
      return (issue) => property.valueOf(issue);
  }
}
