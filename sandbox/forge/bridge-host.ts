import { createEndpoint } from './bridge-protocol';

export type ColorMode = 'light' | 'dark';

/** The part of an `HTMLIFrameElement` that the bridge needs. */
export interface BridgeFrame {
  readonly src: string;
  readonly contentWindow: { postMessage(message: unknown, targetOrigin: string): void } | null;
}

interface PageMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/** The part of `window` that the bridge needs. */
export interface BridgePage {
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
  removeEventListener(type: 'message', listener: (event: PageMessage) => void): void;
}

export interface ProductRequest {
  readonly path: string;
  readonly method?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string | null;
}

export interface ProductAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Events between the product and all modules on one page: `JIRA_ISSUE_CHANGED` and the like, and the app's own. */
export interface BridgeEvents {
  emit(event: string, payload?: unknown): void;
  on(event: string, listener: (payload: unknown) => void): { unsubscribe(): void };
}

/** One per page of a shell, handed to every bridge on it. */
export function createBridgeEvents(): BridgeEvents {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  return {
    emit: (event, payload) => listeners.get(event)?.forEach((listener) => listener(payload)),
    on: (event, listener) => {
      const those = listeners.get(event) ?? new Set();
      listeners.set(event, those.add(listener));
      return {
        unsubscribe: () => {
          those.delete(listener);
        },
      };
    },
  };
}

/**
 * What the page around a module does for it. The first four are needed; a command without its handler is rejected by
 * its name.
 */
export interface BridgeHandlers {
  /** `POST /sandbox/invoke/{moduleKey}/{functionKey}` as the person who is looking. */
  readonly invoke: (functionKey: string, payload: unknown) => Promise<unknown>;
  /** `POST /sandbox/context/{moduleKey}`. */
  readonly getContext: () => Promise<unknown>;
  /** `POST /sandbox/request/{product}`. */
  readonly fetchProduct: (product: string, request: ProductRequest) => Promise<ProductAnswer>;
  readonly theme: () => ColorMode;
  readonly events?: BridgeEvents;
  /** A path or URL, or a `NavigationTarget` such as `{ target: 'issue', issueKey }`. */
  readonly onNavigate?: (to: Readonly<Record<string, unknown>> & { readonly type: 'same-tab' | 'new-tab' }) => void;
  readonly getUrl?: (target: Readonly<Record<string, unknown>>) => string;
  /** The height in CSS pixels that the page needs. */
  readonly onResize?: (height: number) => void;
  readonly onReload?: () => void;
  readonly onRefresh?: (payload: unknown) => void;
  readonly onClose?: (payload: unknown) => void;
  readonly onSubmit?: (payload: unknown) => void;
  readonly onTitle?: (title: string) => void;
  readonly onFlag?: (flag: Readonly<Record<string, unknown>>) => void;
  readonly onCloseFlag?: (id: string) => void;
  /**
   * `workflowRules.onConfigure` of `@forge/jira-bridge`: to be called when the rule is saved. It answers the
   * configuration as text, or undefined to keep the form open.
   */
  readonly onConfigureRule?: (configure: () => Promise<unknown>) => void;
  readonly onModal?: (modal: Readonly<Record<string, unknown>>) => void;
}

export interface Bridge {
  /** Tells the page inside that the colour mode changed. */
  setTheme(mode: ColorMode): void;
  disconnect(): void;
}

type Data = Readonly<Record<string, unknown>>;

/** What `@forge/bridge` sends with a command is trusted to have its shape: it is answered to the same page only. */
function optional(name: string, handler: ((data: never) => unknown) | undefined) {
  return (data: unknown): unknown => {
    if (handler === undefined) {
      throw new Error(`The sandbox does not support the bridge command ${name} here.`);
    }
    return handler(data as never);
  };
}

