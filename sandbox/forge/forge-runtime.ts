import type { Invocation } from './invocation';
import type { AppManifest } from './manifest';
import type { SiteIdentity } from './site-identity';

const silentMetrics = {
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
  counter: () => ({ incr: () => undefined, incrBy: () => undefined, decr: () => undefined, decrBy: () => undefined }),
  gauge: () => ({ set: () => undefined }),
};

/**
 * `globalThis.__forge_runtime__` of one invocation, as `@forge/api` 8.3.0 reads it (type `ForgeRuntime` in its
 * out/api/runtime.d.ts). The environment is a development one, in which `license` is undefined.
 */
export function forgeRuntime(invocation: Invocation, manifest: AppManifest, identity: SiteIdentity): object {
  return {
    proxy: { token: 'sandbox', url: 'http://forge-proxy.invalid' },
    contextAri: identity.contextAri,
    container: {},
    appContext: {
      appId: identity.appId,
      appVersion: '1.0.0',
      environmentId: identity.environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId: invocation.id,
      installationId: identity.installationId,
      functionKey: invocation.functionKey,
      moduleType: invocation.moduleType,
      moduleKey: invocation.moduleKey,
      permissions: { scopes: [...manifest.scopes], external: manifest.permissions['external'] ?? {} },
    },
    aaid: invocation.accountId,
    lambdaContext: {
      awsRequestId: invocation.id,
      getRemainingTimeInMillis: () => invocation.remainingMilliseconds(),
    },
    tracing: { traceId: invocation.id, spanId: invocation.id },
    realtime: {},
    metrics: silentMetrics,
    featureFlags: () => false,
  };
}

/** The second argument of a handler: who and where. `principal` only where the platform names a person. */
export function handlerContext(identity: SiteIdentity, accountId: string | undefined): object {
  return {
    installContext: identity.contextAri,
    ...(accountId === undefined ? {} : { principal: { accountId } }),
    installation: {
      ari: { installationId: identity.installationId },
      contexts: [{ cloudId: identity.cloudId, workspaceId: identity.cloudId }],
    },
  };
}
