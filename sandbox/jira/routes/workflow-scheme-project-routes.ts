/** Which workflow scheme projects have: /rest/api/3/workflowscheme/project…, and publishing a draft to them. */
import { Hono } from 'hono';
import { z } from 'zod';
import { requireAdministrator } from '../access';
import { idInPath, idsParameter, readBody } from '../administration';
import type { JiraSite } from '../jira-site';
import { requireClassicProject } from '../projects/require-project';
import { badFields, badRequest, unsupported } from '../refusal';
import type { JiraEnv } from '../request';
import { submitTask } from '../tasks/submit-task';
import { seeTask } from '../tasks/task-view';
import { assignmentChanges } from '../workflow-admin/assignment';
import { requireLock } from '../workflow-admin/configuration-lock';
import { requireDraft, requireScheme } from '../workflow-admin/require-scheme';
import { requireMappings, SCHEME_WORK } from '../workflow-admin/scheme-work';
import { schemeView } from '../workflow-admin/scheme-view';
import { projectsUsing } from '../workflow-admin/usages';

const assignSchema = z.strictObject({ projectId: z.string(), workflowSchemeId: z.string().nullish() });
const mappingsSchema = z
  .array(
    z.strictObject({
      issueTypeId: z.string(),
      statusMappings: z.array(z.strictObject({ oldStatusId: z.string(), newStatusId: z.string() })),
    }),
  )
  .default([]);
const switchSchema = z.strictObject({
  projectId: z.string(),
  targetSchemeId: z.string(),
  mappingsByIssueTypeOverride: mappingsSchema,
});
const publishSchema = z.strictObject({
  statusMappings: z
    .array(z.strictObject({ issueTypeId: z.string(), statusId: z.string(), newStatusId: z.string() }))
    .default([]),
});

const NOT_CLASSIC = 'Workflow schemes can only be assigned to company-managed projects.';

export function workflowSchemeProjectRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.use('/workflowscheme/project/*', async (context, next) => {
    requireAdministrator(site, context.get('account'));
    await next();
  });
  routes.get('/workflowscheme/project', (context) => {
    requireAdministrator(
      site,
      context.get('account'),
      'Only Jira administrators can access workflow scheme associations.',
    );
    const ids = idsParameter(context, 'projectId');
    if (ids === undefined) throw badFields({ projectId: 'The ID of a project has to be provided.' });
    const asked = site.store.state.projects.filter(({ id, style }) => ids.includes(id) && style === 'classic');
    const schemes = site.store.state.workflowSchemes.flatMap((scheme) => {
      const projectIds = asked.filter(({ workflowSchemeId }) => workflowSchemeId === scheme.id).map(({ id }) => id);
      return projectIds.length === 0 ? [] : [{ projectIds, workflowScheme: schemeView(site, scheme) }];
    });
    return context.json({ values: schemes });
  });
  routes.put('/workflowscheme/project', async (context) => {
    requireAdministrator(site, context.get('account'));
    const { projectId, workflowSchemeId } = await readBody(context, assignSchema);
    if (workflowSchemeId == null) throw unsupported('the default workflow scheme');
    const project = requireClassicProject(site, projectId, NOT_CLASSIC);
    const scheme = requireScheme(site, workflowSchemeId);
    if (site.store.state.issues.some(({ values }) => values.project === project.id)) {
      throw badRequest('The workflow scheme cannot be assigned, as the project has issues.');
    }
    requireLock(site);
    project.workflowSchemeId = scheme.id;
    return context.body(null, 204);
  });
  routes.post('/workflowscheme/project/switch', async (context) => {
    const body = await readBody(context, switchSchema);
    const project = requireClassicProject(site, body.projectId, NOT_CLASSIC);
    const scheme = requireScheme(site, body.targetSchemeId);
    requireLock(site);
    const moves = body.mappingsByIssueTypeOverride.flatMap(({ issueTypeId, statusMappings }) =>
      statusMappings.map(({ oldStatusId: from, newStatusId: to }) => ({ projectId: null, issueTypeId, from, to })),
    );
    requireMappings(assignmentChanges(site, [project], scheme), moves);
    const input = { projectId: project.id, schemeId: scheme.id, moves };
    const description = `Switch the workflow scheme of ${project.name}`;
    const task = submitTask(site, context.get('account'), { kind: SCHEME_WORK.switch, description, input });
    return seeTask(site, context, task);
  });
  routes.post('/workflowscheme/:id{[0-9]+}/draft/publish', async (context) => {
    requireAdministrator(site, context.get('account'));
    const scheme = requireScheme(site, idInPath(context, 'id'));
    const draft = requireDraft(scheme);
    const { statusMappings } = await readBody(context, publishSchema);
    const moves = statusMappings.map(({ issueTypeId, statusId: from, newStatusId: to }) => ({
      projectId: null,
      issueTypeId,
      from,
      to,
    }));
    requireMappings(assignmentChanges(site, projectsUsing(site, scheme), draft), moves);
    if (context.req.query('validateOnly') === 'true') return context.body(null, 204);
    requireLock(site);
    const input = { schemeId: scheme.id, moves };
    const description = `Publish the draft of ${scheme.name}`;
    const task = submitTask(site, context.get('account'), { kind: SCHEME_WORK.publish, description, input });
    return seeTask(site, context, task);
  });
  return routes;
}
