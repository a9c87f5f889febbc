import { join, resolve } from 'node:path';
import { Hono } from 'hono';
import { serveSite, type ServedSite, type Site } from '../sandbox';
import { shellRoutes } from '../sandbox/shell/serve';
import { GUIDED_TOUR } from './guided-tour';

const root = resolve(import.meta.dirname, '..');

/** Serves a site on loopback together with its pages for the browser and the guided tour. @param port 0 picks a free one. */
export function serveLocalSite(site: Site, port: number): Promise<ServedSite> {
  return serveSite(site, {
    port,
    wrap: (inner) => {
      const pages = new Hono();
      pages.get('/sandbox/tour', (context) => context.json(GUIDED_TOUR));
      pages.route('/', shellRoutes(join(root, 'build/shell')));
      pages.notFound(async (context) => inner(context.req.raw));
      return (request) => pages.fetch(request);
    },
  });
}
