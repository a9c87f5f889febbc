import { invoke } from '@forge/bridge';
import { type adminApi } from '../../../src/contracts/api/admin-api';
import { type deployApi } from '../../../src/contracts/api/deploy-api';
import { type healthApi } from '../../../src/contracts/api/health-api';
import { type macroApi } from '../../../src/contracts/api/macro-api';
import { type panelApi } from '../../../src/contracts/api/panel-api';
import { type ruleApi } from '../../../src/contracts/api/rule-api';
import { type setupApi } from '../../../src/contracts/api/setup-api';
import { readAnswer, type AnswerOf, type AnswerSchema } from '../../../src/contracts/api/read-answer';
import { type Result } from '../../../src/contracts/api/result';

type FunctionKey =
  | keyof typeof adminApi
  | keyof typeof deployApi
  | keyof typeof healthApi
  | keyof typeof macroApi
  | keyof typeof panelApi
  | keyof typeof ruleApi
  | keyof typeof setupApi;

/** The code of a failure that is not the app's own: nothing is known of what the call did. */
export const NO_ANSWER = 'no-answer';

/**
 * Calls a resolver function and reads its answer. Never rejects: a call that fails on the way, or an answer that cannot
 * be read, is a failure with the code `NO_ANSWER`.
 * @see https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/invoke/
 */
export async function callBackend<S extends AnswerSchema>(
  functionKey: FunctionKey,
  call: { readonly response: S },
  payload: Readonly<Record<string, unknown>>,
): Promise<Result<AnswerOf<S>>> {
  try {
    const answer: unknown = await invoke(functionKey, { ...payload });
    return readAnswer(call.response, answer) ?? noAnswer('The app answered in a way that this page cannot read.');
  } catch {
    return noAnswer('The app did not answer.');
  }
}

function noAnswer(what: string): Result<never> {
  return { ok: false, error: { code: NO_ANSWER, message: `${what} Check your connection and try again.` } };
}
