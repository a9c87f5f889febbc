/** Making, changing and deleting custom fields. */
import { checkedName } from '../administration';
import type { JiraSite } from '../jira-site';
import { badFields, badRequest, notFound, unsupported } from '../refusal';
import { CUSTOM_FIELD_PLUGIN } from './custom-field-plugin';
import { CUSTOM_FIELD_TYPES } from './field-catalogue';
import type { CustomField } from './field-state';
import { newCustomField } from './new-field';
import { isSearcherFor } from './searchers';

/** Types that Jira documents and the sandbox does not have. */
const OTHER_TYPES = [
  'cascadingselect', 'grouppicker', 'importid', 'multigrouppicker', 'multiversion', 'project', 'readonlyfield', 'version',
]; // prettier-ignore

const LONGEST_NAME = 255;
const LONGEST_DESCRIPTION = 40_000;

export interface FieldDetails {
  readonly name: string;
  readonly description: string;
  /** With the key of the plugin. */
  readonly type: string;
  readonly searcherKey: string | null;
}

/** A field with a context for all projects. Without a searcher it is not searchable. Names need not be unique. */
export function createCustomField(site: JiraSite, details: FieldDetails): CustomField {
  const name = checkedName(details.name, LONGEST_NAME);
  const type = knownType(details.type);
  const { description, searcherKey } = details;
  if (searcherKey !== null && !isSearcherFor(type, searcherKey)) {
    throw badFields({ searcherKey: 'The searcher is not valid for the type of the custom field.' });
  }
  checkDescription(description);
  const field = newCustomField(site, { name, description, type, searcherKey });
  site.store.state.fields.push(field);
  return field;
}

function knownType(key: string): string {
  const [plugin, type = ''] = key.split(':');
  if (key.startsWith('ari:') || (plugin === CUSTOM_FIELD_PLUGIN && OTHER_TYPES.includes(type))) {
    throw unsupported(`custom fields of the type ${key}`);
  }
  if (plugin !== CUSTOM_FIELD_PLUGIN || CUSTOM_FIELD_TYPES[type] === undefined) {
    throw badFields({ type: `The custom field type '${key}' is not valid.` });
  }
  return type;
}

export interface FieldChanges {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly searcherKey?: string | null | undefined;
}

export function updateCustomField(field: CustomField, { name, description, searcherKey }: FieldChanges): void {
  const checked = name === undefined ? field.name : checkedName(name, LONGEST_NAME);
  if (description !== undefined) checkDescription(description);
  if (searcherKey != null && !isSearcherFor(field.type, searcherKey)) {
    throw badRequest('searcherKey is invalid for the field type.');
  }
  field.name = checked;
  if (description !== undefined) field.description = description;
  if (searcherKey !== undefined) field.searcherKey = searcherKey;
}

function checkDescription(description: string): void {
  if (description.length > LONGEST_DESCRIPTION) {
    throw badRequest(`The description must not exceed ${LONGEST_DESCRIPTION} characters.`);
  }
}

export function requireCustomField(site: JiraSite, id: string): CustomField {
  const field = site.store.state.fields.find((entry) => entry.id === id);
  if (field === undefined) throw notFound('The custom field was not found.');
  return field;
}

/** The field leaves every screen, and every issue loses its value of it. */
export function deleteCustomField(site: JiraSite, field: CustomField): void {
  const { state } = site.store;
  state.fields = state.fields.filter((entry) => entry !== field);
  for (const { tabs } of state.screens) {
    for (const tab of tabs) tab.fieldIds = tab.fieldIds.filter((id) => id !== field.id);
  }
  for (const issue of state.issues) {
    issue.values = Object.fromEntries(Object.entries(issue.values).filter(([id]) => id !== field.id));
  }
}
