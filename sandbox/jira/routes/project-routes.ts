/** Projects, their issue types and statuses. */
import { Hono } from 'hono';
import { maySeeProject, requireProject } from '../access';
import type { JiraSite } from '../jira-site';
import { issueTypeView, projectReferenceView, statusView } from '../object-views';
import { pageOf, readWindow } from '../request';
import type { JiraEnv } from '../request';
import type { Project } from '../state';
import { userView } from '../user-view';

export function projectRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/issuetype', (context) =>
    context.json(
      site.store.state.issueTypes
        .filter((type) =>
          visibleProjects(type.id).some((project) => maySeeProject(site, context.get('account'), project)),
        )
        .map((type) => issueTypeView(site, type.id)),
    ),
  );
  routes.get('/project/search', (context) => {
    const query = (context.req.query('query') ?? '').toLowerCase();
    const keys = context.req.queries('keys') ?? [];
    const ids = context.req.queries('id') ?? [];
    const found = site.store.state.projects
      .filter((project) => maySeeProject(site, context.get('account'), project))
      .filter((project) => `${project.key} ${project.name}`.toLowerCase().includes(query))
      .filter((project) => keys.length === 0 || keys.includes(project.key))
      .filter((project) => ids.length === 0 || ids.includes(project.id))
      .sort((one, two) => one.key.localeCompare(two.key, 'en'))
      .map(shortView);
    return context.json(pageOf(context, site.baseUrl(), found, readWindow(context, 50, 100)));
  });
  routes.get('/project/:project', (context) => {
    const project = requireProject(site, context.get('account'), context.req.param('project'));
    return context.json({
      ...shortView(project),
      description: project.description,
      lead: userView(site, project.leadAccountId, context.get('account')),
      components: [],
      issueTypes: site.store.issueTypeIdsOf(project).map((id) => issueTypeView(site, id)),
      assigneeType: project.assigneeType,
      versions: [],
      roles: {},
      properties: {},
    });
  });
  routes.get('/project/:project/statuses', (context) => {
    const project = requireProject(site, context.get('account'), context.req.param('project'));
    return context.json(
      site.store.issueTypeIdsOf(project).map((typeId) => {
        const { self, id, name, subtask } = issueTypeView(site, typeId);
        const statuses = site.store.workflowFor(project, typeId).statuses;
        const shown = statuses.map(({ statusId }) => statusView(site, site.store.status(statusId)));
        return { self, id, name, subtask, statuses: shown };
      }),
    );
  });
  return routes;

  function visibleProjects(issueTypeId: string): readonly Project[] {
    return site.store.state.projects.filter((project) => site.store.issueTypeIdsOf(project).includes(issueTypeId));
  }

  function shortView(project: Project) {
    return { ...projectReferenceView(site, project), style: project.style, isPrivate: false };
  }
}
