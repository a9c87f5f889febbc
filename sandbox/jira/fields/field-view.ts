/** Fields as the list, the creation and the search of fields answer them. */
import type { JiraStore } from '../store';
import type { Field } from './field-kind';
import { fieldSchemaView } from './field-metadata';

export function fieldView(field: Field) {
  return {
    id: field.id,
    key: field.app?.key ?? field.id,
    name: field.name,
    custom: field.custom,
    orderable: field.settable || field.custom,
    navigable: field.id !== 'comment',
    searchable: field.clauseNames.length > 0,
    clauseNames: field.clauseNames,
    schema: fieldSchemaView(field),
  };
}

/** What the search for fields shows, with the documented `expand`. */
export function foundFieldView(store: JiraStore, field: Field, expand: readonly string[]) {
  const searcherKey = store.state.fields.find(({ id }) => id === field.id)?.searcherKey ?? null;
  return {
    id: field.id,
    name: field.name,
    schema: fieldSchemaView(field),
    description: field.description,
    ...(expand.includes('key') ? { key: field.app?.key ?? field.id } : {}),
    ...(expand.includes('isLocked') && field.custom ? { isLocked: field.app !== undefined } : {}),
    ...(expand.includes('searcherKey') && searcherKey !== null ? { searcherKey } : {}),
    ...(expand.includes('screensCount') ? { screensCount: screensCount(store, field) } : {}),
    ...(expand.includes('contextsCount') ? { contextsCount: field.contexts.length } : {}),
  };
}

export function screensCount(store: JiraStore, { id }: Field): number {
  return store.state.screens.filter(({ tabs }) => tabs.some(({ fieldIds }) => fieldIds.includes(id))).length;
}
