import { Hono } from 'hono';
import { z } from 'zod';
import type { ProductEnv } from '../platform';
import { badRequest, ConfluenceError, notFound, unsupported } from './confluence-error';
import type { Principals, StoredPage } from './content-model';
import type { ConfluenceContext } from './request';
import { actorOf, allowOnly, readJson } from './request';
import type { ConfluenceSite } from './site-context';

const member = z.object({ accountId: z.string().optional(), name: z.string().optional(), id: z.string().optional() });
const restriction = z.object({
  operation: z.enum(['read', 'update']),
  restrictions: z.object({ user: z.array(member).optional(), group: z.array(member).optional() }),
});
const updateSchema = z.union([
  z.array(restriction),
  z.object({ results: z.array(restriction) }).transform(({ results }) => results),
]);

/**
 * Replacing and removing the restrictions of a page, v1 only:
 * https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-content-restrictions/
 */
export function restrictionRoutes(site: ConfluenceSite): Hono<ProductEnv> {
  return new Hono<ProductEnv>()
    .put('/content/:id/restriction', async (c) => {
      allowOnly(c, []);
      const wanted = await readJson(c, updateSchema);
      const page = editable(site, c);
      const before = page.restrictions;
      page.restrictions = Object.fromEntries(wanted.map((each) => [each.operation, principalsOf(site, each)]));
      if (!site.access.canEditPage(actorOf(c), page)) {
        page.restrictions = before;
        throw badRequest('The restrictions would lock out the user who sets them');
      }
      return c.json(shown(site, page));
    })
    .delete('/content/:id/restriction', (c) => {
      allowOnly(c, []);
      const page = editable(site, c);
      page.restrictions = {};
      return c.json(shown(site, page));
    });
}

function principalsOf(site: ConfluenceSite, wanted: z.infer<typeof restriction>): Principals | undefined {
  const { user = [], group = [] } = wanted.restrictions;
  if (user.length + group.length === 0) return undefined;
  return {
    users: user.map(({ accountId }) => {
      if (accountId === undefined) throw unsupported('restrictions on users without an accountId');
      if (site.directory.findPerson(accountId) === undefined) throw badRequest(`No such user: ${accountId}`);
      return accountId;
    }),
    groups: group.map(({ name, id }) => {
      const found = site.directory.groups.find((each) => (id === undefined ? each.name === name : each.groupId === id));
      if (found === undefined) throw badRequest(`No such group: ${id ?? name ?? ''}`);
      return found.name;
    }),
  };
}

function shown(site: ConfluenceSite, page: StoredPage): Record<string, unknown> {
  const results = (['read', 'update'] as const).map((operation) => {
    const { users, groups } = page.restrictions[operation] ?? { users: [], groups: [] };
    const list = (members: readonly unknown[]): unknown => ({
      results: members,
      start: 0,
      limit: 200,
      size: members.length,
    });
    return {
      operation,
      restrictions: {
        user: list(users.map((accountId) => ({ type: 'known', accountId }))),
        group: list(groups.map((name) => ({ type: 'group', name }))),
      },
      _expandable: {},
      _links: {},
    };
  });
  return { results, start: 0, limit: 200, size: results.length, _links: { base: site.base(), context: '/wiki' } };
}

function editable(site: ConfluenceSite, c: ConfluenceContext): StoredPage {
  const page = site.access.requireReadable(actorOf(c), c.req.param('id') ?? '');
  if (page.status === 'trashed') throw notFound();
  if (!site.access.canEditPage(actorOf(c), page)) {
    throw new ConfluenceError(403, 'The user does not have permission to update the restrictions of the content');
  }
  return page;
}
