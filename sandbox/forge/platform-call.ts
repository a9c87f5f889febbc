import { z } from 'zod';
import type { Actor, SiteClock } from '../platform';
import type { CallLog, CallLogEntry } from './call-log';
import type { Fault, FaultHooks, PlannedCall } from './fault-plan';
import { faultAnswer } from './fault-answer';
import type { Invocation, InvocationRunner } from './invocation';
import type { AppManifest } from './manifest';
import { confluenceScopes, jiraScopes } from './scopes/required-scopes';

/** A part of the platform that answers requests of the app. */
export type Route = (request: Request, actor: Actor, invocation: Invocation | undefined) => Promise<Response>;

export interface PlatformRoutes {
  readonly jira: Route;
  readonly confluence: Route;
  readonly kvs: Route;
  /** `/webhook/queue/...` of the API gateway. */
  readonly queue: Route;
  /** `/graphql` of the API gateway. */
  readonly graphql: Route;
}

export interface PlatformCallOptions {
  readonly manifest: AppManifest;
  readonly appAccountId: string;
  readonly clock: SiteClock;
  readonly log: CallLog;
  readonly faults: FaultHooks;
  readonly routes: PlatformRoutes;
  readonly invocations: InvocationRunner;
  readonly baseUrl: () => string;
}

export interface PlatformCalls {
  /** `globalThis.__forge_fetch__`: every call that the SDKs make, in the context of the running invocation. */
  readonly fetch: (request: unknown, path: string, init?: unknown) => Promise<Response>;
  /** A product request of the app's front end (`requestJira`, `requestConfluence` of `@forge/bridge`), as the viewer. */
  fetchAsViewer(remote: 'jira' | 'confluence', path: string, init: RequestInit, viewer: Actor): Promise<Response>;
}

/** First argument of `__forge_fetch__` as `@forge/api` 8.3.0 and `@forge/kvs` 1.6.5 send it. */
const forgeRequest = z.object({
  type: z.string(),
  provider: z.string().optional(),
  remote: z.string().optional(),
  accountId: z.string().optional(),
  contextAri: z.unknown().optional(),
});
type ForgeRequest = z.infer<typeof forgeRequest>;

interface Destination {
  readonly route: keyof PlatformRoutes;
  /** Undefined: the sandbox does not know the operation. */
  readonly scopes: readonly string[] | undefined;
}

interface PermittedCall {
  readonly route: keyof PlatformRoutes;
  readonly actor: Actor;
}

function nameOf(actor: Actor): CallLogEntry['as'] {
  return actor.kind === 'anonymous' ? 'nobody' : actor.kind === 'app' ? 'app' : `user:${actor.accountId}`;
}

function destinationOf({ type, remote }: ForgeRequest, method: string, pathname: string): Destination | undefined {
  if (type === 'kvs') {
    return { route: 'kvs', scopes: ['storage:app'] };
  }
  if (remote === 'jira') {
    return { route: 'jira', scopes: jiraScopes(method, pathname) };
  }
  if (remote === 'confluence') {
    return { route: 'confluence', scopes: confluenceScopes(method, pathname) };
  }
  if (remote === 'stargate' && pathname === '/graphql') {
    return { route: 'graphql', scopes: [] };
  }
  return remote === 'stargate' && pathname.startsWith('/webhook/queue/') ? { route: 'queue', scopes: [] } : undefined;
}

function refusal(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code: status, message }, { status, headers });
}

/** How many bytes a request sends. The SDKs send text; to copy a whole request takes longer than most calls. */
async function sizeOf(request: Request, { body }: RequestInit): Promise<number> {
  return typeof body === 'string' ? Buffer.byteLength(body) : (await request.clone().arrayBuffer()).byteLength;
}

function nobodyAnswers(): Promise<never> {
  // A dead process neither learns what became of its call nor runs its catch and finally blocks.
  return new Promise<never>(() => undefined);
}

