import { Hono } from 'hono';
import { z } from 'zod';
import type { ProductEnv } from '../platform';
import { badRequest, ConfluenceError, notFound } from './confluence-error';
import type { StoredPage } from './content-model';
import { pageOf, PAGING } from './paging';
import type { ConfluenceContext } from './request';
import { actorOf, allowOnly, readJson } from './request';
import type { ConfluenceSite } from './site-context';

const labelSchema = z.object({ prefix: z.string().optional(), name: z.string().min(1).max(255) });
const labelsSchema = z.union([z.array(labelSchema).min(1), labelSchema]);

/** Reading labels is v2. */
export function labelReadRoutes(site: ConfluenceSite): Hono<ProductEnv> {
  return new Hono<ProductEnv>().get('/pages/:id/labels', (c) => {
    allowOnly(c, ['prefix', ...PAGING]);
    const page = site.access.requireReadable(actorOf(c), c.req.param('id'));
    if (page.status === 'trashed') throw notFound();
    const prefix = c.req.query('prefix');
    const found = page.labels.filter((label) => prefix === undefined || label.prefix === prefix);
    return pageOf(c, found, (label) => label, site.base());
  });
}

/** Adding and removing them is v1: https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-content-labels/ */
export function labelWriteRoutes(site: ConfluenceSite): Hono<ProductEnv> {
  return new Hono<ProductEnv>()
    .post('/content/:id/label', async (c) => {
      allowOnly(c, []);
      const request = await readJson(c, labelsSchema);
      const page = editable(site, c);
      for (const wanted of Array.isArray(request) ? request : [request]) add(site, page, wanted);
      return c.json(showLabels(site, page));
    })
    .delete('/content/:id/label', (c) => {
      allowOnly(c, ['name']);
      return remove(site, c, c.req.query('name'));
    })
    .delete('/content/:id/label/:label', (c) => {
      allowOnly(c, []);
      return remove(site, c, c.req.param('label'));
    });
}

function add(site: ConfluenceSite, page: StoredPage, wanted: z.infer<typeof labelSchema>): void {
  const prefix = wanted.prefix ?? 'global';
  if (!['global', 'my', 'team'].includes(prefix)) throw badRequest(`Unknown label prefix: ${prefix}`);
  const name = wanted.name.toLowerCase();
  if (/[\s:;,.?&[\]()#^*!@]/.test(name))
    throw badRequest(`The label ${wanted.name} contains characters that are not allowed`);
  if (page.labels.some((label) => label.prefix === prefix && label.name === name)) return;
  page.labels.push({ id: site.store.nextId(), prefix, name });
}

function remove(site: ConfluenceSite, c: ConfluenceContext, name: string | undefined): Response {
  const page = editable(site, c);
  const index = page.labels.findIndex((label) => label.name === name);
  if (index === -1) throw notFound();
  page.labels.splice(index, 1);
  return c.body(null, 204);
}

function showLabels(site: ConfluenceSite, page: StoredPage): Record<string, unknown> {
  const results = page.labels.map((label) => ({ ...label, label: label.name }));
  const links = { base: site.base(), context: '/wiki' };
  return { results, start: 0, limit: 200, size: results.length, _links: links };
}

/** Unlike v2, v1 answers 403 to somebody who may read the content but not change it. */
function editable(site: ConfluenceSite, c: ConfluenceContext): StoredPage {
  const page = site.access.requireReadable(actorOf(c), c.req.param('id') ?? '');
  if (page.status === 'trashed') throw notFound();
  if (!site.access.canEditPage(actorOf(c), page)) {
    throw new ConfluenceError(403, 'The user does not have permission to update the content');
  }
  return page;
}
