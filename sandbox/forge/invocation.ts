import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { AppFunction } from './load-app';
import type { Stopwatch } from './stopwatch';

export type InvocationState = 'running' | 'ended' | 'timed-out' | 'killed';

/** One run of one function of the app. */
export interface Invocation {
  readonly id: string;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  /** The person on whose behalf the platform runs the function, where there is one. */
  readonly accountId: string | undefined;
  /** How many queue messages led to this run, one from the other. */
  readonly depth: number;
  state(): InvocationState;
  remainingMilliseconds(): number;
  /** Counts a platform call and answers its number, starting with 1. */
  countCall(): number;
  /** Ends the run as if its process had died. */
  kill(): void;
}

export type Outcome =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly name: string; readonly message: string; readonly stack?: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'killed' };

export interface InvocationRequest {
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly accountId?: string | undefined;
  readonly depth?: number;
  readonly timeoutSeconds: number;
  readonly payload: unknown;
  readonly context: unknown;
}

export interface InvocationRunner {
  /** Resolves with what became of the run; never rejects. A run over its time is answered even if the app goes on. */
  run(handler: AppFunction, request: InvocationRequest): Promise<Outcome>;
  /** The invocation in whose asynchronous context the caller runs. */
  current(): Invocation | undefined;
}

function cloneJson(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

function threw(error: unknown): Outcome {
  const { name, message, stack } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  return {
    kind: 'threw',
    name: typeof name === 'string' ? name : 'Error',
    message: typeof message === 'string' ? message : String(error),
    ...(typeof stack === 'string' ? { stack } : {}),
  };
}

/** One for every site of the process: Node asks each that was ever used at every promise, for as long as it lives. */
const storage = new AsyncLocalStorage<Invocation>();

export function createInvocationRunner(stopwatch: Stopwatch): InvocationRunner {
  return {
    current: () => storage.getStore(),
    run: (handler, request) =>
      new Promise<Outcome>((resolve) => {
        let state: InvocationState = 'running';
        let calls = 0;
        const deadline = stopwatch.now() + request.timeoutSeconds * 1000;
        const settle = (next: InvocationState, outcome: () => Outcome): void => {
          if (state === 'running') {
            state = next;
            cancel();
            resolve(outcome());
          }
        };
        const cancel = stopwatch.after(request.timeoutSeconds * 1000, () =>
          settle('timed-out', () => ({ kind: 'timed-out' })),
        );
        const invocation: Invocation = {
          id: randomUUID(),
          functionKey: request.functionKey,
          moduleKey: request.moduleKey,
          moduleType: request.moduleType,
          accountId: request.accountId,
          depth: request.depth ?? 0,
          state: () => state,
          remainingMilliseconds: () => Math.max(0, Math.floor(deadline - stopwatch.now())),
          countCall: () => (calls += 1),
          kill: () => settle('killed', () => ({ kind: 'killed' })),
        };
        const answer = storage.run(invocation, async () =>
          cloneJson(await handler(cloneJson(request.payload), cloneJson(request.context))),
        );
        answer.then(
          (value) => settle('ended', () => ({ kind: 'returned', value })),
          (error: unknown) => settle('ended', () => threw(error)),
        );
      }),
  };
}