/** The one place through which every call of the app to the platform goes. */
export function createPlatformCalls(options: PlatformCallOptions): PlatformCalls {
  const { manifest, log, faults, routes, invocations } = options;

  const actorOf = (request: ForgeRequest, invocation: Invocation): Actor | Response => {
    if (request.provider === 'app') {
      return { kind: 'app', accountId: options.appAccountId };
    }
    if (request.provider !== 'user') {
      return refusal(501, `The sandbox does not support product requests without asApp() or asUser().`);
    }
    if (invocation.accountId === undefined && request.accountId === undefined) {
      return refusal(401, 'Authentication Required', { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' });
    }
    if (request.accountId !== undefined && request.accountId !== invocation.accountId) {
      return refusal(501, 'The sandbox does not support offline user impersonation: asUser(accountId).');
    }
    return { kind: 'user', accountId: invocation.accountId ?? '' };
  };

  const permit = (
    request: ForgeRequest,
    method: string,
    pathname: string,
    actor: Actor | Response,
  ): PermittedCall | Response => {
    if (actor instanceof Response) {
      return actor;
    }
    const destination = request.contextAri === undefined ? destinationOf(request, method, pathname) : undefined;
    if (destination?.scopes === undefined) {
      const name = `${request.remote ?? request.type} ${method} ${pathname}`;
      return refusal(501, `The sandbox does not support this call of a Forge app: ${name}`);
    }
    const missing = destination.scopes.filter((scope) => !manifest.scopes.has(scope));
    return missing.length === 0
      ? { route: destination.route, actor }
      : refusal(403, 'Unauthorized; scope does not match', { 'x-sandbox-missing-scopes': missing.join(' ') });
  };

  const carryOut = async (
    { route, actor }: PermittedCall,
    request: Request,
    invocation: Invocation | undefined,
    fault: Fault | undefined,
  ): Promise<Response> => {
    if (typeof fault === 'number') {
      return faultAnswer(route, fault);
    }
    return fault === 'timeout'
      ? refusal(504, 'Gateway Timeout', { 'forge-proxy-error': 'UPSTREAM_TIMEOUT' })
      : routes[route](request, actor, invocation);
  };

  const record = (entry: Omit<CallLogEntry, 'at'>): void => {
    log.add({ at: new Date(options.clock.now()).toISOString(), ...entry });
  };

  const call = async (
    request: ForgeRequest,
    path: string,
    init: RequestInit,
    actor: Actor | Response,
    invocation: Invocation | undefined,
  ): Promise<Response> => {
    const url = new URL(path, options.baseUrl());
    if (url.origin !== new URL(options.baseUrl()).origin) {
      throw new Error(`Not a path on this site: ${path}`);
    }
    const outgoing = new Request(url, init);
    const requestBytes = outgoing.body === null ? 0 : await sizeOf(outgoing, init);
    const planned: PlannedCall = {
      method: outgoing.method,
      path: `${url.pathname}${url.search}`,
      function: invocation?.functionKey,
    };
    const permitted = permit(request, planned.method, url.pathname, actor);
    const fault = permitted instanceof Response ? undefined : faults.before(planned);
    const answer = permitted instanceof Response ? permitted : await carryOut(permitted, outgoing, invocation, fault);
    const body = await answer.arrayBuffer();
    record({
      ...(invocation === undefined ? {} : { invocation: invocation.id, function: invocation.functionKey }),
      method: planned.method,
      path: planned.path,
      as: actor instanceof Response ? 'nobody' : nameOf(actor),
      status: answer.status,
      bytes: body.byteLength,
      requestBytes,
    });
    if (invocation !== undefined && faults.dies(planned, invocation.countCall())) {
      invocation.kill();
    }
    if (invocation !== undefined && invocation.state() !== 'running') {
      return nobodyAnswers();
    }
    if (fault === 'lost-answer') {
      throw new TypeError('fetch failed');
    }
    const empty = body.byteLength === 0;
    return new Response(empty ? null : body, {
      status: answer.status,
      statusText: answer.statusText,
      headers: answer.headers,
    });
  };

  return {
    fetch: (request, path, init) => {
      const invocation = invocations.current();
      if (invocation === undefined) {
        return Promise.reject(new Error('Forge runtime not found.'));
      }
      if (invocation.state() !== 'running') {
        return nobodyAnswers();
      }
      const parsed = forgeRequest.parse(request);
      return call(parsed, path, init ?? {}, actorOf(parsed, invocation), invocation);
    },
    fetchAsViewer: (remote, path, init, viewer) => call({ type: 'fpp', remote }, path, init, viewer, undefined),
  };
}
