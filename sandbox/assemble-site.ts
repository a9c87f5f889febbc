import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authenticate } from './authentication';
import { createClock } from './clock';
import { openDataDirectory } from './data-directory';
import { buildApp } from './forge/build-app';
import type { ProductReader } from './forge/extension-context';
import { createForgeHost, type ForgeHost } from './forge/forge-host';
import { loadManifest, modulesOf } from './forge/manifest';
import type { Route } from './forge/platform-call';
import type { DeliverOptions } from './forge/queue/deliver';
import { invokeResolver, moduleContext, requireAnswer, requireModule } from './forge/resolvers';
import { createUiHosting } from './forge/ui-hosting';
import { isWebTriggerPath } from './forge/web-trigger-address';
import type { Actor, Directory } from './platform';
import { startPump } from './pump';
import type { SiteSeed } from './seed';
import type { InvokeOptions, Product, Site, SiteOptions, SiteParts } from './site';
import { SiteRefusal } from './site-refusal';
import { createSandboxRoutes } from './site-routes';

function productRoute(product: () => Product): Route {
  return async (request, actor) => product().app.fetch(request, { actor });
}

function readerOf(jira: Route, confluence: Route, baseUrl: () => string): ProductReader {
  const read = (route: Route) => (path: string, actor: Actor, body?: unknown) => {
    const headers = {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const init = body === undefined ? { headers } : { method: 'POST', body: JSON.stringify(body), headers };
    return route(new Request(new URL(path, baseUrl()), init), actor, undefined);
  };
  return { jira: read(jira), confluence: read(confluence) };
}

/** Puts a site together from its parts, deploys the app and fills it: from the data directory if possible, else from the seed. */
export async function assembleSite(parts: SiteParts, options: SiteOptions): Promise<Site> {
  const appDir = options.appDir ?? process.cwd();
  const manifest = options.manifest ?? (await loadManifest(appDir));
  const live = options.liveClock === true;
  const clock = createClock({ live, ...(options.now === undefined ? {} : { now: options.now }) });
  const directory = parts.createDirectory();
  let url = options.baseUrl ?? 'http://127.0.0.1:8080';
  const baseUrl = (): string => url;
  const products: { jira?: Product; confluence?: Product } = {};
  const present = (product: Product | undefined): Product => {
    if (product === undefined) {
      throw new Error('The products are not there yet.');
    }
    return product;
  };
  const routes = {
    jira: productRoute(() => present(products.jira)),
    confluence: productRoute(() => present(products.confluence)),
  };
  const forge = await createForgeHost({
    manifest,
    bundle:
      options.bundle ?? (await buildApp(appDir, join(tmpdir(), `forge-app-${process.pid}-${manifest.appId}.cjs`))),
    clock,
    ...routes,
    baseUrl,
    ...(options.kvs === undefined ? {} : { kvs: options.kvs }),
    ...(options.deliveryOrder === undefined ? {} : { deliveryOrder: options.deliveryOrder }),
    ...(options.stopwatch === undefined ? {} : { stopwatch: options.stopwatch }),
  });
  const { events, extensions, identity } = forge;
  const appAri = (): string => identity.extensionAri;
  const jira = parts.createJira({ clock, directory, events, extensions, baseUrl, cloudId: identity.cloudId, appAri });
  const confluence = parts.createConfluence({ clock, directory, events, baseUrl });
  Object.assign(products, { jira, confluence });
  const state = [clock, directory, jira, confluence, ...forge.parts];
  const data =
    options.dataDir === undefined ? undefined : openDataDirectory(options.dataDir, state, options.fresh === true);
  if ((await data?.load()) !== true) {
    fillDirectory(directory, identity.appAccountId, options.seed);
    if (options.seed !== undefined) {
      jira.seed(options.seed);
      confluence.seed(options.seed);
    }
    data?.touch();
  }
  const kept = async <T>(work: Promise<T>): Promise<T> => work.finally(() => data?.touch());
  const actorOf = (as: string): Actor => personOf(directory, as);
  const timeZoneOf = (actor: Actor): string =>
    (actor.kind === 'anonymous' ? undefined : directory.findPerson(actor.accountId)?.timeZone) ?? 'UTC';
  const reader = { ...readerOf(routes.jira, routes.confluence, baseUrl), baseUrl, timeZoneOf };

  const contextOf = async (moduleKey: string, { as, context = {} }: InvokeOptions) =>
    moduleContext(
      forge,
      requireModule(forge, moduleKey),
      actorOf(as),
      { open: context, ...(context.extension === undefined ? {} : { extension: context.extension }) },
      reader,
    );
  const deliver = (deliverOptions?: DeliverOptions) => kept(forge.deliver(deliverOptions));
  const stopPump = live ? startPump(() => forge.pending().due > 0, deliver) : () => Promise.resolve();
  const site: Site = {
    clock,
    faults: forge.faults,
    log: forge.log,
    directory,
    jira,
    confluence,
    forge,
    products: reader,
    baseUrl,
    setBaseUrl: (next) => {
      url = next;
    },
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/sandbox/')) {
        return kept(Promise.resolve(sandbox.fetch(request)));
      }
      if (isWebTriggerPath(pathname)) {
        return kept(forge.answerWebTrigger(request));
      }
      const route = pathname.startsWith('/rest/') ? jira : pathname.startsWith('/wiki/') ? confluence : undefined;
      const actor = authenticate(request, directory);
      if (route === undefined) {
        return Response.json({ message: `Nothing is served at ${pathname}.` }, { status: 404 });
      }
      return actor === undefined
        ? Response.json({ message: 'Nobody on this site has this e-mail address.' }, { status: 401 })
        : kept(Promise.resolve(route.app.fetch(request, { actor })));
    },
    contextOf,
    invoke: async (moduleKey, functionKey, payload, invokeOptions) => {
      const module = requireModule(forge, moduleKey);
      const context = await contextOf(moduleKey, invokeOptions);
      return kept(invokeResolver(forge, module, { functionKey, payload }, actorOf(invokeOptions.as), context));
    },
    invokeFunction: async (functionKey, payload, { as } = {}) => {
      const actor = actorOf(as ?? 'anonymous');
      const accountId = actor.kind === 'anonymous' ? undefined : actor.accountId;
      const module = moduleOfFunction(forge, functionKey);
      return requireAnswer(await kept(forge.run({ module, functionKey, payload, accountId })), functionKey);
    },
    tick: async (key) => {
      const module = modulesOf(manifest, 'scheduledTrigger').find((trigger) => trigger.key === key);
      if (module === undefined) {
        throw new SiteRefusal(404, `The manifest declares no scheduled trigger ${key}.`);
      }
      const payload = { context: { cloudId: identity.cloudId, moduleKey: key } };
      return requireAnswer(await kept(forge.run({ module, functionKey: module.function, payload })), key);
    },
    deliver,
    close: async () => {
      await stopPump();
      await data?.flush();
    },
  };
  const sandbox = createSandboxRoutes(site, createUiHosting(manifest, appDir, baseUrl));
  return site;
}

function fillDirectory(directory: Directory, appAccountId: string, seed: SiteSeed | undefined): void {
  seed?.people.forEach((person) => directory.putPerson(person));
  seed?.groups.forEach((group) => directory.putGroup(group));
  directory.putPerson({
    accountId: appAccountId,
    displayName: 'Deployed app',
    emailAddress: `${appAccountId.replace(':', '-')}@connect.atlassian.com`,
    accountType: 'app',
    active: true,
    timeZone: 'UTC',
  });
}

function personOf(directory: Directory, as: string): Actor {
  if (as === 'anonymous') {
    return { kind: 'anonymous' };
  }
  const person = directory.findPerson(as);
  if (person?.active !== true) {
    throw new SiteRefusal(401, `Nobody active on this site has the account id ${as}.`);
  }
  return { kind: 'user', accountId: person.accountId };
}

function moduleOfFunction(forge: ForgeHost, functionKey: string): { key: string; type: 'macro' } {
  const macro = modulesOf(forge.manifest, 'macro').find(({ adfExport }) => adfExport?.function === functionKey);
  if (macro === undefined) {
    throw new SiteRefusal(404, `No module has its function ${functionKey} called by a product directly.`);
  }
  return { key: macro.key, type: macro.type };
}
