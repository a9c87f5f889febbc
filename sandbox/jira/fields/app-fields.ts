/** Custom fields that exist because an app declares them. */
import { z } from 'zod';
import type { AppField } from '../../platform';
import type { JiraSite } from '../jira-site';
import { badRequest } from '../refusal';
import type { AppFieldState, CustomField } from './field-state';
import { newCustomField } from './new-field';

/**
 * Makes the fields of the installed app that are not there yet, gives those that are what its manifest says of them now,
 * and hides those that it declares no more. On Jira this happens when an app is deployed.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#field-lifecycle
 */
export function deployAppFields(site: JiraSite): void {
  const declared = site.extensions.fields();
  const { fields } = site.store.state;
  for (const { type, name, description, ...app } of declared) {
    const present = fields.find((field) => field.type === type);
    const field = present ?? newCustomField(site, { name, description, type, searcherKey: null });
    if (present === undefined) fields.push(field);
    field.name = name;
    field.description = description;
    field.app = { ...app, schema: schemaOf(app.schema), installed: true };
  }
  for (const field of fields) {
    if (field.app !== undefined && !declared.some(({ type }) => type === field.type)) field.app.installed = false;
  }
}

/** Answers what deploys the fields before a request: again only where the app, or the state of the site, is another. */
export function fieldDeployment(site: JiraSite): () => void {
  let deployed: readonly unknown[] = [];
  return () => {
    const now = [site.extensions.fields(), site.store.state];
    if (now.every((part, index) => part === deployed[index])) return;
    deployAppFields(site);
    deployed = now;
  };
}

/** The field of an app is locked: administrators put it on screens and change nothing else. */
export function requireUnlocked(field: CustomField): CustomField {
  if (field.app !== undefined) throw badRequest('The custom field is locked and cannot be modified.');
  return field;
}

function schemaOf(schema: AppField['schema']): AppFieldState['schema'] {
  return schema === null ? null : z.record(z.string(), z.json()).parse(schema);
}
