/** GET /rest/api/3/mypermissions and POST /rest/api/3/permissions/check */
import { Hono } from 'hono';
import { z } from 'zod';
import { holds, isAdministrator, mayBrowse, requireIssue, requireProject } from '../access';
import type { Account, JiraSite } from '../jira-site';
import { findPermission } from '../permission-catalogue';
import type { PermissionDetails } from '../permission-catalogue';
import { badFields, badRequest, forbidden } from '../refusal';
import { readJson } from '../request';
import type { JiraContext, JiraEnv } from '../request';
import type { Project } from '../state';

const number = z.number().int();
const checkSchema = z.object({
  accountId: z.string().nullish(),
  globalPermissions: z.array(z.string()).nullish(),
  projectPermissions: z
    .array(
      z.object({
        permissions: z.array(z.string()).min(1),
        issues: z.array(number).max(1000).nullish(),
        projects: z.array(number).max(1000).nullish(),
      }),
    )
    .nullish(),
});

export function permissionRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/mypermissions', (context) => context.json({ permissions: myPermissions(site, context) }));
  routes.post('/permissions/check', async (context) => {
    const request = checkSchema.safeParse(await readJson(context));
    if (!request.success) throw badRequest('The request body is not valid.');
    return context.json(check(site, context.get('account'), request.data));
  });
  return routes;
}

function myPermissions(site: JiraSite, context: JiraContext): Record<string, unknown> {
  const asked = context.req.query('permissions');
  if (asked === undefined || asked === '') throw badRequest("The 'permissions' query parameter is required.");
  const keys = asked.split(',').map((key) => key.trim());
  const unknown = keys.filter((key) => findPermission(key) === undefined);
  if (unknown.length > 0) throw badRequest(`Unrecognized permissions: ${unknown.join(', ')}`);
  const account = context.get('account');
  const projects = contextProjects(site, context, account);
  return Object.fromEntries(
    keys.flatMap((key) => {
      const details = findPermission(key);
      return details === undefined ? [] : [[key, permissionView(details, has(site, account, details, projects))]];
    }),
  );
}

/** The project in question; without one, Jira asks whether the permission is held in any project. */
function contextProjects(site: JiraSite, context: JiraContext, account: Account): readonly Project[] {
  const issue = context.req.query('issueKey') ?? context.req.query('issueId');
  if (issue !== undefined) return [site.store.projectOf(requireIssue(site, account, issue))];
  const project = context.req.query('projectKey') ?? context.req.query('projectId');
  return project === undefined ? site.store.state.projects : [requireProject(site, account, project)];
}

function has(site: JiraSite, account: Account, permission: PermissionDetails, projects: readonly Project[]): boolean {
  if (permission.type === 'PROJECT') return projects.some((project) => holds(site, account, permission.key, project));
  return permission.key === 'ADMINISTER' ? isAdministrator(site, account) : true;
}

function permissionView({ id, key, name, type }: PermissionDetails, havePermission: boolean) {
  return { id, key, name, type, description: name, havePermission };
}

/** Asking for somebody else is for administrators and apps. Issues and projects that are not seen are left out. */
function check(site: JiraSite, asking: Account, request: z.infer<typeof checkSchema>) {
  const subject = subjectOf(site, asking, request.accountId ?? undefined);
  const globals = [...new Set(request.globalPermissions ?? [])];
  const groups = request.projectPermissions ?? [];
  requireKnown(globals, 'GLOBAL');
  requireKnown(groups.flatMap((group) => group.permissions), 'PROJECT'); // prettier-ignore
  return {
    globalPermissions: globals.filter((key) => (key === 'ADMINISTER' ? isAdministrator(site, subject) : true)),
    projectPermissions: groups.flatMap((group) =>
      group.permissions.map((permission) => ({
        permission,
        issues: (group.issues ?? []).filter((id) => {
          const issue = site.store.findIssue(String(id));
          if (issue === undefined || !mayBrowse(site, subject, issue)) return false;
          return holds(site, subject, permission, site.store.projectOf(issue));
        }),
        projects: (group.projects ?? []).filter((id) => {
          const project = site.store.state.projects.find((entry) => entry.id === String(id));
          return project !== undefined && holds(site, subject, permission, project);
        }),
      })),
    ),
  };
}

function subjectOf(site: JiraSite, asking: Account, accountId: string | undefined): Account {
  if (accountId === undefined || accountId === asking.accountId) return asking;
  if (!isAdministrator(site, asking)) throw forbidden('Only Jira administrators can perform this operation.');
  const person = site.directory.findPerson(accountId);
  if (person === undefined) throw badRequest(`User with accountId '${accountId}' does not exist.`);
  return { kind: person.accountType === 'app' ? 'app' : 'user', accountId };
}

function requireKnown(keys: readonly string[], type: PermissionDetails['type']): void {
  const unknown = keys.filter((key) => findPermission(key)?.type !== type);
  if (unknown.length > 0) throw badFields(Object.fromEntries(unknown.map((key) => [key, 'Unrecognized permission'])));
}
