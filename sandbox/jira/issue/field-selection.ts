/** The `fields` parameter of Get issue and of the search: `*all`, `*navigable`, ids, and `-id` for what to leave out. */
import { allFields } from '../fields/field-catalogue';
import type { Field } from '../fields/field-kind';
import type { JiraStore } from '../store';

/** Unknown names are left out, as Jira does. */
export function selectFields(store: JiraStore, asked: readonly string[], byDefault: string): readonly Field[] {
  const wanted = asked.flatMap((entry) => entry.split(',')).map((entry) => entry.trim());
  const names = wanted.filter((entry) => entry !== '');
  const included = names.filter((name) => !name.startsWith('-'));
  const excluded = new Set(names.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const effective = included.length === 0 ? [byDefault] : included;
  const every = effective.includes('*all');
  const navigable = effective.includes('*navigable');
  return allFields(store).filter((field) => {
    if (excluded.has(field.id)) return false;
    return every || (navigable && field.id !== 'comment') || effective.includes(field.id);
  });
}
