import { createRandom } from './random';

/** A platform call as far as a fault plan looks at it. */
export interface PlannedCall {
  readonly method: string;
  readonly path: string;
  /** Key of the function that makes the call; undefined for the front end. */
  readonly function: string | undefined;
}

export interface CallMatch {
  readonly method?: string;
  /** A part of the path (with query), or a pattern for it. */
  readonly path?: string | RegExp;
  readonly function?: string;
}

/** `timeout`: no effect and no answer. `lost-answer`: the effect takes place, the answer does not arrive. */
export type Fault = number | 'timeout' | 'lost-answer';

export interface PlannedFailure {
  readonly match?: CallMatch;
  /** How many matching calls fail; 1 when absent. */
  readonly times?: number;
  /** Status of the answer (the call has no effect then), or how the answer gets lost. */
  readonly status: Fault;
}

/** Probabilities per platform call, between 0 and 1. */
export interface FaultRates {
  readonly tooManyRequests?: number;
  readonly serverError?: number;
  readonly timeout?: number;
  readonly lostAnswer?: number;
  /** The process is killed after the call took effect. */
  readonly kill?: number;
  /** An update of a Confluence page meets a newer version (409) without effect. */
  readonly pageConflict?: number;
  /** Per event or message: it is delivered twice, or up to three minutes late. */
  readonly duplicate?: number;
  readonly delay?: number;
  /** Per event: it is never delivered. Messages are delivered at least once. */
  readonly drop?: number;
  /** Per delivery: something else that waits goes first. */
  readonly reorder?: number;
}

export interface FaultPlan {
  /** The next matching invocation that gets so far dies right after its nth platform call took effect, unanswered. */
  killAfterCalls(calls: number, match?: { readonly function?: string }): void;
  failCall(failure: PlannedFailure): void;
  /** From now on calls fail at random; the same seed and the same calls give the same failures. */
  inject(plan: { readonly seed: number; readonly rates: FaultRates }): void;
  clear(): void;
}

export interface FaultHooks {
  /** What becomes of a call that is about to be carried out. */
  before(call: PlannedCall): Fault | undefined;
  /** Whether the invocation dies now, after its nth call took effect. */
  dies(call: PlannedCall, calls: number): boolean;
  /** What becomes of an event or message that is about to be put in line. */
  enqueue(kind: 'event' | 'message'): EnqueueFault;
  /** Which of so many due deliveries goes next. */
  next(due: number): number;
}

export interface EnqueueFault {
  readonly copies: number;
  readonly delaySeconds: number;
}

/** https://developer.atlassian.com/platform/forge/events-reference/product_events/: delivery may take up to 3 minutes. */
const MAX_DELAY_SECONDS = 180;
const PAGE_UPDATE = /^\/wiki\/api\/v2\/pages\/[^/]+$/;

function matches(match: CallMatch, call: PlannedCall): boolean {
  const { method, path, function: functionKey } = match;
  return (
    (method === undefined || method === call.method) &&
    (functionKey === undefined || functionKey === call.function) &&
    (path === undefined || (typeof path === 'string' ? call.path.includes(path) : path.test(call.path)))
  );
}

export function createFaultPlan(): FaultPlan & FaultHooks {
  let kills: { calls: number; function: string | undefined }[] = [];
  let failures: { match: CallMatch; left: number; status: Fault }[] = [];
  let chance: { random: () => number; rates: FaultRates } | undefined;

  const happens = (rate: number | undefined): boolean =>
    chance !== undefined && rate !== undefined && rate > 0 && chance.random() < rate;

  const atRandom = ({ method, path }: PlannedCall): Fault | undefined => {
    if (chance === undefined) {
      return undefined;
    }
    const { tooManyRequests = 0, serverError = 0, timeout = 0, lostAnswer = 0, pageConflict = 0 } = chance.rates;
    const updatesPage = method === 'PUT' && PAGE_UPDATE.test(path);
    let drawn = chance.random();
    for (const [rate, fault] of [
      [updatesPage ? pageConflict : 0, 409],
      [tooManyRequests, 429],
      [serverError, 503],
      [timeout, 'timeout'],
      [lostAnswer, 'lost-answer'],
    ] as const) {
      if (drawn < rate) {
        return fault;
      }
      drawn -= rate;
    }
    return undefined;
  };
  return {
    killAfterCalls: (calls, match = {}) => {
      kills.push({ calls, function: match.function });
    },
    failCall: ({ match = {}, times = 1, status }) => {
      failures.push({ match, left: times, status });
    },
    inject: ({ seed, rates }) => {
      chance = { random: createRandom(seed), rates };
    },
    clear: () => {
      kills = [];
      failures = [];
      chance = undefined;
    },
    before: (call) => {
      const planned = failures.find(({ match, left }) => left > 0 && matches(match, call));
      if (planned === undefined) {
        return atRandom(call);
      }
      planned.left -= 1;
      return planned.status;
    },
    dies: (call, calls) => {
      const at = kills.findIndex(
        (kill) => kill.calls === calls && (kill.function === undefined || kill.function === call.function),
      );
      if (at >= 0) {
        kills.splice(at, 1);
        return true;
      }
      return happens(chance?.rates.kill);
    },
    enqueue: (kind) => {
      const copies = kind === 'event' && happens(chance?.rates.drop) ? 0 : happens(chance?.rates.duplicate) ? 2 : 1;
      const delaySeconds = happens(chance?.rates.delay) ? Math.ceil((chance?.random() ?? 0) * MAX_DELAY_SECONDS) : 0;
      return { copies, delaySeconds };
    },
    next: (due) => (happens(chance?.rates.reorder) ? Math.floor((chance?.random() ?? 0) * due) : 0),
  };
}
