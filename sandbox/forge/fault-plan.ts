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
}

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

  const atRandom = (): Fault | undefined => {
    if (chance === undefined) {
      return undefined;
    }
    const { tooManyRequests = 0, serverError = 0, timeout = 0, lostAnswer = 0 } = chance.rates;
    let drawn = chance.random();
    for (const [rate, fault] of [
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
        return atRandom();
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
      return chance !== undefined && (chance.rates.kill ?? 0) > 0 && chance.random() < (chance.rates.kill ?? 0);
    },
  };
}
