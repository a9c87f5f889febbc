/** `/rest/api/3/project`: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/ */
import { Hono } from 'hono';
import { requireAdministrator, requireProject } from '../access';
import { readBody } from '../administration';
import type { JiraSite } from '../jira-site';
import { issueTypeView, statusView } from '../object-views';
import { createProject, createProjectSchema } from '../projects/create-project';
import { projectExpansions, projectRoles, projectView } from '../projects/project-view';
import { searchProjects } from '../projects/search-projects';
import { unsupported } from '../refusal';
import { expansions, pageOf, readWindow } from '../request';
import type { JiraEnv } from '../request';

export function projectRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.post('/project', async (context) => {
    requireAdministrator(site, context.get('account'), 'You do not have permission to create projects.');
    const { id, key } = createProject(site, await readBody(context, createProjectSchema));
    return context.json({ self: `${site.baseUrl()}/rest/api/3/project/${id}`, id: Number(id), key }, 201);
  });
  routes.get('/project/search', (context) => {
    const expand = expansions(context);
    if (expand.includes('projectKeys')) throw unsupported('expand=projectKeys');
    const found = searchProjects(site, context).map((project) => ({
      ...projectView(site, project),
      ...projectExpansions(site, context.get('account'), project, expand),
    }));
    return context.json(pageOf(context, site.baseUrl(), found, readWindow(context, 50, 100)));
  });
  routes.get('/project/:project', (context) => {
    const account = context.get('account');
    const project = requireProject(site, account, context.req.param('project'));
    const missing = expansions(context).find((name) => name === 'projectKeys' || name === 'issueTypeHierarchy');
    if (missing !== undefined) throw unsupported(`expand=${missing}`);
    return context.json({
      ...projectView(site, project),
      ...projectExpansions(site, account, project, ['description', 'lead', 'issueTypes']),
      ...(project.url === '' ? {} : { url: project.url }),
      components: [],
      assigneeType: project.assigneeType,
      versions: [],
      roles: projectRoles(site, project),
      properties: {},
    });
  });
  routes.get('/project/:project/statuses', (context) => {
    const project = requireProject(site, context.get('account'), context.req.param('project'));
    return context.json(
      site.store.issueTypeIdsOf(project).map((typeId) => {
        const { self, id, name, subtask } = issueTypeView(site, typeId);
        const { statuses } = site.store.workflowFor(project, typeId);
        const shown = statuses.map(({ statusId }) => statusView(site, site.store.status(statusId)));
        return { self, id, name, subtask, statuses: shown };
      }),
    );
  });
  return routes;
}
