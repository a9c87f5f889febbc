import { Hono } from 'hono';
import { z } from 'zod';
import type { ProductEnv } from '../platform';
import { badRequest, ConfluenceError, notFound } from './confluence-error';
import type { StoredPage, StoredProperty } from './content-model';
import { showProperty } from './page-answer';
import { pageOf, PAGING } from './paging';
import type { ConfluenceContext } from './request';
import { actorOf, allowOnly, readJson } from './request';
import type { ConfluenceSite } from './site-context';

const createSchema = z.object({ key: z.string().min(1).max(255), value: z.json() });
const updateSchema = createSchema.extend({
  version: z.object({ number: z.number().int(), message: z.string().optional() }),
});

/** A content property value is at most 32 KB of JSON (developer.atlassian.com, "Confluence entity properties"). */
const MAX_VALUE_BYTES = 32 * 1024;

/** https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-content-properties/ for pages. */
export function propertyRoutes(site: ConfluenceSite): Hono<ProductEnv> {
  return new Hono<ProductEnv>()
    .get('/pages/:pageId/properties', (c) => {
      allowOnly(c, ['key', ...PAGING]);
      const key = c.req.query('key');
      const page = readable(site, c);
      const found = page.properties.filter((property) => key === undefined || property.key === key);
      return pageOf(c, found, showProperty, site.base());
    })
    .post('/pages/:pageId/properties', async (c) => {
      allowOnly(c, []);
      const request = await readJson(c, createSchema);
      const page = editable(site, c);
      if (page.properties.some((property) => property.key === request.key)) {
        throw new ConfluenceError(409, `A property with the key ${request.key} already exists on this content`);
      }
      requireSize(request.value);
      const property: StoredProperty = {
        id: site.store.nextId(),
        key: request.key,
        value: request.value,
        version: { number: 1, createdAt: site.clock.now(), authorId: actorOf(c).accountId, message: '' },
      };
      page.properties.push(property);
      return c.json(showProperty(property));
    })
    .get('/pages/:pageId/properties/:propertyId', (c) => {
      allowOnly(c, []);
      return c.json(showProperty(propertyOf(readable(site, c), c)));
    })
    .put('/pages/:pageId/properties/:propertyId', async (c) => {
      allowOnly(c, []);
      const request = await readJson(c, updateSchema);
      const property = propertyOf(editable(site, c), c);
      if (property.key !== request.key) throw badRequest('The key of a property cannot be changed');
      const { number } = property.version;
      if (request.version.number !== number + 1) {
        throw new ConfluenceError(
          409,
          `Version must be incremented when updating a property. Current Version: [${String(number)}]. ` +
            `Provided version: [${String(request.version.number)}]`,
        );
      }
      requireSize(request.value);
      property.value = request.value;
      property.version = {
        number: request.version.number,
        createdAt: site.clock.now(),
        authorId: actorOf(c).accountId,
        message: request.version.message ?? '',
      };
      return c.json(showProperty(property));
    })
    .delete('/pages/:pageId/properties/:propertyId', (c) => {
      allowOnly(c, []);
      const page = editable(site, c);
      page.properties.splice(page.properties.indexOf(propertyOf(page, c)), 1);
      return c.body(null, 204);
    });
}

function readable(site: ConfluenceSite, c: ConfluenceContext): StoredPage {
  const page = site.access.requireReadable(actorOf(c), c.req.param('pageId') ?? '');
  if (page.status === 'trashed') throw notFound();
  return page;
}

function editable(site: ConfluenceSite, c: ConfluenceContext): StoredPage {
  readable(site, c);
  return site.access.requireEditable(actorOf(c), c.req.param('pageId') ?? '');
}

function propertyOf(page: StoredPage, c: ConfluenceContext): StoredProperty {
  const property = page.properties.find((each) => each.id === c.req.param('propertyId'));
  if (property === undefined) throw notFound();
  return property;
}

function requireSize(value: unknown): void {
  if (Buffer.byteLength(JSON.stringify(value)) > MAX_VALUE_BYTES) {
    throw badRequest('The value of a property must not be longer than 32 KB');
  }
}
