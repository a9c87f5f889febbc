/** /rest/api/3/workflowscheme and /rest/api/3/workflowscheme/{id}: list, create, read, update, delete. */
import { Hono } from 'hono';
import { z } from 'zod';
import { requireAdministrator } from '../access';
import { checkedName, idInPath, isTaken, readBody } from '../administration';
import type { JiraSite } from '../jira-site';
import { badRequest } from '../refusal';
import { pageOf, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';
import type { WorkflowScheme } from '../state';
import type { WorkflowAssignment } from '../workflow-state';
import { createDraft, editDraft, editScheme } from '../workflow-admin/edit-scheme';
import { systemWorkflowId } from '../workflow-admin/project-scheme';
import {
  requireBodyIssueTypes,
  requireBodyWorkflow,
  requireDraft,
  requireScheme,
} from '../workflow-admin/require-scheme';
import { draftView, schemeView } from '../workflow-admin/scheme-view';
import { isActive, isTeamManaged, projectsUsing, usagePage } from '../workflow-admin/usages';
import { requireWorkflowAdministrator } from '../workflow-admin/workflow-access';

const schemeSchema = z.strictObject({
  name: z.string().optional(),
  description: z.string().optional(),
  defaultWorkflow: z.string().optional(),
  issueTypeMappings: z.record(z.string(), z.string()).optional(),
  updateDraftIfNeeded: z.boolean().default(false),
});
type SchemeBody = z.infer<typeof schemeSchema>;

export function workflowSchemeRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/workflowscheme', (context) => {
    requireAdministrator(site, context.get('account'));
    const listed = site.store.state.workflowSchemes.filter((scheme) => !isTeamManaged(site, scheme));
    const schemes = listed.map((scheme) => schemeView(site, scheme));
    return context.json(pageOf(context, site.baseUrl(), schemes, readWindow(context, 50, 50)));
  });
  routes.post('/workflowscheme', async (context) => {
    requireAdministrator(site, context.get('account'));
    const body = await readBody(context, schemeSchema);
    const initial: WorkflowAssignment = { defaultWorkflowId: systemWorkflowId(site), workflowIds: {} };
    const { name = '', ...head } = readHead(body);
    if (name === '') throw badRequest('The name must be provided.');
    const assignment = edited(body)(initial);
    const id = site.store.nextId('workflowscheme');
    const scheme = { id, versionNumber: 1, description: '', ...head, name, ...assignment, draft: null };
    site.store.state.workflowSchemes.push(scheme);
    return context.json(schemeView(site, scheme), 201);
  });
  routes.get('/workflowscheme/:id{[0-9]+}', (context) => {
    const scheme = administeredScheme(context);
    const { draft } = scheme;
    const asDraft = context.req.query('returnDraftIfExists') === 'true' && draft !== null;
    return context.json(asDraft ? draftView(site, scheme, draft, context.get('account')) : schemeView(site, scheme));
  });
  routes.put('/workflowscheme/:id{[0-9]+}', async (context) => {
    const scheme = administeredScheme(context);
    const body = await readBody(context, schemeSchema);
    const head = readHead(body, scheme);
    const edit = edited(body);
    if (isActive(site, scheme)) {
      const view = editScheme(site, context.get('account'), scheme, body.updateDraftIfNeeded, edit);
      Object.assign(requireDraft(scheme), head);
      return context.json({ ...view, ...head });
    }
    Object.assign(scheme, head);
    return context.json(editScheme(site, context.get('account'), scheme, false, edit));
  });
  routes.delete('/workflowscheme/:id{[0-9]+}', (context) => {
    const scheme = administeredScheme(context);
    if (isActive(site, scheme)) throw badRequest('The workflow scheme is active and cannot be deleted.');
    const { state } = site.store;
    state.workflowSchemes = state.workflowSchemes.filter((other) => other !== scheme);
    return context.body(null, 204);
  });
  routes.get('/workflowscheme/:id{[0-9]+}/projectUsages', (context) => {
    requireWorkflowAdministrator(site, context.get('account'));
    const scheme = requireScheme(site, idInPath(context, 'id'));
    const ids = projectsUsing(site, scheme).map(({ id }) => id);
    return context.json({ workflowSchemeId: scheme.id, projects: usagePage(context, ids) });
  });
  routes.post('/workflowscheme/:id{[0-9]+}/createdraft', (context) => {
    const scheme = administeredScheme(context);
    const draft = createDraft(site, context.get('account'), scheme);
    return context.json(draftView(site, scheme, draft, context.get('account')), 201);
  });
  routes.get('/workflowscheme/:id{[0-9]+}/draft', (context) => {
    const scheme = administeredScheme(context);
    return context.json(draftView(site, scheme, requireDraft(scheme), context.get('account')));
  });
  routes.put('/workflowscheme/:id{[0-9]+}/draft', async (context) => {
    const scheme = administeredScheme(context);
    const body = await readBody(context, schemeSchema);
    const head = readHead(body, scheme);
    const view = editDraft(site, context.get('account'), scheme, edited(body));
    Object.assign(requireDraft(scheme), head);
    return context.json({ ...view, ...head });
  });
  routes.delete('/workflowscheme/:id{[0-9]+}/draft', (context) => {
    const scheme = administeredScheme(context);
    requireDraft(scheme);
    scheme.draft = null;
    return context.body(null, 204);
  });
  return routes;

  function administeredScheme(context: JiraContext): WorkflowScheme {
    requireAdministrator(site, context.get('account'));
    return requireScheme(site, idInPath(context, 'id'));
  }

  /** The name and the description, if the body has them. */
  function readHead({ name, description }: SchemeBody, scheme?: WorkflowScheme) {
    const checked = name === undefined ? undefined : checkedName(name, 255);
    if (checked !== undefined && isTaken(site.store.state.workflowSchemes, checked, scheme)) {
      throw badRequest(`The workflow scheme name '${checked}' is taken.`);
    }
    return {
      ...(checked === undefined ? {} : { name: checked }),
      ...(description === undefined ? {} : { description }),
    };
  }

  /** What the body says of workflows, over what was said before. */
  function edited({ defaultWorkflow, issueTypeMappings }: SchemeBody) {
    const names = Object.entries(issueTypeMappings ?? {});
    requireBodyIssueTypes(site, Object.keys(issueTypeMappings ?? {}));
    const workflowIds = names.map(([type, name]) => [type, requireBodyWorkflow(site, name).id] as const);
    const defaultId = defaultWorkflow === undefined ? undefined : requireBodyWorkflow(site, defaultWorkflow).id;
    return (before: WorkflowAssignment): WorkflowAssignment => ({
      defaultWorkflowId: defaultId ?? before.defaultWorkflowId,
      workflowIds: issueTypeMappings === undefined ? before.workflowIds : Object.fromEntries(workflowIds),
    });
  }
}
