/** Project roles and who plays them. */
import { Hono } from 'hono';
import { holds, requireAdministrator, requireProject } from '../access';
import type { JiraSite } from '../jira-site';
import { badRequest, notFound } from '../refusal';
import type { JiraEnv } from '../request';
import type { Project, ProjectRole } from '../state';
import { displayName } from '../user-view';

export function roleRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/role', (context) => {
    requireAdministrator(site, context.get('account'));
    // A site has no default actors here: who plays a role is said project by project.
    return context.json(site.store.state.roles.map((role) => ({ ...roleHead(role), actors: [] })));
  });
  routes.get('/project/:project/role', (context) => {
    const project = requireProject(site, context.get('account'), context.req.param('project'));
    requireRoleAdministrator(context.get('account'), project);
    return context.json(Object.fromEntries(site.store.state.roles.map((role) => [role.name, selfOf(project, role)])));
  });
  routes.get('/project/:project/role/:role', (context) => {
    const project = requireProject(site, context.get('account'), context.req.param('project'));
    requireRoleAdministrator(context.get('account'), project);
    const id = context.req.param('role');
    if (!/^\d+$/.test(id)) throw badRequest('The project role id must be a number.');
    const role = site.store.state.roles.find((candidate) => candidate.id === id);
    if (role === undefined) throw notFound(`Could not find project role with id '${id}'.`);
    const activeOnly = context.req.query('excludeInactiveUsers') === 'true';
    return context.json({
      self: selfOf(project, role),
      ...roleHead(role),
      actors: actorsOf(project, role, activeOnly),
    });
  });
  return routes;

  function requireRoleAdministrator(account: JiraEnv['Variables']['account'], project: Project): void {
    if (holds(site, account, 'ADMINISTER_PROJECTS', project)) return;
    throw notFound(`No project could be found with key '${project.key}'.`);
  }

  function roleHead({ id, name }: ProjectRole) {
    return { id: Number(id), name, description: '' };
  }

  function selfOf(project: Project, role: ProjectRole): string {
    return `${site.baseUrl()}/rest/api/3/project/${project.id}/role/${role.id}`;
  }

  /** Sorted by display name, as Jira does. */
  function actorsOf(project: Project, role: ProjectRole, activeOnly: boolean) {
    const actors = project.roleActors.filter(({ roleId }) => roleId === role.id);
    const people = actors
      .flatMap(({ accountIds }) => accountIds)
      .filter((accountId) => !activeOnly || site.directory.findPerson(accountId)?.active === true)
      .map((accountId) => ({
        displayName: displayName(site, accountId),
        type: 'atlassian-user-role-actor',
        actorUser: { accountId },
      }));
    const groups = actors
      .flatMap(({ groupNames }) => groupNames)
      .flatMap((name) => site.directory.groups.filter((group) => group.name === name))
      .map(({ name, groupId }) => ({
        displayName: name,
        type: 'atlassian-group-role-actor',
        name,
        actorGroup: { name, displayName: name, groupId },
      }));
    const sorted = [...people, ...groups].sort((one, two) => one.displayName.localeCompare(two.displayName, 'en'));
    return sorted.map((actor, index) => ({ id: 10_000 + index, ...actor }));
  }
}
