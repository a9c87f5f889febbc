/** The default workflow and the mappings of issue types, in a workflow scheme and in its draft. */
import { Hono } from 'hono';
import { z } from 'zod';
import { requireAdministrator } from '../access';
import { idInPath, readBody } from '../administration';
import type { JiraSite } from '../jira-site';
import { notFound, unsupported } from '../refusal';
import type { JiraContext, JiraEnv } from '../request';
import type { WorkflowScheme } from '../state';
import type { WorkflowAssignment } from '../workflow-state';
import { editDraft, editScheme, withoutIssueTypes } from '../workflow-admin/edit-scheme';
import type { AssignmentEdit } from '../workflow-admin/edit-scheme';
import { systemWorkflowId } from '../workflow-admin/project-scheme';
import { requireBodyIssueTypes, requireBodyWorkflow, requireDraft, requireIssueType, requireNamedWorkflow, requireScheme } from '../workflow-admin/require-scheme'; // prettier-ignore

const updateDraftIfNeeded = z.boolean().default(false);
const typeSchema = z.strictObject({ issueType: z.string().optional(), workflow: z.string(), updateDraftIfNeeded });
const defaultSchema = z.strictObject({ workflow: z.string(), updateDraftIfNeeded });
const workflowSchema = z.strictObject({
  workflow: z.string().optional(),
  issueTypes: z.array(z.string()).default([]),
  defaultMapping: z.boolean().optional(),
  updateDraftIfNeeded,
});

export function workflowSchemeMappingRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  addMappingRoutes(routes, site, '/workflowscheme/:id{[0-9]+}', false);
  addMappingRoutes(routes, site, '/workflowscheme/:id{[0-9]+}/draft', true);
  return routes;
}

function addMappingRoutes(routes: Hono<JiraEnv>, site: JiraSite, path: string, ofDraft: boolean): void {
  routes.get(`${path}/default`, (context) => {
    const { defaultWorkflowId } = shown(context);
    return context.json({ workflow: site.store.workflow(defaultWorkflowId).name });
  });
  routes.put(`${path}/default`, async (context) => {
    const scheme = administeredScheme(context);
    const body = await readBody(context, defaultSchema);
    const defaultWorkflowId = requireBodyWorkflow(site, body.workflow).id;
    return edit(context, scheme, body.updateDraftIfNeeded, (before) => ({ ...before, defaultWorkflowId }));
  });
  routes.delete(`${path}/default`, (context) => {
    const defaultWorkflowId = systemWorkflowId(site);
    return edit(context, administeredScheme(context), asked(context), (before) => ({ ...before, defaultWorkflowId }));
  });
  routes.get(`${path}/issuetype/:type`, (context) => {
    const { workflowIds } = shown(context);
    const issueType = typeInPath(context);
    const workflowId = workflowIds[issueType];
    if (workflowId === undefined) throw notFound(`The issue type '${issueType}' is not mapped.`);
    return context.json({ issueType, workflow: site.store.workflow(workflowId).name });
  });
  routes.put(`${path}/issuetype/:type`, async (context) => {
    const scheme = administeredScheme(context);
    const type = typeInPath(context);
    const body = await readBody(context, typeSchema);
    const workflowId = requireBodyWorkflow(site, body.workflow).id;
    return edit(context, scheme, body.updateDraftIfNeeded, ({ defaultWorkflowId, workflowIds }) => ({
      defaultWorkflowId,
      workflowIds: { ...workflowIds, [type]: workflowId },
    }));
  });
  routes.delete(`${path}/issuetype/:type`, (context) => {
    const scheme = administeredScheme(context);
    const type = typeInPath(context);
    return edit(context, scheme, asked(context), ({ defaultWorkflowId, workflowIds }) => ({
      defaultWorkflowId,
      workflowIds: withoutIssueTypes(workflowIds, (other) => other === type),
    }));
  });
  routes.get(`${path}/workflow`, (context) => {
    const { defaultWorkflowId, workflowIds } = shown(context);
    const { id, name } = workflowInQuery(context);
    const issueTypes = Object.keys(workflowIds).filter((type) => workflowIds[type] === id);
    return context.json({ workflow: name, issueTypes, defaultMapping: defaultWorkflowId === id });
  });
  routes.put(`${path}/workflow`, async (context) => {
    const scheme = administeredScheme(context);
    const { id } = workflowInQuery(context);
    const body = await readBody(context, workflowSchema);
    requireBodyIssueTypes(site, body.issueTypes);
    const mapped = Object.fromEntries(body.issueTypes.map((type) => [type, id]));
    return edit(context, scheme, body.updateDraftIfNeeded, ({ defaultWorkflowId, workflowIds }) => ({
      defaultWorkflowId: body.defaultMapping === true ? id : defaultWorkflowId,
      workflowIds: { ...withoutIssueTypes(workflowIds, (type) => workflowIds[type] === id), ...mapped },
    }));
  });
  routes.delete(`${path}/workflow`, (context) => {
    const scheme = administeredScheme(context);
    const { id } = workflowInQuery(context);
    return edit(context, scheme, asked(context), ({ defaultWorkflowId, workflowIds }) => ({
      defaultWorkflowId: defaultWorkflowId === id ? systemWorkflowId(site) : defaultWorkflowId,
      workflowIds: withoutIssueTypes(workflowIds, (type) => workflowIds[type] === id),
    }));
  });

  function administeredScheme(context: JiraContext): WorkflowScheme {
    requireAdministrator(site, context.get('account'));
    const scheme = requireScheme(site, idInPath(context, 'id'));
    if (ofDraft) requireDraft(scheme);
    return scheme;
  }

  function shown(context: JiraContext): WorkflowAssignment {
    const scheme = administeredScheme(context);
    if (ofDraft) return requireDraft(scheme);
    return context.req.query('returnDraftIfExists') === 'true' ? (scheme.draft ?? scheme) : scheme;
  }

  function edit(context: JiraContext, scheme: WorkflowScheme, leave: boolean, change: AssignmentEdit): Response {
    const account = context.get('account');
    return context.json(
      ofDraft ? editDraft(site, account, scheme, change) : editScheme(site, account, scheme, leave, change),
    );
  }

  function typeInPath(context: JiraContext): string {
    const type = context.req.param('type') ?? '';
    requireIssueType(site, type);
    return type;
  }

  function workflowInQuery(context: JiraContext) {
    const name = context.req.query('workflowName');
    if (name === undefined && context.req.method === 'GET') throw unsupported('the mappings of all workflows at once');
    if (name === undefined) throw notFound('The workflow is not specified.');
    return requireNamedWorkflow(site, name);
  }
}

function asked(context: JiraContext): boolean {
  return context.req.query('updateDraftIfNeeded') === 'true';
}
