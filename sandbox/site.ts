import type { CallLog } from './forge/call-log';
import type { OpenEntity, ProductReader } from './forge/extension-context';
import type { FaultPlan } from './forge/fault-plan';
import type { ForgeHost } from './forge/forge-host';
import type { AppManifest } from './forge/manifest';
import type { KvsStoreOptions } from './forge/kvs/kvs-store';
import type { DeliverOptions, DeliveryOrder } from './forge/queue/deliver';
import type { DeliveryReport } from './forge/queue/delivery';
import type { ModuleContextOptions } from './forge/resolvers';
import type { Stopwatch } from './forge/stopwatch';
import type { ImportedIssue } from './jira/issue/import-issues';
import type { Directory, EventSink, ProductEnv, SiteClock, StatePart, WorkflowExtensions } from './platform';
import type { SiteSeed } from './seed';

/** Jira or Confluence as a part of a site. */
export interface Product extends StatePart {
  /** A Hono application over `ProductEnv`. */
  readonly app: { fetch(request: Request, bindings: ProductEnv['Bindings']): Response | Promise<Response> };
  seed(seed: SiteSeed): void;
}

export interface JiraProduct extends Product {
  /** See `Jira.importIssues`. */
  importIssues(rows: readonly ImportedIssue[], accountId: string): readonly string[];
}

export interface SiteParts {
  createDirectory(): Directory & StatePart;
  createJira(options: {
    readonly clock: SiteClock;
    readonly directory: Directory;
    readonly events: EventSink;
    readonly extensions: WorkflowExtensions;
    readonly baseUrl: () => string;
    readonly cloudId: string;
    /** `ari:cloud:ecosystem::extension/{appId}/{environmentId}/static` */
    readonly appAri: () => string;
  }): JiraProduct;
  createConfluence(options: {
    readonly clock: SiteClock;
    readonly directory: Directory;
    readonly events: EventSink;
    readonly baseUrl: () => string;
  }): Product;
}

export interface SiteOptions {
  /** Directory with the app's manifest.yml; the working directory when absent. */
  readonly appDir?: string;
  /** A bundle that `buildApp` wrote before; built for this site when absent. */
  readonly bundle?: string;
  /** What `loadManifest` read before; read from `appDir` for this site when absent. */
  readonly manifest?: AppManifest;
  readonly seed?: SiteSeed;
  /** ISO 8601. The clock stands still there (see createClock). */
  readonly now?: string;
  /** Follow real time, and deliver events and messages without being asked. */
  readonly liveClock?: boolean;
  /** Where the state is kept across restarts; in memory only when absent. */
  readonly dataDir?: string;
  /** Forget what the data directory holds. */
  readonly fresh?: boolean;
  readonly baseUrl?: string;
  readonly kvs?: KvsStoreOptions;
  readonly deliveryOrder?: DeliveryOrder;
  readonly stopwatch?: Stopwatch;
}

export interface InvokeOptions {
  /** Account id of the person who uses the front end, or nobody. */
  readonly as: string;
  readonly context?: OpenEntity & Pick<ModuleContextOptions, 'extension'>;
}

export interface Site {
  readonly clock: SiteClock;
  readonly faults: FaultPlan;
  readonly log: CallLog;
  readonly directory: Directory;
  readonly jira: JiraProduct;
  readonly confluence: Product;
  readonly forge: ForgeHost;
  readonly products: ProductReader;
  baseUrl(): string;
  /** Where the site can be reached from now on. */
  setBaseUrl(url: string): void;
  /**
   * `/rest/*` is Jira, `/wiki/*` Confluence, `/sandbox/*` the site itself; basic authentication says who
   * asks. `/x1/*` and `/public/*` are the app's web triggers, which anybody may call.
   */
  fetch(request: Request): Promise<Response>;
  /** Calls a resolver function of a module as its front end would. `as` is an account id or `anonymous`. */
  invoke(moduleKey: string, functionKey: string, payload: unknown, options: InvokeOptions): Promise<unknown>;
  /** What `view.getContext()` answers in a module. */
  contextOf(moduleKey: string, options: InvokeOptions): Promise<Record<string, unknown>>;
  /** Runs a function that a product calls directly, such as the `adfExport` of a macro. */
  invokeFunction(functionKey: string, payload: unknown, options?: { readonly as?: string }): Promise<unknown>;
  tick(scheduledTriggerKey: string): Promise<unknown>;
  deliver(options?: DeliverOptions): Promise<DeliveryReport>;
  close(): Promise<void>;
}