async function invoke(handlers: BridgeHandlers, data: Data): Promise<unknown> {
  const { functionKey, payload, metadata, invokeType } = data;
  if (invokeType !== undefined || typeof functionKey !== 'string') {
    throw new Error(
      `The sandbox does not support ${typeof invokeType === 'string' ? invokeType : 'an invocation without a function key'}.`,
    );
  }
  const body = await handlers.invoke(functionKey, payload);
  return metadata === undefined ? body : { body, metadata: {} };
}

async function fetchProduct(handlers: BridgeHandlers, data: Data): Promise<unknown> {
  const { product, restPath, fetchRequestInit, isMultipartFormData } = data;
  if (isMultipartFormData === true) {
    throw new Error('The sandbox does not support multipart requests over the bridge.');
  }
  const { method, headers, body } = fetchRequestInit as Omit<ProductRequest, 'path'>;
  const answer = await handlers.fetchProduct(String(product), {
    path: String(restPath),
    ...(method === undefined ? {} : { method }),
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { body }),
  });
  return { ...answer, isAttachment: false };
}

function commands(handlers: BridgeHandlers): Readonly<Record<string, (data: unknown) => unknown>> {
  const { events } = handlers;
  const on = optional(
    'on',
    events &&
      (({ event, callback }: { event: string; callback: (payload: unknown) => void }) => events.on(event, callback)),
  );
  const emit = optional(
    'emit',
    events && (({ event, payload }: { event: string; payload: unknown }) => events.emit(event, payload)),
  );
  return {
    invoke: (data) => invoke(handlers, data as Data),
    getContext: () => handlers.getContext(),
    fetchProduct: (data) => fetchProduct(handlers, data as Data),
    enableTheming: () => handlers.theme(),
    navigate: optional('navigate', handlers.onNavigate),
    getUrl: optional('getUrl', handlers.getUrl),
    $resize: (height) => handlers.onResize?.(Number(height)),
    reload: optional('reload', handlers.onReload),
    refresh: optional('refresh', handlers.onRefresh),
    close: optional('close', handlers.onClose),
    submit: optional('submit', handlers.onSubmit),
    changeWindowTitle: optional('changeWindowTitle', handlers.onTitle),
    showFlag: optional('showFlag', handlers.onFlag),
    closeFlag: optional('closeFlag', handlers.onCloseFlag && (({ id }: { id: string }) => handlers.onCloseFlag?.(id))),
    openModal: optional('openModal', handlers.onModal),
    setWorkflowRuleConfigurationCallback: optional(
      'setWorkflowRuleConfigurationCallback',
      handlers.onConfigureRule &&
        (({ data }: { data: { onConfigure: () => Promise<unknown> } }) => {
          handlers.onConfigureRule?.(data.onConfigure);
          return true;
        }),
    ),
    on,
    onPublic: on,
    emit,
    emitPublic: emit,
    emitReadyEvent: () => undefined,
  };
}

/**
 * Answers the bridge of a Custom UI page in an iframe. Only messages of that very window count, and only while it shows
 * a page of the origin in `iframe.src`. Framework-free: runs in the shell's page.
 */
export function connectBridge(
  iframe: BridgeFrame,
  handlers: BridgeHandlers,
  page: BridgePage = globalThisPage(),
): Bridge {
  const known = commands(handlers);
  const origin = new URL(iframe.src).origin;
  const endpoint = createEndpoint(
    (message) => iframe.contentWindow?.postMessage(message, origin),
    (command, data) => {
      const carryOut = Object.hasOwn(known, command) ? known[command] : undefined;
      if (carryOut === undefined) {
        throw new Error(`The sandbox does not support the bridge command ${command}.`);
      }
      return carryOut(data);
    },
  );
  const listener = (event: PageMessage): void => {
    if (event.source === iframe.contentWindow && event.origin === origin) {
      endpoint.receive(event.data);
    }
  };
  page.addEventListener('message', listener);
  return {
    setTheme: (mode) => {
      // The page may be gone by now; then nobody needs the answer.
      endpoint.call('setTheme', mode).catch(() => undefined);
    },
    disconnect: () => page.removeEventListener('message', listener),
  };
}

function globalThisPage(): BridgePage {
  return globalThis as unknown as BridgePage;
}
