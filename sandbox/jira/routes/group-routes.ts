/** Groups: members, lists, and their administration. */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Group } from '../../platform';
import { requireAdministrator } from '../access';
import type { JiraSite } from '../jira-site';
import { badRequest, notFound } from '../refusal';
import { pageOf, readJson, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';
import { userView } from '../user-view';
import { groupView } from './group-view';

export function groupRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/group/member', (context) => {
    const group = requireGroup(site, context);
    const everybody = context.req.query('includeInactiveUsers') === 'true';
    const members = group.members.filter((id) => everybody || site.directory.findPerson(id)?.active === true);
    const users = members.map((id) => userView(site, id, context.get('account')));
    return context.json(pageOf(context, site.baseUrl(), users, readWindow(context, 50, 50)));
  });
  routes.get('/group/bulk', (context) => {
    const ids = context.req.queries('groupId') ?? [];
    const names = context.req.queries('groupName') ?? [];
    const chosen = site.directory.groups.filter(
      (group) => ids.length + names.length === 0 || ids.includes(group.groupId) || names.includes(group.name),
    );
    const shown = chosen.map(({ name, groupId }) => ({ name, groupId }));
    return context.json(pageOf(context, site.baseUrl(), shown, readWindow(context, 50, 50)));
  });
  routes.get('/groups/picker', (context) => context.json(pickGroups(site, context)));
  routes.post('/group', async (context) => {
    requireAdministrator(site, context.get('account'));
    const group = createGroup(site, await readJson(context));
    return context.json(groupWithUsers(site, group), 201);
  });
  routes.post('/group/user', async (context) => {
    requireAdministrator(site, context.get('account'));
    const group = requireGroup(site, context);
    const request = z.object({ accountId: z.string() }).safeParse(await readJson(context));
    if (!request.success) throw badRequest("The 'accountId' must be provided.");
    const { accountId } = request.data;
    if (site.directory.findPerson(accountId) === undefined) throw notFound('The user does not exist.');
    if (group.members.includes(accountId)) {
      throw badRequest(`Cannot add user. User is already a member of '${group.name}'.`);
    }
    const changed = { ...group, members: [...group.members, accountId] };
    site.directory.putGroup(changed);
    return context.json(groupWithUsers(site, changed), 201);
  });
  routes.delete('/group/user', (context) => {
    requireAdministrator(site, context.get('account'));
    const group = requireGroup(site, context);
    const accountId = context.req.query('accountId') ?? '';
    if (site.directory.findPerson(accountId) === undefined) throw notFound('The user does not exist.');
    if (!group.members.includes(accountId)) {
      throw badRequest(`Cannot remove user. User is not a member of '${group.name}'.`);
    }
    site.directory.putGroup({ ...group, members: group.members.filter((id) => id !== accountId) });
    return context.body(null, 200);
  });
  return routes;
}

function requireGroup(site: JiraSite, context: JiraContext): Group {
  const groupId = context.req.query('groupId');
  const name = context.req.query('groupname');
  if ((groupId === undefined) === (name === undefined)) {
    throw badRequest("Exactly one of the parameters 'groupId' and 'groupname' is required.");
  }
  const group = site.directory.groups.find((entry) =>
    groupId === undefined ? entry.name === name : entry.groupId === groupId,
  );
  if (group === undefined) {
    throw notFound(
      `The group with the ${groupId === undefined ? 'name' : 'id'} '${groupId ?? name ?? ''}' does not exist.`,
    );
  }
  return group;
}

function pickGroups(site: JiraSite, context: JiraContext) {
  const query = (context.req.query('query') ?? '').toLowerCase();
  const excluded = [...(context.req.queries('exclude') ?? []), ...(context.req.queries('excludeId') ?? [])];
  const { maxResults } = readWindow(context, 20, 1000);
  const found = site.directory.groups.filter(
    (group) =>
      group.name.toLowerCase().includes(query) && !excluded.includes(group.name) && !excluded.includes(group.groupId),
  );
  const shown = found.slice(0, maxResults);
  return {
    header: `Showing ${shown.length} of ${found.length} matching groups`,
    total: found.length,
    groups: shown.map(({ name, groupId }) => ({ name, html: marked(name, query), groupId })),
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function marked(name: string, query: string): string {
  const at = query === '' ? -1 : name.toLowerCase().indexOf(query);
  if (at < 0) return escapeHtml(name);
  const end = at + query.length;
  return `${escapeHtml(name.slice(0, at))}<b>${escapeHtml(name.slice(at, end))}</b>${escapeHtml(name.slice(end))}`;
}

function createGroup(site: JiraSite, body: unknown): Group {
  const request = z.object({ name: z.string().trim().min(1) }).safeParse(body);
  if (!request.success) throw badRequest('The group name must be specified.');
  const { name } = request.data;
  if (site.directory.groups.some((group) => group.name === name)) {
    throw badRequest(`Group '${name}' already exists.`);
  }
  const hex = createHash('sha256').update(`group ${name}`).digest('hex');
  const groupId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  const group = { groupId, name, members: [] };
  site.directory.putGroup(group);
  return group;
}

function groupWithUsers(site: JiraSite, group: Group) {
  const users = group.members.map((id) => userView(site, id));
  return {
    ...groupView(site, group),
    users: { size: users.length, items: users, 'max-results': 50, 'start-index': 0, 'end-index': users.length },
    expand: 'users',
  };
}
