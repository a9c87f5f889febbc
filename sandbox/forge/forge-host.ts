import type { Actor, EventSink, SiteClock, StatePart, WorkflowExtensions } from '../platform';
import { appFields } from './app-fields';
import { createCallLog, type CallLog } from './call-log';
import { createFaultPlan, type FaultPlan } from './fault-plan';
import { forgeRuntime, handlerContext } from './forge-runtime';
import { createGraphqlApp } from './graphql-app';
import { createInvocationRunner, type Outcome } from './invocation';
import { createKvsApp } from './kvs/kvs-app';
import { createKvsStore, type KvsStoreOptions } from './kvs/kvs-store';
import { loadApp } from './load-app';
import { modulesOf, type AppManifest, type AppModule } from './manifest';
import { createPlatformCalls, type PlatformCalls, type Route } from './platform-call';
import { createDeliverer, type DeliverOptions, type DeliveryOrder } from './queue/deliver';
import type { Delivery, DeliveryReport } from './queue/delivery';
import { createLine } from './queue/line';
import { createQueueApp } from './queue/queue-app';
import { siteIdentity, type SiteIdentity } from './site-identity';
import { realStopwatch, type Stopwatch } from './stopwatch';
import { createTriggers } from './triggers';
import { createValidators } from './validators';
import { answerWebTrigger } from './web-triggers';
import { actionValidators, workflowRules } from './workflow-rules';

export interface ForgeHostOptions {
  readonly manifest: AppManifest;
  /** Path of the file that `buildApp` wrote. */
  readonly bundle: string;
  readonly clock: SiteClock;
  readonly jira: Route;
  readonly confluence: Route;
  readonly kvs?: KvsStoreOptions;
  readonly deliveryOrder?: DeliveryOrder;
  /** Measures time-outs; real time when absent. */
  readonly stopwatch?: Stopwatch;
  readonly baseUrl: () => string;
}

export interface FunctionCall {
  readonly module: Pick<AppModule, 'key' | 'type'>;
  readonly functionKey: string;
  readonly payload: unknown;
  /** The person on whose behalf the function runs. */
  readonly accountId?: string | undefined;
  readonly depth?: number;
}

export interface ForgeHost {
  readonly manifest: AppManifest;
  readonly identity: SiteIdentity;
  readonly log: CallLog;
  readonly faults: FaultPlan;
  readonly events: EventSink;
  readonly extensions: WorkflowExtensions;
  readonly parts: readonly StatePart[];
  readonly calls: PlatformCalls;
  run(call: FunctionCall): Promise<Outcome>;
  deliver(options?: DeliverOptions): Promise<DeliveryReport>;
  /** Answers a call of a web trigger by whoever has its address. */
  answerWebTrigger(request: Request): Promise<Response>;
  /** How many events and messages are not delivered yet, and how many of them could be delivered now. */
  pending(): { readonly events: number; readonly messages: number; readonly due: number };
}

/** https://developer.atlassian.com/platform/forge/limits-invocation/ */
const DEFAULT_SECONDS = 25;
const DEFAULT_BACKGROUND_SECONDS = 55;
/** A web trigger has as long as these, but not longer: its function declares no time-out. */
const BACKGROUND: readonly string[] = ['consumer', 'scheduledTrigger', 'webtrigger'];

function timeoutSeconds(manifest: AppManifest, { module, functionKey }: FunctionCall): number {
  const declared = modulesOf(manifest, 'function').find(({ key }) => key === functionKey)?.timeoutSeconds;
  return BACKGROUND.includes(module.type) ? (declared ?? DEFAULT_BACKGROUND_SECONDS) : DEFAULT_SECONDS;
}

