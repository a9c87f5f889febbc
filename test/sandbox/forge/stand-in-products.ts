import { Hono } from 'hono';
import { createDirectory } from '../../../sandbox/directory';
import type { EventSink, ProductEnv, WorkflowExtensions } from '../../../sandbox/platform';
import type { SiteSeed } from '../../../sandbox/seed';
import type { Product, SiteParts } from '../../../sandbox/site';

export const RITA = {
  accountId: 'rita',
  displayName: 'Rita Requester',
  emailAddress: 'rita@example.com',
  accountType: 'atlassian',
  active: true,
  timeZone: 'UTC',
} as const;
export const LEFT = { ...RITA, accountId: 'left', emailAddress: 'left@example.com', active: false } as const;

export const SEED: SiteSeed = {
  people: [RITA, LEFT],
  groups: [],
  administrators: [],
  fields: [],
  screens: [],
  workflows: [],
  projects: [],
  spaces: [],
};

/** What the stand-in for Jira was given by the site, for tests that act as Jira. */
export interface JiraConnections {
  events: EventSink;
  extensions: WorkflowExtensions;
  appAri: string;
}

function product(name: string, app: Hono<ProductEnv>): Product {
  let requests = 0;
  app.use(async (_context, next) => {
    requests += 1;
    await next();
  });
  return {
    name,
    app,
    seed: () => undefined,
    snapshot: () => ({ requests }),
    restore: (value) => {
      requests = (value as { requests: number }).requests;
    },
  };
}

/** Products that answer who asked, just enough to see what the Forge host does between them and the app. */
export function standInProducts(): { parts: SiteParts; jira: () => JiraConnections } {
  let connections: JiraConnections | undefined;
  return {
    jira: () => {
      if (connections === undefined) {
        throw new Error('The site is not assembled yet.');
      }
      return connections;
    },
    parts: {
      createDirectory,
      createJira: ({ events, extensions, appAri }) => {
        connections = { events, extensions, appAri: appAri() };
        const app = new Hono<ProductEnv>();
        const jira = product('jira', app);
        app.get('/rest/api/3/issue/:key', ({ req, env, json }) =>
          req.param('key') === 'SECRET-1'
            ? json({ errorMessages: ['Issue does not exist'] }, 404)
            : json({
                id: '10001',
                key: req.param('key'),
                actor: env.actor,
                fields: {
                  issuetype: { id: '10100', name: 'Change' },
                  project: { id: '10000', key: 'ABC', projectTypeKey: 'software' },
                },
              }),
        );
        app.get('/rest/api/3/myself', ({ env, json }) => json(env.actor));
        return { ...jira, importIssues: () => [] };
      },
      createConfluence: () => {
        const app = new Hono<ProductEnv>();
        const confluence = product('confluence', app);
        app.get('/wiki/api/v2/pages/:id', ({ req, json }) => json({ id: req.param('id'), spaceId: '7' }));
        app.get('/wiki/api/v2/spaces/:id', ({ req, json }) => json({ id: req.param('id'), key: 'DOC' }));
        return confluence;
      },
    },
  };
}
