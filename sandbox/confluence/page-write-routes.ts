import { Hono } from 'hono';
import { z } from 'zod';
import type { ProductEnv } from '../platform';
import type { KnownActor } from './access';
import { badRequest, ConfluenceError, notFound, unsupported } from './confluence-error';
import type { StoredPage } from './content-model';
import { currentVersion } from './content-model';
import { showPage } from './page-answer';
import { bodyWriteSchema, readBody } from './page-body';
import { actorOf, allowOnly, flagQuery, readJson } from './request';
import type { ConfluenceSite } from './site-context';

const id = z.union([z.string(), z.number()]).transform(String);

const createSchema = z.strictObject({
  spaceId: id,
  status: z.enum(['current', 'draft']).optional(),
  title: z.string().optional(),
  parentId: id.optional(),
  body: bodyWriteSchema.optional(),
});

const updateSchema = z.strictObject({
  id,
  status: z.enum(['current', 'draft']),
  title: z.string(),
  spaceId: id.optional(),
  parentId: id.nullish(),
  ownerId: z.string().optional(),
  body: bodyWriteSchema,
  version: z.object({ number: z.number().int(), message: z.string().optional() }),
});

const EMPTY_STORAGE = { representation: 'storage', value: '' } as const;

/** `POST`, `PUT` and `DELETE` of pages. Drafts, live docs and private pages are refused with 501. */
export function pageWriteRoutes(site: ConfluenceSite): Hono<ProductEnv> {
  return new Hono<ProductEnv>()
    .post('/pages', async (c) => {
      allowOnly(c, ['root-level']);
      const request = await readJson(c, createSchema);
      const page = create(site, actorOf(c), request, flagQuery(c, 'root-level', false));
      return c.json(answer(site, page));
    })
    .put('/pages/:id', async (c) => {
      allowOnly(c, []);
      const request = await readJson(c, updateSchema);
      if (request.id !== c.req.param('id')) throw badRequest('The id of the body differs from the id of the path');
      if (request.status === 'draft') throw unsupported('drafts');
      const page = site.access.requireEditable(actorOf(c), request.id);
      return c.json(answer(site, update(site, actorOf(c), page, request)));
    })
    .delete('/pages/:id', (c) => {
      allowOnly(c, ['purge', 'draft']);
      if (flagQuery(c, 'draft', false)) throw unsupported('drafts');
      const page = site.access.requireEditable(actorOf(c), c.req.param('id'));
      if (flagQuery(c, 'purge', false)) purge(site, actorOf(c), page);
      else trash(site, actorOf(c), page);
      return c.body(null, 204);
    });
}

function answer(site: ConfluenceSite, page: StoredPage): unknown {
  const shown = showPage(site, page, currentVersion(page).body.representation);
  return { ...shown, _links: { ...shown._links, base: site.base() } };
}

function create(
  site: ConfluenceSite,
  actor: KnownActor,
  request: z.infer<typeof createSchema>,
  rootLevel: boolean,
): StoredPage {
  if (request.status === 'draft') throw unsupported('drafts');
  const space = site.store.space(request.spaceId);
  if (space === undefined || !site.access.canEditSpace(actor, space)) throw notFound();
  if (rootLevel && request.parentId !== undefined) throw badRequest('A root-level page cannot have a parentId');
  const title = requireTitle(site, request.title ?? '', space.id);
  const parentId = rootLevel ? null : (request.parentId ?? space.homepageId);
  if (parentId !== null) requireParent(site, actor, parentId, space.id);
  const now = site.clock.now();
  const page: StoredPage = {
    id: site.store.nextId(),
    spaceId: space.id,
    parentId,
    position: site.store.nextPosition(parentId),
    status: 'current',
    authorId: actor.accountId,
    ownerId: actor.accountId,
    lastOwnerId: null,
    createdAt: now,
    versions: [
      {
        number: 1,
        createdAt: now,
        authorId: actor.accountId,
        message: '',
        title,
        body: readBody(request.body ?? EMPTY_STORAGE, site.adf),
      },
    ],
    properties: [],
    labels: [],
    restrictions: {},
  };
  site.store.addPage(page);
  site.events.publish('created', page, actor);
  return page;
}

