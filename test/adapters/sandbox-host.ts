import { resolve } from 'node:path';
import type { Invocation } from '../../sandbox/forge/invocation';
import { siteSeed } from '../../demo/site-seed';
import { createClock } from '../../sandbox/clock';
import { createConfluence } from '../../sandbox/confluence';
import { createDirectory } from '../../sandbox/directory';
import { createCallLog, type CallLog } from '../../sandbox/forge/call-log';
import { createFaultPlan, type FaultPlan } from '../../sandbox/forge/fault-plan';
import { forgeRuntime } from '../../sandbox/forge/forge-runtime';
import { createGraphqlApp } from '../../sandbox/forge/graphql-app';
import { createInvocationRunner } from '../../sandbox/forge/invocation';
import { createKvsApp } from '../../sandbox/forge/kvs/kvs-app';
import { createKvsStore, type KvsStore } from '../../sandbox/forge/kvs/kvs-store';
import { loadManifest } from '../../sandbox/forge/manifest';
import { createPlatformCalls } from '../../sandbox/forge/platform-call';
import { createLine, type Line } from '../../sandbox/forge/queue/line';
import { createQueueApp } from '../../sandbox/forge/queue/queue-app';
import { siteIdentity } from '../../sandbox/forge/site-identity';
import { realStopwatch } from '../../sandbox/forge/stopwatch';
import { createJira } from '../../sandbox/jira';
import type { SiteClock } from '../../sandbox/platform';

export const NOW = '2026-03-02T09:00:00.000Z';
const BASE = 'http://127.0.0.1:8080';
const VALIDATOR_SECONDS = 25;

/**
 * Jira, Confluence and the Forge services of the local platform without a deployed app: what runs inside `run` finds the
 * real SDKs connected to them, with the manifest's own scopes and entities.
 */
export interface SandboxHost {
  readonly clock: SiteClock;
  readonly log: CallLog;
  readonly faults: FaultPlan;
  readonly kvs: KvsStore;
  readonly line: Line;
  /** Runs app code as one invocation, on behalf of a person or of nobody. */
  run<T>(work: () => Promise<T>, accountId: string | null): Promise<T>;
  /** A request of a person to Jira or Confluence; insists that it succeeds. */
  request(accountId: string, method: string, path: string, body?: unknown): Promise<unknown>;
}

export async function createSandboxHost(): Promise<SandboxHost> {
  const manifest = await loadManifest(resolve(import.meta.dirname, '../..'));
  const identity = siteIdentity(manifest.appId);
  const clock = createClock({ live: false, now: NOW });
  const directory = createDirectory();
  siteSeed.people.forEach((person) => directory.putPerson(person));
  siteSeed.groups.forEach((group) => directory.putGroup(group));
  const baseUrl = () => BASE;
  const events = { publish: () => undefined };
  const extensions = {
    fields: () => [],
    rules: () => [],
    actionValidators: () => [],
    validate: () => Promise.resolve({ result: true }),
  };
  const { cloudId } = identity;
  const appAri = () => identity.extensionAri;
  const jira = createJira({ clock, directory, events, extensions, baseUrl, cloudId, appAri });
  const confluence = createConfluence({ clock, directory, events, baseUrl });
  jira.seed(siteSeed);
  confluence.seed(siteSeed);

  const invocations = createInvocationRunner(realStopwatch);
  const [log, faults, kvs] = [createCallLog(), createFaultPlan(), createKvsStore(clock)];
  const line = createLine(clock, faults);
  const kvsApp = createKvsApp(kvs, manifest.entities);
  const queueApp = createQueueApp(manifest, line);
  const graphqlApp = createGraphqlApp(manifest, identity, baseUrl);
  const calls = createPlatformCalls({
    manifest,
    appAccountId: identity.appAccountId,
    clock,
    log,
    faults,
    invocations,
    baseUrl,
    routes: {
      jira: async (request, actor) => jira.app.fetch(request, { actor }),
      confluence: async (request, actor) => confluence.app.fetch(request, { actor }),
      kvs: async (request) => kvsApp.fetch(request),
      queue: async (request, _actor, invocation) =>
        queueApp.fetch(request, { invocation: requireInvocation(invocation) }),
      graphql: async (request) => graphqlApp.fetch(request),
    },
  });
  connectSdks(calls.fetch, () => {
    const invocation = invocations.current();
    return invocation && forgeRuntime(invocation, manifest, identity);
  });
  return {
    clock,
    log,
    faults,
    kvs,
    line,
    run: <T>(work: () => Promise<T>, accountId: string | null) =>
      new Promise<T>((resolve, reject) => {
        const settle = async (): Promise<void> => {
          await work().then(resolve, reject);
        };
        void invocations.run(settle, {
          functionKey: 'test',
          moduleKey: 'test',
          moduleType: 'test',
          ...(accountId !== null && { accountId }),
          timeoutSeconds: VALIDATOR_SECONDS,
          payload: undefined,
          context: undefined,
        });
      }),
    request: async (accountId, method, path, body) => {
      const app = path.startsWith('/wiki/') ? confluence.app : jira.app;
      const request = new Request(new URL(path, BASE), {
        method,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const response = await app.fetch(request, { actor: { kind: 'user', accountId } });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path} answered ${String(response.status)}: ${text}`);
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
  };
}

/** Where Atlassian's SDKs look for the platform (`@forge/api` 8.3.0, `@forge/kvs` 1.6.5). */
function connectSdks(fetch: unknown, runtime: () => unknown): void {
  Object.defineProperty(globalThis, '__forge_fetch__', { configurable: true, value: fetch });
  Object.defineProperty(globalThis, '__forge_runtime__', { configurable: true, get: runtime });
}

function requireInvocation(invocation: Invocation | undefined): Invocation {
  if (invocation === undefined) throw new Error('No invocation is running.');
  return invocation;
}
