/** POST /rest/api/3/workflowscheme/read, /workflowscheme/update and /workflowscheme/update/mappings */
import { Hono } from 'hono';
import { z } from 'zod';
import { checkedName, isTaken, readBody } from '../administration';
import type { JiraSite } from '../jira-site';
import { badRequest } from '../refusal';
import type { JiraEnv } from '../request';
import type { WorkflowScheme } from '../state';
import { submitTask } from '../tasks/submit-task';
import { seeTask } from '../tasks/task-view';
import type { WorkflowAssignment } from '../workflow-state';
import { assignmentChanges, issuesOf, moveFor } from '../workflow-admin/assignment';
import type { StatusMove, WorkflowChange } from '../workflow-admin/assignment';
import { requireLock } from '../workflow-admin/configuration-lock';
import { findWorkflow } from '../workflow-admin/find-workflow';
import { systemWorkflowId } from '../workflow-admin/project-scheme';
import { requireBodyIssueTypes } from '../workflow-admin/require-scheme';
import { requiredMappings } from '../workflow-admin/required-mappings';
import { requireMappings, SCHEME_WORK, updateScheme } from '../workflow-admin/scheme-work';
import type { SchemeUpdate } from '../workflow-admin/scheme-work';
import { schemeReadView } from '../workflow-admin/scheme-view';
import { projectsUsing } from '../workflow-admin/usages';
import { requireVersion } from '../workflow-admin/version';
import { versionSchema } from '../workflow-admin/workflow-document';
import { requireWorkflowAdministrator } from '../workflow-admin/workflow-access';

const readSchema = z.strictObject({
  projectIds: z.array(z.string()).nullish(),
  workflowSchemeIds: z.array(z.string()).nullish(),
});
const assignmentShape = {
  defaultWorkflowId: z.string().nullish(),
  workflowsForIssueTypes: z
    .array(z.strictObject({ workflowId: z.string(), issueTypeIds: z.array(z.string()) }))
    .default([]),
};
const mappingsSchema = z.strictObject({ id: z.string(), ...assignmentShape });
const moves = z.array(z.strictObject({ oldStatusId: z.string(), newStatusId: z.string() }));
const updateSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  version: versionSchema,
  ...assignmentShape,
  statusMappingsByIssueTypeOverride: z
    .array(z.strictObject({ issueTypeId: z.string(), statusMappings: moves }))
    .default([]),
  statusMappingsByWorkflows: z
    .array(z.strictObject({ oldWorkflowId: z.string(), newWorkflowId: z.string(), statusMappings: moves }))
    .default([]),
});
type UpdateBody = z.infer<typeof updateSchema>;

export function workflowSchemeUpdateRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.post('/workflowscheme/read', async (context) => {
    requireWorkflowAdministrator(site, context.get('account'));
    const { projectIds, workflowSchemeIds } = await readBody(context, readSchema);
    const schemes = [
      ...(workflowSchemeIds ?? []).map((id) => bodyScheme(site, id)),
      ...(projectIds ?? []).map((id) => bodyScheme(site, projectSchemeId(site, id))),
    ];
    if (schemes.length === 0) throw badRequest('Give the ids of projects or of workflow schemes.');
    return context.json([...new Set(schemes)].map((scheme) => schemeReadView(site, scheme)));
  });
  routes.post('/workflowscheme/update/mappings', async (context) => {
    requireWorkflowAdministrator(site, context.get('account'));
    const body = await readBody(context, mappingsSchema);
    const scheme = bodyScheme(site, body.id);
    const changes = assignmentChanges(site, projectsUsing(site, scheme), readAssignment(site, body));
    return context.json(requiredMappings(site, changes));
  });
  routes.post('/workflowscheme/update', async (context) => {
    requireWorkflowAdministrator(site, context.get('account'));
    const body = await readBody(context, updateSchema);
    const scheme = bodyScheme(site, body.id);
    requireLock(site);
    requireVersion(`The workflow scheme '${scheme.name}'`, scheme, body.version);
    const name = checkedName(body.name, 255);
    if (isTaken(site.store.state.workflowSchemes, name, scheme)) throw badRequest(`The name '${name}' is taken.`);
    const next = readAssignment(site, body);
    const changes = assignmentChanges(site, projectsUsing(site, scheme), next);
    const update: SchemeUpdate = {
      schemeId: scheme.id,
      name,
      description: body.description,
      ...next,
      moves: [...readMoves(body, changes)],
    };
    requireMappings(changes, update.moves);
    const account = context.get('account');
    if (!changes.some((change) => issuesOf(site, change).length > 0)) {
      updateScheme(site, account, update);
      return context.json({});
    }
    const description = `Update the workflow scheme ${scheme.name}`;
    return seeTask(site, context, submitTask(site, account, { kind: SCHEME_WORK.update, description, input: update }));
  });
  return routes;
}

function bodyScheme(site: JiraSite, id: string): WorkflowScheme {
  const scheme = site.store.state.workflowSchemes.find((entry) => entry.id === id);
  if (scheme === undefined) throw badRequest(`The workflow scheme '${id}' does not exist.`);
  return scheme;
}

function projectSchemeId(site: JiraSite, projectId: string): string {
  const project = site.store.state.projects.find(({ id }) => id === projectId);
  if (project === undefined) throw badRequest(`The project '${projectId}' does not exist.`);
  return project.workflowSchemeId;
}

/** Without a default workflow, the system's is meant. */
function readAssignment(site: JiraSite, body: z.infer<typeof mappingsSchema> | UpdateBody): WorkflowAssignment {
  const pairs = body.workflowsForIssueTypes.flatMap(({ workflowId, issueTypeIds }) =>
    issueTypeIds.map((issueTypeId) => [issueTypeId, workflowId] as const),
  );
  const types = pairs.map(([issueTypeId]) => issueTypeId);
  requireBodyIssueTypes(site, types);
  if (new Set(types).size !== types.length) throw badRequest('An issue type can be mapped to one workflow only.');
  const defaultWorkflowId = body.defaultWorkflowId ?? systemWorkflowId(site);
  const unknown = [defaultWorkflowId, ...pairs.map(([, id]) => id)].find((id) => findWorkflow(site, id) === undefined);
  if (unknown !== undefined) throw badRequest(`The workflow '${unknown}' does not exist.`);
  return { defaultWorkflowId, workflowIds: Object.fromEntries(pairs) };
}

/** What is said for an issue type overrides what is said for a pair of workflows. */
function readMoves(body: UpdateBody, changes: readonly WorkflowChange[]): readonly StatusMove[] {
  const overrides = body.statusMappingsByIssueTypeOverride.flatMap(({ issueTypeId, statusMappings }) =>
    statusMappings.map(({ oldStatusId: from, newStatusId: to }) => ({ projectId: null, issueTypeId, from, to })),
  );
  const byWorkflows = body.statusMappingsByWorkflows.flatMap(({ oldWorkflowId, newWorkflowId, statusMappings }) =>
    changes
      .filter(({ before, after }) => before.id === oldWorkflowId && after.id === newWorkflowId)
      .flatMap(({ project, issueTypeId }) =>
        statusMappings
          .filter(({ oldStatusId }) => moveFor(overrides, project.id, issueTypeId, oldStatusId) === undefined)
          .map(({ oldStatusId: from, newStatusId: to }) => ({ projectId: project.id, issueTypeId, from, to })),
      ),
  );
  return [...overrides, ...byWorkflows];
}
