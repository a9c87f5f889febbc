/**
 * The contexts of a custom field: where it applies and which options it has there. A project is in one context of a
 * field at most, and one context at most is for all projects. Since April 2026 a context for all projects takes neither
 * projects nor issue types (https://developer.atlassian.com/cloud/jira/platform/changelog/#CHANGE-3019).
 */
import { checkedDescription, checkedName, isTaken, requireDistinct } from '../administration';
import { requireIssueTypes } from '../issue-types/issue-type-schemes';
import type { JiraSite } from '../jira-site';
import { badRequest, notFound, unsupported } from '../refusal';
import type { CustomField, CustomFieldContext } from './field-state';
import { newContext } from './new-field';
import { issuesWithOption } from './field-options';

export function requireContext(field: CustomField, id: string): CustomFieldContext {
  const context = field.contexts.find((entry) => entry.id === id);
  if (context === undefined) throw notFound('The context was not found.');
  return context;
}

export function isGlobal(context: CustomFieldContext): boolean {
  return context.projectIds.length === 0;
}

type Details = Pick<CustomFieldContext, 'name' | 'description' | 'projectIds' | 'issueTypeIds'>;

export function createContext(site: JiraSite, field: CustomField, details: Details): CustomFieldContext {
  const { projectIds, issueTypeIds } = details;
  const name = checkedContextName(field, details.name);
  const description = checkedDescription(details.description, 255);
  if (projectIds.length > 0) requireFreeProjects(site, field, projectIds);
  else if (field.contexts.some(isGlobal)) throw badRequest('The custom field already has a context for all projects.');
  if (issueTypeIds.length > 0) {
    requireDistinct(issueTypeIds, 'issueTypeIds');
    requireIssueTypes(site, issueTypeIds);
  }
  const context = newContext(site, { name, description, projectIds: [...projectIds], issueTypeIds: [...issueTypeIds] });
  field.contexts.push(context);
  return context;
}

export function checkedContextName(field: CustomField, given: string, except?: CustomFieldContext): string {
  const name = checkedName(given, 255);
  if (isTaken(field.contexts, name, except)) throw badRequest('The name is used by another context of the field.');
  return name;
}

export function assignProjects(
  site: JiraSite,
  field: CustomField,
  context: CustomFieldContext,
  projectIds: readonly string[],
): void {
  if (isGlobal(context)) throw badRequest('Projects cannot be added to the global context.');
  requireFreeProjects(site, field, projectIds);
  context.projectIds.push(...projectIds);
}

/** Without its last project a context would be for all of them: refused when another one is. */
export function removeProjects(field: CustomField, context: CustomFieldContext, projectIds: readonly string[]): void {
  requireDistinct(projectIds, 'projectIds');
  const strange = projectIds.filter((id) => !context.projectIds.includes(id));
  if (strange.length > 0) throw badRequest(`These projects are not associated with the context: ${strange.join(', ')}.`); // prettier-ignore
  const rest = context.projectIds.filter((id) => !projectIds.includes(id));
  if (rest.length === 0 && field.contexts.some(isGlobal)) {
    throw badRequest('The custom field already has a context for all projects.');
  }
  context.projectIds = rest;
}

export function addIssueTypes(site: JiraSite, context: CustomFieldContext, issueTypeIds: readonly string[]): void {
  requireDistinct(issueTypeIds, 'issueTypeIds');
  requireIssueTypes(site, issueTypeIds);
  if (isGlobal(context)) throw badRequest('Issue types cannot be added to the global context.');
  const present = issueTypeIds.filter((id) => context.issueTypeIds.includes(id));
  if (present.length > 0) {
    throw badRequest(`These issue types are already associated with the context: ${present.join(', ')}.`);
  }
  context.issueTypeIds.push(...issueTypeIds);
}

/** Without its last issue type a context is for all of them. */
export function removeIssueTypes(site: JiraSite, context: CustomFieldContext, issueTypeIds: readonly string[]): void {
  requireDistinct(issueTypeIds, 'issueTypeIds');
  requireIssueTypes(site, issueTypeIds);
  const strange = issueTypeIds.filter((id) => !context.issueTypeIds.includes(id));
  if (strange.length > 0) {
    throw badRequest(`These issue types are not associated with the context: ${strange.join(', ')}.`);
  }
  context.issueTypeIds = context.issueTypeIds.filter((id) => !issueTypeIds.includes(id));
}

export function deleteContext(site: JiraSite, field: CustomField, context: CustomFieldContext): void {
  if (context.options.some(({ id }) => issuesWithOption(site, field, id).length > 0)) {
    throw unsupported('deleting a context whose options are values of issues');
  }
  field.contexts = field.contexts.filter((entry) => entry !== context);
}

function requireFreeProjects(site: JiraSite, field: CustomField, projectIds: readonly string[]): void {
  requireDistinct(projectIds, 'projectIds');
  const known = site.store.state.projects.filter(({ style }) => style === 'classic').map(({ id }) => id);
  const missing = projectIds.filter((id) => !known.includes(id));
  if (missing.length > 0) throw notFound(`These projects were not found: ${missing.join(', ')}.`);
  const taken = projectIds.filter((id) => field.contexts.some((context) => context.projectIds.includes(id)));
  if (taken.length > 0) {
    throw badRequest(`These projects are already associated with a context: ${taken.join(', ')}.`);
  }
}
