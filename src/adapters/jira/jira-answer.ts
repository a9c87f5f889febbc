import type { APIResponse } from '@forge/api';
import { Failure } from '../../domain/failure';

/** A contract that an answer is parsed with. */
export interface AnswerContract<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false; error: unknown };
}

/**
 * Awaits an answer of Jira and parses it.
 * @throws Failure `not-found` (404), `not-allowed` (401, 403), `unreachable` (429, 5xx, no answer), `unexpected-answer`.
 */
export async function fromJira<T>(request: Promise<APIResponse>, contract: AnswerContract<T>): Promise<T> {
  const response = await reach(request);
  if (!response.ok) throw refusalOf(response.status);
  const parsed = contract.safeParse(await bodyOf(response));
  if (parsed.success) return parsed.data;
  throw new Failure('unexpected-answer', 'Jira answered in a form that the app does not know.', {
    cause: parsed.error,
  });
}

/** Like `fromJira`, but an answer 404 is `undefined`: the thing is not there. */
export async function findInJira<T>(
  request: Promise<APIResponse>,
  contract: AnswerContract<T>,
): Promise<T | undefined> {
  try {
    return await fromJira(request, contract);
  } catch (error) {
    if (error instanceof Failure && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** Awaits an answer, whatever it says. @throws Failure `unreachable`, or `not-allowed` where nobody is asking. */
export async function reach(request: Promise<APIResponse>): Promise<APIResponse> {
  try {
    return await request;
  } catch (error) {
    // The SDK throws for asUser() where nobody is behind the invocation (NEEDS_AUTHENTICATION_ERR in @forge/api).
    if (error instanceof Error && error.name === 'NEEDS_AUTHENTICATION_ERR') {
      throw new Failure('not-allowed', 'This can only be asked for by a person who is logged in to Jira.');
    }
    throw new Failure('unreachable', 'Jira did not answer. Try again.', { cause: error });
  }
}

function refusalOf(status: number): Failure {
  if (status === 404) return new Failure('not-found', 'Jira has no such issue, person or group.');
  if (status === 401 || status === 403) return new Failure('not-allowed', 'Jira does not allow this.');
  if (status === 429) return new Failure('unreachable', 'Jira is busy. Try again in a minute.');
  if (status >= 500) return new Failure('unreachable', `Jira did not answer (${String(status)}). Try again.`);
  return new Failure('unexpected-answer', `Jira refused a request of the app (${String(status)}).`);
}

async function bodyOf(response: APIResponse): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // Not JSON: no contract will read it.
    return undefined;
  }
}
