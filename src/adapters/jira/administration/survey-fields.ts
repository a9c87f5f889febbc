import { route } from '@forge/api';
import {
  contextPage,
  contextProjectPage,
  fieldPage,
  type ListedField,
  optionPage,
} from '../../../contracts/jira/administration/site-parts';
import type { FieldMap } from '../../../domain/change/field-map';
import type { Blueprint } from '../../../domain/provisioning/blueprint';
import { hasOptions } from '../../../domain/provisioning/field-spec';
import { mappedId, sameName } from '../../../domain/provisioning/find-field';
import { fieldDescription } from '../../../domain/provisioning/marks';
import type { FoundField } from '../../../domain/provisioning/survey';
import { isOfModule, STATE_FIELD } from '../own-module';
import { readPages } from './administer';
import { formOfType } from './field-types';

/** Every custom field of the site. */
export function listFields(): Promise<readonly ListedField[]> {
  return readPages((start) => route`/rest/api/3/field/search?type=custom&maxResults=50&startAt=${start}`, fieldPage);
}

/** The custom fields; the options of those that could serve and that neither the map nor the app has chosen before. */
export async function surveyFields(
  projectId: string,
  blueprint: Blueprint,
  map: FieldMap,
): Promise<readonly FoundField[]> {
  const [all, inProject] = await Promise.all([
    listFields(),
    readPages(
      (start) => route`/rest/api/3/field/search?type=custom&projectIds=${projectId}&maxResults=50&startAt=${start}`,
      fieldPage,
    ),
  ]);
  const applying = new Set(inProject.map(({ id }) => id));
  return Promise.all(
    all.map(async (field) => {
      const found = foundField(field, applying.has(field.id));
      const looked = found.inProject && mayServe(found, blueprint, map);
      return looked ? { ...found, options: await optionsIn(field.id, projectId) } : found;
    }),
  );
}

function foundField({ id, name, description, schema }: ListedField, inProject: boolean): FoundField {
  const found = { id, name, description, form: formOfType(schema?.custom), inProject, options: null };
  return isOfModule(schema?.custom, STATE_FIELD) ? { ...found, saysState: true } : found;
}

function mayServe(found: FoundField, { fields }: Blueprint, map: FieldMap): boolean {
  const { form } = found;
  if (form === null || !hasOptions(form)) return false;
  return fields.some(
    (spec) =>
      spec.options.length > 0 &&
      mappedId(spec.field, map) === undefined &&
      found.description !== fieldDescription(spec) &&
      [spec.title, spec.serviceTitle ?? spec.title].some((title) => sameName(title, found.name)),
  );
}

/** What the field offers in the project: in its own context, else in the one for all projects. */
async function optionsIn(fieldId: string, projectId: string): Promise<readonly string[]> {
  const contexts = await readPages(
    (start) => route`/rest/api/3/field/${fieldId}/context/projectmapping?maxResults=50&startAt=${start}`,
    contextProjectPage,
  );
  const own = contexts.find((context) => context.projectId === projectId);
  const context = own ?? contexts.find(({ isGlobalContext }) => isGlobalContext);
  return context === undefined ? [] : listOptions(fieldId, context.contextId);
}

export async function listOptions(fieldId: string, contextId: string): Promise<readonly string[]> {
  const options = await readPages(
    (start) => route`/rest/api/3/field/${fieldId}/context/${contextId}/option?maxResults=100&startAt=${start}`,
    optionPage,
  );
  return options.map(({ value }) => value);
}

/** The context for all projects, which Jira makes together with a field; else the first. */
export async function usualContext(fieldId: string): Promise<string | undefined> {
  const contexts = await readPages(
    (start) => route`/rest/api/3/field/${fieldId}/context?maxResults=50&startAt=${start}`,
    contextPage,
  );
  return (contexts.find(({ isGlobalContext }) => isGlobalContext) ?? contexts[0])?.id;
}
