import { compileFunction } from 'node:vm';
import type { SiteClock } from '../platform';

/** What Atlassian's SDKs find on `globalThis` inside a Forge function. */
export interface ForgeGlobals {
  /** Undefined outside an invocation, as while the app is being loaded. */
  runtime(): unknown;
  fetch(request: unknown, path: string, init?: unknown): Promise<Response>;
}

/** The globals of the Node process itself, also when the host runs inside a test runner's own context. */
function processGlobals(): object {
  const read = compileFunction('return globalThis') as () => object;
  return read();
}

function dateOn(clock: SiteClock): DateConstructor {
  // `Date` is callable, constructible and has statics: compiled next to the app, so that both share one realm.
  const declare = compileFunction(
    `return class Date extends globalThis.Date {
      constructor(...values) { values.length === 0 ? super(now()) : super(...values); }
      static now() { return now(); }
    }`,
    ['now'],
  ) as (now: () => number) => DateConstructor;
  const SiteDate = declare(() => clock.now());
  return new Proxy(SiteDate, { apply: () => new SiteDate().toString() });
}

/**
 * The `globalThis` of one deployed app: the process's own globals, overlaid with the site's clock, the Forge runtime and
 * an outbound `fetch` that refuses. What the app writes to it stays with the app, so two sites never meet.
 */
export function createAppGlobals(clock: SiteClock, forge: ForgeGlobals): object {
  const outer = processGlobals();
  const own: Record<PropertyKey, unknown> = {
    Date: dateOn(clock),
    __forge_fetch__: (request: unknown, path: string, init?: unknown) => forge.fetch(request, path, init),
    fetch: () =>
      Promise.reject(new Error('The sandbox does not support egress: the app called fetch for an external address.')),
  };
  const globals: object = new Proxy(own, {
    get: (target, name) => {
      if (name === '__forge_runtime__') {
        return forge.runtime();
      }
      if (name === 'globalThis' || name === 'global') {
        return globals;
      }
      // Accessors such as `crypto` insist on the process's own global object as receiver.
      return Reflect.has(target, name) ? Reflect.get(target, name) : (Reflect.get(outer, name, outer) as unknown);
    },
    has: (target, name) => Reflect.has(target, name) || Reflect.has(outer, name),
  });
  return globals;
}
