import { Hono } from 'hono';
import type { ProductEnv } from '../platform';
import { notFound } from './confluence-error';
import { actorOf, allowOnly } from './request';
import type { ConfluenceSite } from './site-context';

interface Operation {
  readonly operation: string;
  readonly targetType: string;
}

const onPage = (operation: string): Operation => ({ operation, targetType: 'page' });

/** What the caller may do: https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-operation/ */
export function operationRoutes(site: ConfluenceSite): Hono<ProductEnv> {
  const { store, access } = site;
  return new Hono<ProductEnv>()
    .get('/pages/:id/operations', (c) => {
      allowOnly(c, []);
      const page = access.requireReadable(actorOf(c), c.req.param('id'));
      if (page.status === 'trashed') throw notFound();
      const mayEdit = access.canEditPage(actorOf(c), page);
      const edits = mayEdit ? ['update', 'delete', 'restrict_content'].map(onPage) : [];
      return c.json({ operations: [onPage('read'), ...edits] });
    })
    .get('/spaces/:id/operations', (c) => {
      allowOnly(c, []);
      const space = store.space(c.req.param('id'));
      if (space === undefined || !access.canViewSpace(actorOf(c), space)) throw notFound();
      const edits = access.canEditSpace(actorOf(c), space) ? ['create', 'delete'].map(onPage) : [];
      return c.json({ operations: [{ operation: 'read', targetType: 'space' }, ...edits] });
    });
}
