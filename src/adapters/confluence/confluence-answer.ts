import type { APIResponse } from '@forge/api';
import { refusal } from '../../contracts/confluence/page';
import { Failure } from '../../domain/failure';

export interface AnswerContract<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false; error: unknown };
}

/**
 * Awaits an answer of Confluence and parses it. Confluence tells neither a missing thing from a hidden one nor either
 * from a forbidden one: all are `not-allowed`.
 * @throws Failure `not-allowed` (401, 403, 404), `conflict` (409, and 400 for a title that is taken), `unreachable`
 * (429, 5xx, no answer), `unexpected-answer`.
 */
export async function fromConfluence<T>(request: Promise<APIResponse>, contract: AnswerContract<T>): Promise<T> {
  const response = await reach(request);
  const body = await bodyOf(response);
  if (!response.ok) throw refusalOf(response.status, body);
  const parsed = contract.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Failure('unexpected-answer', 'Confluence answered in a form that the app does not know.', {
    cause: parsed.error,
  });
}

/** Like `fromConfluence`, but undefined for what is not there or not visible. */
export async function findInConfluence<T>(
  request: Promise<APIResponse>,
  contract: AnswerContract<T>,
): Promise<T | undefined> {
  try {
    return await fromConfluence(request, contract);
  } catch (error) {
    if (error instanceof Failure && error.code === 'not-allowed') return undefined;
    throw error;
  }
}

async function reach(request: Promise<APIResponse>): Promise<APIResponse> {
  try {
    return await request;
  } catch (error) {
    throw new Failure('unreachable', 'Confluence did not answer. Try again.', { cause: error });
  }
}

function refusalOf(status: number, body: unknown): Failure {
  if (status === 401 || status === 403 || status === 404) {
    return new Failure('not-allowed', 'The app cannot see this in Confluence, or may not write it.');
  }
  if (status === 409) return new Failure('conflict', 'The page was edited at the same time. Try again.');
  if (status === 400 && saysTitleTaken(body)) {
    return new Failure('conflict', 'Another page of the space has this title already.');
  }
  if (status === 413) return new Failure('unexpected-answer', 'Confluence does not take a page of this size.');
  if (status === 429) return new Failure('unreachable', 'Confluence is busy. Try again in a minute.');
  if (status >= 500) return new Failure('unreachable', `Confluence did not answer (${String(status)}). Try again.`);
  return new Failure('unexpected-answer', `Confluence refused a request of the app (${String(status)}).`);
}

/** The v2 API has no code of its own for it, only words. */
function saysTitleTaken(body: unknown): boolean {
  const { errors = [] } = refusal.safeParse(body).data ?? {};
  return errors.some(({ title, detail }) =>
    /title.*already exists|already exists.*title/i.test(`${title ?? ''} ${detail ?? ''}`),
  );
}

async function bodyOf(response: APIResponse): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // Not JSON: no contract will read it.
    return undefined;
  }
}
