import { Hono } from 'hono';
import { z } from 'zod';
import { authenticate } from './authentication';
import { formattedFields } from './formatted-fields';
import { describeApp } from './forge/app-description';
import { openRuleSchema } from './forge/rule-extension';
import type { UiHosting } from './forge/ui-hosting';
import { importedIssueSchema } from './jira/issue/import-issues';
import { JiraRefusal } from './jira/refusal';
import type { Actor } from './platform';
import type { Site } from './site';
import { InvocationFailure, SiteRefusal } from './site-refusal';

/** What is open is named by its id; an `extension` of a client is refused as an unknown property. */
const contextBody = z.strictObject({
  issueKey: z.string().optional(),
  contentId: z.string().optional(),
  workflowRule: openRuleSchema.optional(),
});
const invokeBody = z.strictObject({ payload: z.unknown().optional(), context: contextBody.optional() });
const clockBody = z.union([
  z.strictObject({ now: z.string() }),
  z.strictObject({ advanceMilliseconds: z.number().nonnegative() }),
]);
const rate = z.number().min(0).max(1).optional();
const deliverBody = z.strictObject({
  advanceClock: z.boolean().optional(),
  parallel: z.number().int().min(1).max(50).optional(),
});
const faultsBody = z.union([
  z.strictObject({
    seed: z.number().int(),
    rates: z.strictObject({
      tooManyRequests: rate,
      serverError: rate,
      timeout: rate,
      lostAnswer: rate,
      kill: rate,
      pageConflict: rate,
      duplicate: rate,
      delay: rate,
      drop: rate,
      reorder: rate,
    }),
  }),
  z.strictObject({ killAfterCalls: z.number().int().positive(), function: z.string().optional() }),
  z.strictObject({
    failCall: z.strictObject({
      match: z
        .strictObject({ method: z.string().optional(), path: z.string().optional(), function: z.string().optional() })
        .optional(),
      times: z.number().int().positive().optional(),
      status: z.union([z.number().int().min(400).max(599), z.enum(['timeout', 'lost-answer'])]),
    }),
  }),
]);
const importBody = z.strictObject({ issues: z.array(importedIssueSchema) });
const productBody = z.strictObject({
  path: z.string().startsWith('/'),
  method: z.string().optional(),
  headers: z.array(z.tuple([z.string(), z.string()])).optional(),
  body: z.string().nullable().optional(),
});

async function parse<T>(schema: z.ZodType<T>, request: Request): Promise<T> {
  const text = await request.text();
  const parsed = schema.safeParse(text === '' ? {} : JSON.parse(text));
  if (!parsed.success) {
    throw new SiteRefusal(400, z.prettifyError(parsed.error));
  }
  return parsed.data;
}

function requireActor(site: Site, request: Request): Actor {
  const actor = authenticate(request, site.directory);
  if (actor === undefined) {
    throw new SiteRefusal(401, 'Nobody active on this site has this e-mail address.');
  }
  return actor;
}

function nameOf(actor: Actor): string {
  return actor.kind === 'anonymous' ? 'anonymous' : actor.accountId;
}

/** Removes keys whose value is undefined, which exact optional properties do not admit. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** `/sandbox/*`: what a client outside the process asks of the site itself, and the front ends of the app. */
export function createSandboxRoutes(site: Site, ui: UiHosting): Hono {
  const app = new Hono().basePath('/sandbox');
  app.route('/ui', ui.app);
  app.get('/people', (context) => context.json(site.directory.people));
  app.get('/app', (context) => context.json(describeApp(site.forge.manifest, site.forge.identity)));
  app.get('/pending', (context) => context.json(site.forge.pending()));
  app.post('/deliver', async ({ req, json }) => json(await site.deliver(defined(await parse(deliverBody, req.raw)))));

  app.get('/clock', (context) => context.json({ now: new Date(site.clock.now()).toISOString() }));
  app.post('/clock', async (context) => {
    const body = await parse(clockBody, context.req.raw);
    if ('now' in body) {
      site.clock.set(body.now);
    } else {
      site.clock.advance(body.advanceMilliseconds);
    }
    return context.json({ now: new Date(site.clock.now()).toISOString() });
  });

  app.get('/log', (context) => context.json(site.log.entries()));
  app.delete('/log', (context) => {
    site.log.clear();
    return context.body(null, 204);
  });
  app.post('/faults', async (context) => {
    const body = await parse(faultsBody, context.req.raw);
    if ('failCall' in body) {
      const { match, ...failure } = body.failCall;
      site.faults.failCall({ ...defined(failure), ...(match === undefined ? {} : { match: defined(match) }) });
    } else if ('killAfterCalls' in body) {
      site.faults.killAfterCalls(body.killAfterCalls, defined({ function: body.function }));
    } else {
      site.faults.inject({ seed: body.seed, rates: defined(body.rates) });
    }
    return context.body(null, 204);
  });
  app.delete('/faults', (context) => {
    site.faults.clear();
    return context.body(null, 204);
  });

  app.post('/import', async ({ req, json }) => {
    const { issues } = await parse(importBody, req.raw);
    return json({ keys: site.jira.importIssues(issues, nameOf(requireActor(site, req.raw))) }, 201);
  });
  app.get('/fields/:issueKey', async ({ req, json }) =>
    json(await formattedFields(site, req.param('issueKey'), requireActor(site, req.raw))),
  );
  app.post('/tick/:key', async ({ req, json }) => json({ answer: (await site.tick(req.param('key'))) ?? null }));
  app.post('/context/:moduleKey', async ({ req, json }) => {
    const { context = {} } = await parse(invokeBody, req.raw.clone());
    const as = nameOf(requireActor(site, req.raw));
    return json(await site.contextOf(req.param('moduleKey'), { as, context: defined(context) }));
  });
  app.post('/invoke/:moduleKey/:functionKey', async ({ req, json, body }) => {
    const { payload, context = {} } = await parse(invokeBody, req.raw.clone());
    const options = { as: nameOf(requireActor(site, req.raw)), context: defined(context) };
    const answer = await site.invoke(req.param('moduleKey'), req.param('functionKey'), payload, options);
    return answer === undefined ? body(null, 204) : json(answer as object);
  });
  app.post('/request/:product{jira|confluence}', async ({ req }) => {
    const { path, method, headers, body } = await parse(productBody, req.raw.clone());
    const init = { method: method ?? 'GET', headers: headers ?? [], body: body ?? null };
    const product = req.param('product') as 'jira' | 'confluence';
    return site.forge.calls.fetchAsViewer(product, path, init, requireActor(site, req.raw));
  });

  app.onError((error, context) => {
    if (error instanceof SiteRefusal) {
      return context.json({ message: error.message }, error.status);
    }
    if (error instanceof InvocationFailure) {
      const { outcome, message, appStack } = error;
      return context.json(defined({ outcome, message, stack: appStack }), outcome === 'timed-out' ? 504 : 500);
    }
    if (error instanceof JiraRefusal) {
      return context.json({ message: error.message }, error.status);
    }
    if (error instanceof SyntaxError || error instanceof RangeError) {
      return context.json({ message: error.message }, 400);
    }
    throw error;
  });
  app.notFound((context) => context.json({ message: `The sandbox has no ${context.req.path}.` }, 404));
  return app;
}
