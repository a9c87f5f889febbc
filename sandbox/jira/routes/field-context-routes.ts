/**
 * `/rest/api/3/field/{fieldId}/context`:
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-contexts/
 */
import { Hono } from 'hono';
import { z } from 'zod';
import { administratorsOnly, checkedDescription, idInPath, idsParameter, readBody } from '../administration';
import { contextFor } from '../fields/applicable-field';
import { requireUnlocked } from '../fields/app-fields';
import { requireCustomField } from '../fields/custom-fields';
import { findField } from '../fields/field-catalogue';
import * as contexts from '../fields/field-contexts';
import type { CustomField, CustomFieldContext } from '../fields/field-state';
import { requireIssueTypes } from '../issue-types/issue-type-schemes';
import type { JiraSite } from '../jira-site';
import { badRequest, notFound } from '../refusal';
import { pageOf, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';

const ids = z.array(z.string());
const createSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string(),
  description: z.string().nullish(),
  projectIds: ids.nullish(),
  issueTypeIds: ids.nullish(),
});
const updateSchema = z.strictObject({ name: z.string().optional(), description: z.string().optional() });
const projectIdsSchema = z.strictObject({ projectIds: ids });
const issueTypeIdsSchema = z.strictObject({ issueTypeIds: ids });
const mappingsSchema = z.strictObject({
  mappings: z.array(z.strictObject({ projectId: z.string(), issueTypeId: z.string() })),
});

export function fieldContextRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const base = '/field/:field/context';
  routes.use(`${base}/*`, administratorsOnly(site, 'Only Jira administrators can access custom field contexts.'));
  routes.get(base, (context) => {
    const found = chosenContexts(context, askedField(context))
      .filter((entry) => matches(context.req.query('isGlobalContext'), contexts.isGlobal(entry)))
      .filter((entry) => matches(context.req.query('isAnyIssueType'), entry.issueTypeIds.length === 0));
    return page(context, found.map(contextView));
  });
  routes.post(base, async (context) => {
    const field = askedField(context);
    const { name, description, projectIds, issueTypeIds } = await readBody(context, createSchema);
    const details = { name, description: description ?? '', projectIds: projectIds ?? [], issueTypeIds: issueTypeIds ?? [] }; // prettier-ignore
    const made = contexts.createContext(site, field, details);
    const { id } = made;
    return context.json({ id, name: made.name, description: made.description, projectIds: made.projectIds, issueTypeIds: made.issueTypeIds }, 201); // prettier-ignore
  });
  routes.get(`${base}/issuetypemapping`, (context) => {
    const found = chosenContexts(context, askedField(context)).flatMap<unknown>(({ id, issueTypeIds }) =>
      issueTypeIds.length === 0
        ? [{ contextId: id, isAnyIssueType: true }]
        : issueTypeIds
            .toSorted((one, two) => Number(one) - Number(two))
            .map((issueTypeId) => ({ contextId: id, issueTypeId })),
    );
    return page(context, found);
  });
  routes.get(`${base}/projectmapping`, (context) => {
    const found = chosenContexts(context, askedField(context)).flatMap<unknown>((entry) =>
      contexts.isGlobal(entry)
        ? [{ contextId: entry.id, isGlobalContext: true }]
        : entry.projectIds.map((projectId) => ({ contextId: entry.id, projectId })),
    );
    return page(context, found);
  });
  routes.post(`${base}/mapping`, async (context) => {
    const { id } = askedField(context);
    const { mappings } = await readBody(context, mappingsSchema);
    const keys = mappings.map(({ projectId, issueTypeId }) => `${projectId} ${issueTypeId}`);
    if (new Set(keys).size !== keys.length) {
      throw badRequest('Duplicate project and issue type mappings cannot be provided.');
    }
    requireProjects(mappings.map(({ projectId }) => projectId)); // prettier-ignore
    requireIssueTypes(site, mappings.map(({ issueTypeId }) => issueTypeId)); // prettier-ignore
    const field = findField(site.store, id);
    const found = mappings.map((mapping) => ({
      ...mapping,
      contextId: field === undefined ? null : (contextFor(field, mapping)?.id ?? null),
    }));
    return page(context, found);
  });
  routes.put(`${base}/:context`, async (context) => {
    const field = askedField(context);
    const asked = contexts.requireContext(field, idInPath(context, 'context'));
    const { name, description } = await readBody(context, updateSchema);
    if (description !== undefined) checkedDescription(description, 255);
    if (name !== undefined) asked.name = contexts.checkedContextName(field, name, asked);
    if (description !== undefined) asked.description = description;
    return context.body(null, 204);
  });
  routes.delete(`${base}/:context`, (context) => {
    const field = askedField(context);
    contexts.deleteContext(site, field, contexts.requireContext(field, idInPath(context, 'context')));
    return context.body(null, 204);
  });
  routes.put(`${base}/:context/project`, async (context) => {
    const [field, asked] = askedContext(context);
    contexts.assignProjects(site, field, asked, (await readBody(context, projectIdsSchema)).projectIds);
    return context.body(null, 204);
  });
  routes.post(`${base}/:context/project/remove`, async (context) => {
    const [field, asked] = askedContext(context);
    const { projectIds } = await readBody(context, projectIdsSchema);
    requireProjects(projectIds);
    contexts.removeProjects(field, asked, projectIds);
    return context.body(null, 204);
  });
  routes.put(`${base}/:context/issuetype`, async (context) => {
    const [, asked] = askedContext(context);
    contexts.addIssueTypes(site, asked, (await readBody(context, issueTypeIdsSchema)).issueTypeIds);
    return context.body(null, 204);
  });
  routes.post(`${base}/:context/issuetype/remove`, async (context) => {
    const [, asked] = askedContext(context);
    contexts.removeIssueTypes(site, asked, (await readBody(context, issueTypeIdsSchema)).issueTypeIds);
    return context.body(null, 204);
  });
  return routes;

  function askedField(context: JiraContext): CustomField {
    const field = requireCustomField(site, context.req.param('field') ?? '');
    return context.req.method === 'GET' ? field : requireUnlocked(field);
  }

  function askedContext(context: JiraContext): readonly [CustomField, CustomFieldContext] {
    const field = askedField(context);
    return [field, contexts.requireContext(field, idInPath(context, 'context'))];
  }

  function requireProjects(projectIds: readonly string[]): void {
    const missing = projectIds.filter((id) => !site.store.state.projects.some((project) => project.id === id));
    if (missing.length > 0) throw notFound(`These projects were not found: ${missing.join(', ')}.`);
  }

  function page(context: JiraContext, values: readonly unknown[]) {
    return context.json(pageOf(context, site.baseUrl(), values, readWindow(context, 50, 100)));
  }
}

/** Ids that the field does not have are ignored. */
function chosenContexts(context: JiraContext, field: CustomField): readonly CustomFieldContext[] {
  const wanted = idsParameter(context, 'contextId');
  return field.contexts.filter(({ id }) => wanted === undefined || wanted.includes(id));
}

function matches(wanted: string | undefined, actual: boolean): boolean {
  return wanted === undefined || wanted === '' || (wanted === 'true') === actual;
}

function contextView(context: CustomFieldContext) {
  const { id, name, description, issueTypeIds } = context;
  const isAnyIssueType = issueTypeIds.length === 0;
  return { id, name, description, isGlobalContext: contexts.isGlobal(context), isAnyIssueType };
}
