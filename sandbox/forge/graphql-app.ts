import { Hono } from 'hono';
import { z } from 'zod';
import { modulesOf, type AppManifest } from './manifest';
import type { SiteIdentity } from './site-identity';
import { webTriggerPath } from './web-trigger-address';

const graphqlRequest = z.object({ query: z.string(), variables: z.unknown() });
const createUrl = z.strictObject({
  input: z.strictObject({
    appId: z.string(),
    envId: z.string(),
    triggerKey: z.string(),
    contextId: z.string(),
  }),
  forceCreate: z.literal(false).optional(),
});

function unsupported(what: string): Response {
  return Response.json({ code: 501, message: `The sandbox does not support ${what}.` }, { status: 501 });
}

function problem(message: string): Response {
  return Response.json({ data: null, errors: [{ message }] });
}

/**
 * `POST /graphql` of the API gateway, as far as `webTrigger.getUrl` of `@forge/api` 8.3.0 calls it: the address of a web
 * trigger, which is the same whenever it is asked for. Another address for the same one (`forceCreate`), secrets of the
 * platform and the other operations are not supported.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/web-trigger-api/
 */
export function createGraphqlApp(manifest: AppManifest, identity: SiteIdentity, baseUrl: () => string): Hono {
  const app = new Hono();
  app.post('/graphql', async (context) => {
    const parsed = graphqlRequest.safeParse(await context.req.json());
    const [operation] = /\bforge_app_\w+/.exec(parsed.data?.query ?? '') ?? ['an unnamed operation'];
    if (operation !== 'forge_app_createWebTriggerUrl') {
      return unsupported(`this GraphQL operation: ${operation}`);
    }
    const variables = createUrl.safeParse(parsed.data?.variables);
    if (!variables.success) {
      return unsupported(`these variables of ${operation}: ${z.prettifyError(variables.error)}`);
    }
    const { appId, envId, contextId, triggerKey } = variables.data.input;
    if (appId !== identity.appId || envId !== identity.environmentId || contextId !== identity.contextAri) {
      return problem('The app is not installed there.');
    }
    const module = modulesOf(manifest, 'webtrigger').find(({ key }) => key === triggerKey);
    return module === undefined
      ? problem(`The app has no web trigger ${triggerKey}.`)
      : Response.json({
          data: { createWebTriggerUrl: { url: new URL(webTriggerPath(module, identity), baseUrl()).href } },
        });
  });
  app.notFound((context) => unsupported(`the gateway call ${context.req.method} ${context.req.path}`));
  return app;
}
