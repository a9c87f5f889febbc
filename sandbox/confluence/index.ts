import { Hono } from 'hono';
import type { ProductEnv, StatePart } from '../platform';
import type { SiteSeed } from '../seed';
import { Access } from './access';
import { createAdfValidator } from './adf-document';
import { ConfluenceError, unsupported, v1ErrorBody, v2ErrorBody } from './confluence-error';
import { ContentStore } from './content-store';
import { labelReadRoutes, labelWriteRoutes } from './label-routes';
import { operationRoutes } from './operation-routes';
import { PageEvents } from './page-events';
import { pageReadRoutes } from './page-read-routes';
import { pageWriteRoutes } from './page-write-routes';
import { propertyRoutes } from './property-routes';
import { actorOf } from './request';
import { restrictionRoutes } from './restriction-routes';
import type { ConfluenceOptions, ConfluenceSite } from './site-context';
import { spaceRoutes } from './space-routes';
import { currentUserRoutes, userBulkRoutes } from './user-routes';

export type { ConfluenceOptions } from './site-context';

/** The schema is the same on every site. */
const adf = createAdfValidator();

/** A Confluence site. `app.fetch(request, { actor })` answers everything below `/wiki`. */
export interface Confluence extends StatePart {
  readonly app: Hono<ProductEnv>;
  /** Fills a new site; call it once, before the first request, and not after `restore`. */
  seed(seed: SiteSeed): void;
}

/** Creates an empty site. What it does not support answers 501 and names what is missing. */
export function createConfluence(options: ConfluenceOptions): Confluence {
  const { clock, directory } = options;
  const store = new ContentStore();
  const site: ConfluenceSite = {
    store,
    access: new Access(store, directory),
    adf,
    events: new PageEvents(store, directory, clock, options.events),
    clock,
    directory,
    base: () => `${options.baseUrl()}/wiki`,
  };
  const app = new Hono<ProductEnv>();
  app.use(async (c, next) => {
    actorOf(c);
    await next();
  });
  for (const routes of [
    spaceRoutes,
    pageReadRoutes,
    pageWriteRoutes,
    propertyRoutes,
    labelReadRoutes,
    userBulkRoutes,
    operationRoutes,
  ]) {
    app.route('/wiki/api/v2', routes(site));
  }
  for (const routes of [labelWriteRoutes, restrictionRoutes, currentUserRoutes]) {
    app.route('/wiki/rest/api', routes(site));
  }
  app.notFound((c) => refuse(c.req.path, unsupported(`${c.req.method} ${c.req.path} of Confluence`)));
  app.onError((error, c) => {
    if (error instanceof ConfluenceError) return refuse(c.req.path, error);
    throw error;
  });
  return {
    name: 'confluence',
    app,
    seed: (seed) => {
      store.seed(seed, clock.now());
    },
    snapshot: () => store.snapshot(),
    restore: (value) => {
      store.restore(value);
    },
  };
}

function refuse(path: string, error: ConfluenceError): Response {
  const body = path.startsWith('/wiki/rest/') ? v1ErrorBody(error) : v2ErrorBody(error);
  return Response.json(body, { status: error.status });
}
