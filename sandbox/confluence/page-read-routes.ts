import { Hono } from 'hono';
import type { ProductEnv } from '../platform';
import { badRequest, notFound } from './confluence-error';
import type { StoredPage } from './content-model';
import { currentVersion } from './content-model';
import { showPage, showProperty, showVersion } from './page-answer';
import { sortPages } from './page-order';
import { pageOf, PAGING } from './paging';
import type { ConfluenceContext } from './request';
import { actorOf, allowOnly, flagQuery, listQuery } from './request';
import type { ConfluenceSite } from './site-context';

const LISTING = ['sort', 'status', 'title', 'body-format', ...PAGING] as const;
const INCLUDES = ['include-labels', 'include-properties', 'include-versions', 'include-version'] as const;
const STATUSES = ['current', 'archived', 'deleted', 'trashed', 'historical', 'draft', 'any'];

/** `GET` of pages and of what belongs to one: https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-page/ */
export function pageReadRoutes(site: ConfluenceSite): Hono<ProductEnv> {
  const { store, access } = site;
  return new Hono<ProductEnv>()
    .get('/pages', (c) => {
      allowOnly(c, ['id', 'space-id', ...LISTING]);
      const ids = listQuery(c, 'id');
      const spaceIds = listQuery(c, 'space-id');
      return listPages(site, c, (page) => {
        return (ids?.includes(page.id) ?? true) && (spaceIds?.includes(page.spaceId) ?? true);
      });
    })
    .get('/spaces/:id/pages', (c) => {
      allowOnly(c, ['depth', ...LISTING]);
      const space = store.space(c.req.param('id'));
      if (space === undefined || !access.canViewSpace(actorOf(c), space)) throw notFound();
      const depth = c.req.query('depth') ?? 'all';
      if (depth !== 'all' && depth !== 'root') throw badRequest(`Provided value {${depth}} for 'depth' is not known`);
      return listPages(site, c, (page) => page.spaceId === space.id && (depth === 'all' || page.parentId === null));
    })
    .get('/pages/:id', (c) => showOne(site, c, c.req.param('id')))
    .get('/pages/:id/children', (c) => {
      allowOnly(c, PAGING);
      return pageOf(c, visibleChildren(site, c), (page) => childOf(page), site.base());
    })
    .get('/pages/:id/direct-children', (c) => {
      allowOnly(c, PAGING);
      return pageOf(c, visibleChildren(site, c), (page) => ({ ...childOf(page), type: 'page' }), site.base());
    })
    .get('/pages/:id/ancestors', (c) => {
      allowOnly(c, ['limit']);
      const page = readable(site, c, c.req.param('id'));
      return pageOf(c, store.ancestors(page), ({ id }) => ({ id, type: 'page' }), site.base());
    })
    .get('/pages/:id/versions', (c) => {
      allowOnly(c, ['body-format', ...PAGING]);
      const page = readable(site, c, c.req.param('id'));
      const versions = page.versions.map((version) => ({ id: String(version.number), version })).reverse();
      const format = c.req.query('body-format');
      return pageOf(
        c,
        versions,
        ({ version }) => ({
          ...showVersion(version),
          page: { id: page.id, title: version.title, body: showPage(site, page, format, version)['body'] },
        }),
        site.base(),
      );
    })
    .get('/pages/:id/versions/:number', (c) => {
      allowOnly(c, []);
      const page = readable(site, c, c.req.param('id'));
      const version = versionOf(page, c.req.param('number'));
      const later = page.versions.find((each) => each.number === version.number + 1);
      return c.json({
        ...showVersion(version),
        contentTypeModified: false,
        collaborators: [version.authorId],
        prevVersion: version.number - 1,
        ...(later === undefined ? {} : { nextVersion: later.number }),
      });
    });
}

function listPages(site: ConfluenceSite, c: ConfluenceContext, matches: (page: StoredPage) => boolean): Response {
  const actor = actorOf(c);
  const statuses = readStatuses(c) ?? ['current', 'archived'];
  const title = c.req.query('title');
  const found = site.store.pages.filter(
    (page) =>
      statuses.includes(page.status) &&
      matches(page) &&
      (title === undefined || currentVersion(page).title === title) &&
      site.access.canViewPage(actor, page),
  );
  const format = c.req.query('body-format');
  return pageOf(c, sortPages(found, c.req.query('sort')), (page) => showPage(site, page, format), site.base());
}

function showOne(site: ConfluenceSite, c: ConfluenceContext, id: string): Response {
  allowOnly(c, ['body-format', 'status', 'version', ...INCLUDES]);
  const page = site.access.requireReadable(actorOf(c), id);
  if (!(readStatuses(c) ?? ['current', 'archived']).includes(page.status)) throw notFound();
  const asked = c.req.query('version');
  const version = asked === undefined ? currentVersion(page) : versionOf(page, asked);
  const answer = showPage(site, page, c.req.query('body-format'), version);
  if (!flagQuery(c, 'include-version', true)) delete answer['version'];
  if (flagQuery(c, 'include-labels', false)) answer['labels'] = included(page.labels);
  if (flagQuery(c, 'include-properties', false)) answer['properties'] = included(page.properties.map(showProperty));
  if (flagQuery(c, 'include-versions', false)) {
    answer['versions'] = included([...page.versions].reverse().map(showVersion));
  }
  return c.json({ ...answer, _links: { ...answer._links, base: site.base() } });
}

function included(results: readonly unknown[]): unknown {
  return { results: results.slice(0, 50), meta: { hasMore: results.length > 50 }, _links: {} };
}

/** A page that may be read and is not in the trash. */
function readable(site: ConfluenceSite, c: ConfluenceContext, id: string): StoredPage {
  const page = site.access.requireReadable(actorOf(c), id);
  if (page.status === 'trashed') throw notFound();
  return page;
}

function visibleChildren(site: ConfluenceSite, c: ConfluenceContext): readonly StoredPage[] {
  const page = readable(site, c, c.req.param('id') ?? '');
  return site.store.children(page.id).filter((child) => site.access.canViewPage(actorOf(c), child));
}

function childOf(page: StoredPage): Record<string, unknown> {
  const { id, status, spaceId, position } = page;
  return { id, status, title: currentVersion(page).title, spaceId, childPosition: position };
}

function versionOf(page: StoredPage, number: string): StoredPage['versions'][number] {
  const version = page.versions.find((each) => String(each.number) === number);
  if (version === undefined) throw notFound();
  return version;
}

function readStatuses(c: ConfluenceContext): readonly string[] | undefined {
  const statuses = listQuery(c, 'status');
  const unknown = statuses?.find((status) => !STATUSES.includes(status));
  if (unknown !== undefined) throw badRequest(`Provided value {${unknown}} for 'status' is not known`);
  return statuses;
}
