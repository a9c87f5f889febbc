/** People: myself, one user, searches, bulk, groups of a user. */
import { Hono } from 'hono';
import type { JiraSite } from '../jira-site';
import { badRequest, notFound } from '../refusal';
import { expansions, pageOf, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';
import { userView } from '../user-view';
import { groupView } from './group-view';

export function userRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/myself', (context) => {
    return context.json(userWithExpansions(site, context, context.get('account').accountId));
  });
  routes.get('/user', (context) => context.json(userWithExpansions(site, context, requireAccountId(site, context))));
  routes.get('/user/search', (context) => context.json(searchUsers(site, context)));
  routes.get('/users/search', (context) => {
    const { startAt, maxResults } = readWindow(context, 50, 1000);
    const people = site.directory.people.slice(startAt, startAt + maxResults);
    return context.json(people.map((person) => userView(site, person.accountId, context.get('account'))));
  });
  routes.get('/user/bulk', (context) => {
    const asked = context.req.queries('accountId') ?? [];
    if (asked.length === 0) throw badRequest("The 'accountId' query parameter is required.");
    const known = [...new Set(asked)].filter((id) => site.directory.findPerson(id) !== undefined);
    const users = known.map((id) => userView(site, id, context.get('account')));
    return context.json(pageOf(context, site.baseUrl(), users, readWindow(context, 10, 200)));
  });
  routes.get('/user/groups', (context) => {
    const groups = site.directory.groupsOf(requireAccountId(site, context));
    return context.json(groups.map((group) => groupView(site, group)));
  });
  return routes;
}

function requireAccountId(site: JiraSite, context: JiraContext): string {
  const accountId = context.req.query('accountId');
  if (accountId === undefined || accountId === '') {
    throw badRequest("The 'accountId' query parameter needs to be provided.");
  }
  if (site.directory.findPerson(accountId) === undefined) {
    throw notFound('Specified user does not exist or you do not have required permissions');
  }
  return accountId;
}

function userWithExpansions(site: JiraSite, context: JiraContext, accountId: string) {
  const groups = site.directory.groupsOf(accountId);
  const expanded = expansions(context).includes('groups');
  return {
    ...userView(site, accountId, context.get('account')),
    groups: { size: groups.length, items: expanded ? groups.map((group) => groupView(site, group)) : [] },
    applicationRoles: { size: 1, items: [] },
    expand: 'groups,applicationRoles',
  };
}

/** By the beginning of any word of the name or of the e-mail address, as Jira's people search. Active people only. */
function searchUsers(site: JiraSite, context: JiraContext) {
  const query = context.req.query('query');
  const accountId = context.req.query('accountId');
  if (query === undefined && accountId === undefined) {
    throw badRequest("One of the parameters 'query', 'accountId' and 'property' is required.");
  }
  const { startAt, maxResults } = readWindow(context, 50, 1000);
  return site.directory.people
    .filter((person) => person.active)
    .filter((person) => accountId === undefined || person.accountId === accountId)
    .filter((person) => query === undefined || matches([person.displayName, person.emailAddress], query))
    .slice(startAt, startAt + maxResults)
    .map((person) => userView(site, person.accountId, context.get('account')));
}

function matches(texts: readonly string[], query: string): boolean {
  const wanted = query.trim().toLowerCase();
  const starts = (text: string): boolean =>
    text.startsWith(wanted) || text.split(/[\s.@-]+/).some((word) => word.startsWith(wanted));
  return texts.some((text) => starts(text.toLowerCase()));
}
