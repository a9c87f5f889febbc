/** GET, POST and DELETE of workflows: /rest/api/3/workflows… and /rest/api/3/workflow/{id}… */
import { Hono } from 'hono';
import { z } from 'zod';
import { requireAdministrator } from '../access';
import { readBody } from '../administration';
import type { JiraSite } from '../jira-site';
import { badRequest, notFound } from '../refusal';
import { expansions, pageOf, readJson, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';
import type { Workflow } from '../state';
import { capabilities } from '../workflow-admin/capabilities';
import { requireLock } from '../workflow-admin/configuration-lock';
import { createProblems, createWorkflows } from '../workflow-admin/create-workflows';
import { findWorkflow, findWorkflowByName, followedWorkflow, isSystemWorkflow } from '../workflow-admin/find-workflow';
import { searchWorkflows } from '../workflow-admin/search-workflows';
import { updateProblems } from '../workflow-admin/update-problems';
import { updateWorkflows } from '../workflow-admin/update-workflows';
import { issueTypesFollowing, projectsFollowing, schemesNaming, usagePage } from '../workflow-admin/usages';
import { requireWorkflowAdministrator } from '../workflow-admin/workflow-access';
import { readCreateDocument, readUpdateDocument } from '../workflow-admin/workflow-document';
import { createRuleIds, workflowsView } from '../workflow-admin/workflow-view';

const readSchema = z.strictObject({
  workflowNames: z.array(z.string()).default([]),
  workflowIds: z.array(z.string()).default([]),
  projectAndIssueTypes: z.array(z.strictObject({ projectId: z.string(), issueTypeId: z.string() })).default([]),
});

const levels = z.array(z.enum(['ERROR', 'WARNING'])).max(2);
const validationSchema = z.strictObject({
  payload: z.unknown(),
  validationOptions: z.strictObject({ levels: levels.optional() }).optional(),
});

export function workflowRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const ruleId = createRuleIds();
  routes.use('/workflows/*', async (context, next) => {
    requireWorkflowAdministrator(site, context.get('account'));
    await next();
  });
  routes.post('/workflows', async (context) => {
    requireWorkflowAdministrator(site, context.get('account'));
    return context.json(workflowsView(site, readWorkflows(site, await readBody(context, readSchema)), ruleId));
  });
  routes.get('/workflows/capabilities', (context) => {
    const [workflowId, projectId, issueTypeId] = ['workflowId', 'projectId', 'issueTypeId'].map((name) =>
      context.req.query(name),
    );
    return context.json(capabilities(site, { workflowId, projectId, issueTypeId }));
  });
  routes.get('/workflows/search', (context) => {
    const found = searchWorkflows(site, (name) => context.req.query(name));
    const page = pageOf(context, site.baseUrl(), found, readWindow(context, 50, 200));
    const { statuses, workflows } = workflowsView(site, page.values, ruleId);
    const withTransitions = expansions(context).includes('values.transitions');
    const values = withTransitions ? workflows : workflows.map(({ transitions: _, ...workflow }) => workflow);
    return context.json({ ...page, statuses, values });
  });
  routes.post('/workflows/create', async (context) => {
    const document = readCreateDocument(await readJson(context));
    requireLock(site);
    return context.json(workflowsView(site, createWorkflows(site, document), ruleId));
  });
  routes.post('/workflows/create/validation', async (context) => {
    const payload = await readPayload(context);
    return context.json({ errors: payload === null ? [] : createProblems(site, readCreateDocument(payload)) });
  });
  routes.post('/workflows/update', async (context) => {
    const outcome = updateWorkflows(site, context.get('account'), await readJson(context));
    return outcome.kind === 'started'
      ? context.json({ statuses: [], workflows: [], taskId: outcome.task.id })
      : context.json(workflowsView(site, outcome.workflows, ruleId));
  });
  routes.post('/workflows/update/validation', async (context) => {
    const payload = await readPayload(context);
    return context.json({ errors: payload === null ? [] : updateProblems(site, readUpdateDocument(payload)) });
  });
  routes.delete('/workflow/:id', (context) => {
    requireAdministrator(site, context.get('account'));
    deleteWorkflow(site, context.req.param('id'));
    return context.body(null, 204);
  });
  routes.get('/workflow/:id/projectUsages', (context) => {
    const workflow = usedWorkflow(context);
    const ids = projectsFollowing(site, workflow).map(({ id }) => id);
    return context.json({ workflowId: workflow.id, projects: usagePage(context, ids) });
  });
  routes.get('/workflow/:id/workflowSchemes', (context) => {
    const workflow = usedWorkflow(context);
    const ids = schemesNaming(site, workflow).map(({ id }) => id);
    return context.json({ workflowId: workflow.id, workflowSchemes: usagePage(context, ids) });
  });
  routes.get('/workflow/:id/project/:project/issueTypeUsages', (context) => {
    const workflow = usedWorkflow(context);
    const project = site.store.state.projects.find(({ id }) => id === context.req.param('project'));
    if (project === undefined) throw notFound('The project was not found.');
    const ids = issueTypesFollowing(site, workflow, project);
    return context.json({ workflowId: workflow.id, projectId: project.id, issueTypes: usagePage(context, ids) });
  });
  return routes;

  function usedWorkflow(context: JiraContext): Workflow {
    requireWorkflowAdministrator(site, context.get('account'));
    const workflow = findWorkflow(site, context.req.param('id') ?? '');
    if (workflow === undefined) throw notFound('The workflow was not found.');
    return workflow;
  }
}

/** What is to be validated; null when only warnings are asked for, of which the sandbox has none. */
async function readPayload(context: JiraContext): Promise<unknown> {
  const { payload, validationOptions } = await readBody(context, validationSchema);
  return (validationOptions?.levels ?? ['ERROR']).includes('ERROR') ? payload : null;
}

/** Each workflow once. Jira answers 404 for the lot when one of them is unknown. */
function readWorkflows(site: JiraSite, request: z.infer<typeof readSchema>): readonly Workflow[] {
  const asked = [
    ...request.workflowNames.map((name) => findWorkflowByName(site, name)),
    ...request.workflowIds.map((id) => findWorkflow(site, id)),
    ...request.projectAndIssueTypes.map((pair) => followedWorkflow(site, pair)),
  ];
  if (asked.includes(undefined)) throw notFound('Not found');
  return [...new Set(asked.filter((workflow) => workflow !== undefined))];
}

/** The workflow goes unless it is the site's own or named by a scheme or a draft. */
function deleteWorkflow(site: JiraSite, id: string): void {
  const workflow = findWorkflow(site, id);
  if (workflow === undefined) throw notFound('The workflow was not found.');
  if (isSystemWorkflow(workflow)) throw badRequest('System workflows cannot be deleted.');
  if (schemesNaming(site, workflow).length > 0) {
    throw badRequest('The workflow cannot be deleted, as workflow schemes use it.');
  }
  site.store.state.workflows = site.store.state.workflows.filter((other) => other !== workflow);
}