function update(
  site: ConfluenceSite,
  actor: KnownActor,
  page: StoredPage,
  request: z.infer<typeof updateSchema>,
): StoredPage {
  const before = currentVersion(page);
  if (request.spaceId !== undefined && request.spaceId !== page.spaceId) {
    throw badRequest('Moving a page to another space is not supported');
  }
  if (request.version.number !== before.number + 1) {
    throw new ConfluenceError(
      409,
      `Version must be incremented when updating a page. Current Version: [${String(before.number)}]. ` +
        `Provided version: [${String(request.version.number)}]`,
    );
  }
  const stamp = {
    number: request.version.number,
    createdAt: site.clock.now(),
    authorId: actor.accountId,
    message: request.version.message ?? '',
  };
  if (page.status === 'trashed') {
    // "For restoration, page contents will not be updated and only the page status will be changed" (OpenAPI of v2).
    requireTitle(site, before.title, page.spaceId);
    page.status = 'current';
    page.versions.push({ ...before, ...stamp });
    site.events.publish('restored', page, actor);
    return page;
  }
  const title = requireTitle(site, request.title, page.spaceId, page.id);
  const body = readBody(request.body, site.adf);
  const parentId = request.parentId ?? page.parentId;
  if (parentId !== page.parentId && parentId !== null) requireParent(site, actor, parentId, page.spaceId, page.id);
  if (request.ownerId !== undefined) giveTo(site, page, request.ownerId);
  const previous = site.events.content(page);
  page.versions.push({ ...stamp, title, body });
  site.events.publish('updated', page, actor);
  if (parentId !== page.parentId) {
    page.position = site.store.nextPosition(parentId);
    page.parentId = parentId;
    site.events.publish('moved', page, actor, previous);
  }
  return page;
}

/** To the trash. Pages below move up to the parent, as when a page is deleted without its children. */
function trash(site: ConfluenceSite, actor: KnownActor, page: StoredPage): void {
  if (page.status === 'trashed') throw notFound();
  if (site.store.space(page.spaceId)?.homepageId === page.id) throw unsupported('deleting the home page of a space');
  for (const child of site.store.children(page.id)) {
    child.position = site.store.nextPosition(page.parentId);
    child.parentId = page.parentId;
  }
  page.status = 'trashed';
  site.events.publish('trashed', page, actor);
}

/** For good; only out of the trash, only by an administrator. */
function purge(site: ConfluenceSite, actor: KnownActor, page: StoredPage): void {
  if (page.status !== 'trashed') throw badRequest('Only a trashed page can be purged');
  if (!site.access.isAdministrator(actor)) throw notFound();
  site.store.removePage(page.id);
  site.events.publish('deleted', page, actor);
}

function requireTitle(site: ConfluenceSite, title: string, spaceId: string, ownId?: string): string {
  const trimmed = title.trim();
  if (trimmed === '') throw badRequest('A page must have a title');
  if (trimmed.length > 255) throw badRequest('The title of a page must not be longer than 255 characters');
  const other = site.store.pageTitled(spaceId, trimmed);
  if (other !== undefined && other.id !== ownId) {
    throw badRequest('A page with this title already exists: A page already exists with the same TITLE in this space');
  }
  return trimmed;
}

function requireParent(
  site: ConfluenceSite,
  actor: KnownActor,
  parentId: string,
  spaceId: string,
  ownId?: string,
): void {
  const parent = site.access.requireReadable(actor, parentId);
  if (parent.status === 'trashed') throw notFound();
  if (parent.spaceId !== spaceId) throw badRequest('The parent page is in another space');
  if (parent.id === ownId || site.store.ancestors(parent).some((ancestor) => ancestor.id === ownId)) {
    throw badRequest('A page cannot be moved below itself');
  }
}

function giveTo(site: ConfluenceSite, page: StoredPage, ownerId: string): void {
  if (site.directory.findPerson(ownerId) === undefined) throw badRequest(`No such user: ${ownerId}`);
  if (ownerId === page.ownerId) return;
  page.lastOwnerId = page.ownerId;
  page.ownerId = ownerId;
}
