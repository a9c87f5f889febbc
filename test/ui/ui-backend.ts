import { adminApi } from '../../src/contracts/api/admin-api';
import { deployApi } from '../../src/contracts/api/deploy-api';
import { healthApi } from '../../src/contracts/api/health-api';
import { macroApi } from '../../src/contracts/api/macro-api';
import { panelApi } from '../../src/contracts/api/panel-api';
import { resultOf } from '../../src/contracts/api/result';
import { setupApi } from '../../src/contracts/api/setup-api';

const API = { ...panelApi, ...adminApi, ...deployApi, ...healthApi, ...macroApi, ...setupApi };

export type FunctionKey = keyof typeof API;

/** What the backend of a test answers to one call; a promise that rejects stands for a call that fails on the way. */
export type Answer = (payload: unknown) => unknown;

export const ok = (value: unknown) => ({ ok: true, value });

export const refused = (code: string, message: string, ref?: string) => ({
  ok: false,
  error: ref === undefined ? { code, message } : { code, message, ref },
});

function isFunctionKey(key: string): key is FunctionKey {
  return key in API;
}

/** The app's backend as a test scripts it: every payload and every answer must keep the contract. */
export class UiBackend {
  readonly calls: { readonly functionKey: string; readonly payload: unknown }[] = [];
  readonly #answers = new Map<FunctionKey, Answer>();

  /** From now on this call is answered so. */
  on(functionKey: FunctionKey, answer: Answer): this {
    this.#answers.set(functionKey, answer);
    return this;
  }

  payloadsOf(functionKey: FunctionKey): readonly unknown[] {
    return this.calls.filter((call) => call.functionKey === functionKey).map(({ payload }) => payload);
  }

  async answer(functionKey: string, payload: unknown): Promise<unknown> {
    if (!isFunctionKey(functionKey)) throw new Error(`The contract has no call "${functionKey}".`);
    const { request, response } = API[functionKey];
    this.calls.push({ functionKey, payload: request.parse(payload) });
    const answer = this.#answers.get(functionKey);
    if (answer === undefined) throw new Error(`The test answers no "${functionKey}".`);
    const value = await answer(payload);
    resultOf(response).parse(value);
    return value;
  }
}
