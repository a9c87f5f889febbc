/**
 * What crosses between the page of a Custom UI module (in its iframe) and the page around it.
 *
 * In the iframe, `globalThis.__bridge.callBridge(command, data)` is all that `@forge/bridge` 7.2.0 needs. These are the
 * commands that it sends, and what the host does about them (BridgeHandlers in bridge-host.ts):
 *
 * | command | data | answer |
 * |---|---|---|
 * | `invoke` | `{ functionKey, payload, metadata? }` | what the resolver answers; `{ body, metadata }` with `metadata` |
 * | `getContext` | none | the context of the module, see `POST /sandbox/context/{moduleKey}` |
 * | `fetchProduct` | `{ product, restPath, fetchRequestInit }` | `{ body, headers, status, statusText, isAttachment }` |
 * | `enableTheming` | none | none; the tokens are on the page and follow the host's colour mode |
 * | `navigate` | `{ url, type }` or `{ target, ..., type }`; type `same-tab` or `new-tab` | none |
 * | `getUrl` | `{ target, ... }` | the URL as text |
 * | `reload`, `refresh`, `close`, `submit`, `onClose`, `changeWindowTitle` | as in `view` and `router` | none |
 * | `showFlag`, `closeFlag` | `{ id, title, description, type, ... }`, `{ id }` | none |
 * | `setWorkflowRuleConfigurationCallback` | `{ data: { onConfigure } }` (of `@forge/jira-bridge` 0.40) | true |
 * | `openModal` | `{ resource, size, context, title, onClose, ... }` | none |
 * | `on`, `onPublic` | `{ event, callback }` | `{ unsubscribe }` |
 * | `emit`, `emitPublic` | `{ event, payload }` | none |
 * | `emitReadyEvent`, `getFrameId` | none | none, an id |
 *
 * Every other command, and every one for which the host has no handler, is rejected by its name.
 *
 * On the wire both sides speak the same three messages. Functions travel as `{ $function: number }` and are called back
 * with the command `$call`.
 */
export type BridgeMessage =
  | { readonly bridge: 'call'; readonly id: number; readonly command: string; readonly data: unknown }
  | { readonly bridge: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly bridge: 'refusal'; readonly id: number; readonly message: string };

/** One side of a bridge. */
export interface BridgeEndpoint {
  /** Rejects with an Error that carries the other side's message. */
  call(command: string, data?: unknown): Promise<unknown>;
  /** To be given every message that came from the other side. */
  receive(message: unknown): void;
}

type AnyFunction = (...args: unknown[]) => unknown;

function isBridgeMessage(value: unknown): value is BridgeMessage {
  return typeof value === 'object' && value !== null && 'bridge' in value && 'id' in value;
}

function mapValues(value: unknown, replace: (value: unknown) => unknown): unknown {
  const replaced = replace(value);
  if (replaced !== value || typeof value !== 'object' || value === null) {
    return replaced;
  }
  if (Array.isArray(value)) {
    return value.map((entry) => mapValues(entry, replace));
  }
  const isPlain = Object.prototype.toString.call(value) === '[object Object]';
  return isPlain
    ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, mapValues(entry, replace)]))
    : value;
}

/** Calls over `send`, answers with `answer`. Both directions may pass functions. */
export function createEndpoint(
  send: (message: BridgeMessage) => void,
  answer: (command: string, data: unknown) => unknown,
): BridgeEndpoint {
  const open = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const functions: AnyFunction[] = [];
  let calls = 0;

  const pack = (value: unknown): unknown =>
    mapValues(value, (inner) =>
      typeof inner === 'function' ? { $function: functions.push(inner as AnyFunction) - 1 } : inner,
    );
  const unpack = (value: unknown): unknown =>
    mapValues(value, (inner) => {
      const id = typeof inner === 'object' && inner !== null && '$function' in inner ? inner.$function : undefined;
      return id === undefined ? inner : (...args: unknown[]) => call('$call', { id, args });
    });
  const call = (command: string, data?: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      calls += 1;
      open.set(calls, { resolve, reject });
      send({ bridge: 'call', id: calls, command, data: pack(data) });
    });
  const carryOut = (command: string, data: unknown): unknown => {
    if (command !== '$call') {
      return answer(command, data);
    }
    const { id, args } = data as { id: number; args: unknown[] };
    return functions[id]?.(...args);
  };

  return {
    call,
    receive: (message) => {
      if (!isBridgeMessage(message)) {
        return;
      }
      const { id } = message;
      if (message.bridge === 'call') {
        new Promise((resolve) => resolve(carryOut(message.command, unpack(message.data)))).then(
          (value) => send({ bridge: 'answer', id, value: pack(value) }),
          (error: unknown) =>
            send({ bridge: 'refusal', id, message: error instanceof Error ? error.message : String(error) }),
        );
        return;
      }
      const waiting = open.get(id);
      open.delete(id);
      if (message.bridge === 'answer') {
        waiting?.resolve(unpack(message.value));
      } else {
        waiting?.reject(new Error(message.message));
      }
    },
  };
}
