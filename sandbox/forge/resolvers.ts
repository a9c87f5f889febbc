import type { Actor } from '../platform';
import { InvocationFailure, SiteRefusal } from '../site-refusal';
import { buildExtension, type OpenEntity, type ProductReader } from './extension-context';
import type { ForgeHost } from './forge-host';
import type { Outcome } from './invocation';
import type { AppModule } from './manifest';

/** https://developer.atlassian.com/platform/forge/limits-invocation/ */
const MAX_REQUEST_BYTES = 500 * 1024;
const MAX_RESPONSE_BYTES = 5 * 1024 * 1024;

export interface ModuleContextOptions {
  readonly open?: OpenEntity;
  /** In-process callers only: replaces what the host would look up. */
  readonly extension?: Readonly<Record<string, unknown>>;
}

/** What a function answered, or an InvocationFailure when it did not. */
export function requireAnswer(outcome: Outcome, name: string): unknown {
  switch (outcome.kind) {
    case 'returned':
      return outcome.value;
    case 'threw':
      throw new InvocationFailure('threw', outcome.message, outcome.stack);
    case 'timed-out':
      throw new InvocationFailure('timed-out', `${name} ran out of time.`);
    case 'killed':
      throw new InvocationFailure('killed', `The process of ${name} was killed.`);
  }
}

export function requireModule(host: ForgeHost, moduleKey: string): AppModule {
  const module = host.manifest.modules.find(({ key, type }) => type !== 'function' && key === moduleKey);
  if (module === undefined) {
    throw new SiteRefusal(404, `The manifest declares no module ${moduleKey}.`);
  }
  return module;
}

function admit(module: AppModule, actor: Actor): void {
  const admitted = module.type === 'macro' ? (module.unlicensedAccess ?? []) : [];
  if (actor.kind === 'anonymous' && !admitted.includes('anonymous')) {
    throw new SiteRefusal(403, `Module ${module.key} does not admit anonymous people (unlicensedAccess).`);
  }
}

/** The context of a Custom UI module as `view.getContext()` answers it and the resolver receives it. */
export async function moduleContext(
  host: ForgeHost,
  module: AppModule,
  actor: Actor,
  options: ModuleContextOptions,
  reader: ProductReader & { baseUrl(): string; timeZoneOf(actor: Actor): string },
): Promise<Record<string, unknown>> {
  admit(module, actor);
  const { identity } = host;
  const built = options.extension ?? (await buildExtension(module, options.open ?? {}, actor, reader));
  return {
    ...(actor.kind === 'anonymous' ? {} : { accountId: actor.accountId }),
    cloudId: identity.cloudId,
    environmentId: identity.environmentId,
    environmentType: 'DEVELOPMENT',
    localId: `${identity.extensionAri}/${module.key}`,
    moduleKey: module.key,
    siteUrl: reader.baseUrl(),
    locale: 'en-US',
    timezone: reader.timeZoneOf(actor),
    extension: { type: module.type, ...built },
  };
}

/**
 * Calls a resolver function as `invoke` of `@forge/bridge` does: the payload as JSON, the person from the platform.
 * @throws SiteRefusal when the module has no resolver, does not admit the person, or a payload is too large
 * @throws InvocationFailure when the function does not answer
 */
export async function invokeResolver(
  host: ForgeHost,
  module: AppModule,
  call: { readonly functionKey: string; readonly payload: unknown },
  actor: Actor,
  context: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  admit(module, actor);
  const functionKey = 'resolver' in module ? module.resolver?.function : undefined;
  if (functionKey === undefined) {
    throw new SiteRefusal(404, `Module ${module.key} has no resolver.`);
  }
  if (Buffer.byteLength(JSON.stringify(call)) > MAX_REQUEST_BYTES) {
    throw new SiteRefusal(413, 'The request payload of a front-end invocation is limited to 500 KB.');
  }
  const outcome = await host.run({
    module,
    functionKey,
    payload: { call, context },
    accountId: actor.kind === 'anonymous' ? undefined : actor.accountId,
  });
  const answer = requireAnswer(outcome, `${module.key}/${call.functionKey}`);
  if (answer !== undefined && Buffer.byteLength(JSON.stringify(answer)) > MAX_RESPONSE_BYTES) {
    throw new SiteRefusal(413, 'The response of a front-end invocation is limited to 5 MB.');
  }
  return answer;
}