function handlerArgument(delivery: Delivery, clock: SiteClock): unknown {
  const { kind, payload, jobId, queueName, eventId, retryCount, retryReason, retryData } = delivery;
  const retried = retryReason === undefined ? undefined : { retryCount, retryReason, retryData };
  if (kind === 'event') {
    return { ...(payload as object), ...(retried === undefined ? {} : { retryContext: retried }) };
  }
  const retentionWindow = {
    startTime: new Date(delivery.enqueuedAt).toISOString(),
    remainingTimeMs: Math.max(0, delivery.enqueuedAt + 24 * 3_600_000 - clock.now()),
  };
  const retryContext = retried === undefined ? {} : { retryContext: { ...retried, retentionWindow } };
  return { body: payload, jobId, queueName, eventId, ...retryContext };
}

/** Deploys an app for one site: loads its bundle and runs its functions with the real SDKs. */
export async function createForgeHost(options: ForgeHostOptions): Promise<ForgeHost> {
  const { manifest, clock } = options;
  const identity = siteIdentity(manifest.appId);
  const invocations = createInvocationRunner(options.stopwatch ?? realStopwatch);
  const log = createCallLog();
  const faults = createFaultPlan();
  const store = createKvsStore(clock, options.kvs);
  const line = createLine(clock, faults);
  const kvsApp = createKvsApp(store, manifest.entities);
  const queueApp = createQueueApp(manifest, line);
  const graphqlApp = createGraphqlApp(manifest, identity, options.baseUrl);
  const calls = createPlatformCalls({
    manifest,
    appAccountId: identity.appAccountId,
    clock,
    log,
    faults,
    invocations,
    baseUrl: options.baseUrl,
    routes: {
      jira: options.jira,
      confluence: options.confluence,
      kvs: async (request) => kvsApp.fetch(request),
      queue: async (request, _actor: Actor, invocation) =>
        invocation === undefined ? new Response(null, { status: 501 }) : queueApp.fetch(request, { invocation }),
      graphql: async (request) => graphqlApp.fetch(request),
    },
  });
  const functions = await loadApp(options.bundle, manifest, clock, {
    fetch: calls.fetch,
    runtime: () => {
      const invocation = invocations.current();
      return invocation === undefined ? undefined : forgeRuntime(invocation, manifest, identity);
    },
  });

  const run = async (call: FunctionCall): Promise<Outcome> => {
    const handler = functions.get(call.functionKey);
    if (handler === undefined) {
      throw new Error(`The manifest declares no function ${call.functionKey}.`);
    }
    return invocations.run(handler, {
      functionKey: call.functionKey,
      moduleKey: call.module.key,
      moduleType: call.module.type,
      accountId: call.accountId,
      depth: call.depth ?? 0,
      timeoutSeconds: timeoutSeconds(manifest, call),
      payload: call.payload,
      context: handlerContext(identity, call.accountId),
    });
  };
  const drain = createDeliverer({
    clock,
    line,
    faults,
    ...(options.deliveryOrder === undefined ? {} : { order: options.deliveryOrder }),
    run: (delivery) =>
      run({
        module: { key: delivery.moduleKey, type: delivery.kind === 'event' ? 'trigger' : 'consumer' },
        functionKey: delivery.functionKey,
        payload: handlerArgument(delivery, clock),
        depth: delivery.depth,
      }),
  });
  const fields = appFields(manifest, identity);
  return {
    manifest,
    identity,
    log,
    faults,
    events: createTriggers(manifest, line),
    extensions: {
      ...createValidators(manifest, identity, (module, payload) =>
        run({ module, functionKey: module.function, payload }),
      ),
      fields: () => fields,
      rules: () => workflowRules(manifest, identity),
      actionValidators: () => actionValidators(manifest, identity),
    },
    parts: [store, line],
    calls,
    run,
    answerWebTrigger: (request) => answerWebTrigger(manifest, identity, run, request),
    deliver: async (deliverOptions) => {
      store.settle();
      const report = await drain(deliverOptions);
      store.settle();
      return report;
    },
    pending: () => {
      const waiting = line.waiting();
      const events = waiting.filter(({ kind }) => kind === 'event').length;
      return { events, messages: waiting.length - events, due: line.due().length };
    },
  };
}
