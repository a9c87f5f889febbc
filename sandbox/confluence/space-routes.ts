import { Hono } from 'hono';
import type { ProductEnv } from '../platform';
import { badRequest, notFound } from './confluence-error';
import type { StoredSpace } from './content-model';
import { pageOf, PAGING } from './paging';
import { actorOf, allowOnly, listQuery } from './request';
import type { ConfluenceSite } from './site-context';

/** https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/ */
export function spaceRoutes(site: ConfluenceSite): Hono<ProductEnv> {
  const { store, access } = site;
  return new Hono<ProductEnv>()
    .get('/spaces', (c) => {
      allowOnly(c, ['ids', 'keys', 'type', 'status', 'sort', ...PAGING]);
      const actor = actorOf(c);
      const ids = listQuery(c, 'ids');
      const keys = listQuery(c, 'keys');
      // Every space of the sandbox is a current global one.
      const other =
        (c.req.query('type') ?? 'global') !== 'global' || (c.req.query('status') ?? 'current') !== 'current';
      const found = store.spaces.filter(
        (space) =>
          !other &&
          (ids?.includes(space.id) ?? true) &&
          (keys?.includes(space.key) ?? true) &&
          access.canViewSpace(actor, space),
      );
      return pageOf(c, sortSpaces(found, c.req.query('sort')), showSpace, site.base());
    })
    .get('/spaces/:id', (c) => {
      allowOnly(c, []);
      const space = store.space(c.req.param('id'));
      if (space === undefined || !access.canViewSpace(actorOf(c), space)) throw notFound();
      const shown = showSpace(space);
      return c.json({ ...shown, _links: { ...shown._links, base: site.base() } });
    });
}

function showSpace(space: StoredSpace): Record<string, unknown> & { _links: Record<string, string> } {
  const { id, key, name, authorId, homepageId } = space;
  return {
    id,
    key,
    name,
    type: 'global',
    status: 'current',
    authorId,
    spaceOwnerId: authorId,
    currentActiveAlias: key,
    homepageId,
    createdAt: new Date(space.createdAt).toISOString(),
    _links: { webui: `/spaces/${key}` },
  };
}

function sortSpaces(spaces: readonly StoredSpace[], sort = 'id'): readonly StoredSpace[] {
  const name = sort.replace(/^-/, '');
  const sign = sort.startsWith('-') ? -1 : 1;
  if (name === 'id') return [...spaces].sort((left, right) => sign * (Number(left.id) - Number(right.id)));
  if (name === 'key' || name === 'name') {
    return [...spaces].sort((left, right) => sign * left[name].localeCompare(right[name], 'en'));
  }
  throw badRequest(`Provided value {${sort}} for 'sort' is not one of the expected values`);
}
