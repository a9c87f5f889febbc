import { asApp, type APIResponse, type Route } from '@forge/api';
import { refusalBody } from '../../../contracts/jira/administration/workflow-parts';
import { Failure } from '../../../domain/failure';
import type { AnswerContract } from '../jira-answer';

const LONGEST_WORDS = 300;

/** A contract of a page; every page of a list has the same one. */
interface Page<T> {
  readonly values: readonly T[];
  readonly isLast?: boolean | undefined;
}

/** No list of Jira's configuration has so many pages; one that never ends is not one. */
const MOST_PAGES = 200;

/** Reads as the app. @throws Failure as `administer` does. */
export function readAsApp<T>(path: Route, contract: AnswerContract<T>): Promise<T> {
  return administer('GET', path, undefined, contract);
}

/** All pages of a list. @param path The page that begins at this number. */
export async function readPages<T>(
  path: (startAt: string) => Route,
  contract: AnswerContract<Page<T>>,
): Promise<readonly T[]> {
  const values: T[] = [];
  for (let pages = 1; pages <= MOST_PAGES; pages += 1) {
    const page = await readAsApp(path(String(values.length)), contract);
    values.push(...page.values);
    if (page.isLast !== false || page.values.length === 0) return values;
  }
  throw new Failure('unexpected-answer', 'Jira did not end a list of its configuration.');
}

/**
 * Asks something of Jira's administration as the app.
 * @throws Failure `conflict` (409: somebody else changes the configuration), `not-allowed` (401, 403: also for a while
 *   after the app was installed), `not-found`, `unreachable`, `unexpected-answer` with Jira's own words.
 */
export async function administer<T>(
  method: 'GET' | 'POST' | 'PUT',
  path: Route,
  body: unknown,
  contract: AnswerContract<T>,
): Promise<T> {
  const response = await send(method, path, body);
  const content = await contentOf(response);
  // A request that Jira carries out as a task answers 303 with the task, and the place of it.
  if (!response.ok && response.status !== 303) throw refusalOf(response.status, content);
  const parsed = contract.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new Failure('unexpected-answer', 'Jira answered in a form that the app does not know.', {
    cause: parsed.error,
  });
}

async function send(method: 'GET' | 'POST' | 'PUT', path: Route, body: unknown): Promise<APIResponse> {
  const headers = { Accept: 'application/json', ...(body !== undefined && { 'Content-Type': 'application/json' }) };
  try {
    return await asApp().requestJira(path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new Failure('unreachable', 'Jira did not answer. Try again.', { cause: error });
  }
}

async function contentOf(response: APIResponse): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // 204 has no body, and what is not JSON no contract reads.
    return undefined;
  }
}

function refusalOf(status: number, content: unknown): Failure {
  if (status === 409) {
    return new Failure('conflict', 'Jira is changing its configuration for somebody else at the moment. Try again.');
  }
  if (status === 401 || status === 403) {
    return new Failure('not-allowed', 'Jira does not allow the app to change its configuration.');
  }
  if (status === 404) return new Failure('not-found', `Jira has no such thing any more. ${wordsIn(content)}`.trim());
  if (status === 429) return new Failure('unreachable', 'Jira is busy. Try again in a minute.');
  if (status >= 500) return new Failure('unreachable', `Jira did not answer (${String(status)}). Try again.`);
  return new Failure('unexpected-answer', `Jira refused this (${String(status)}): ${wordsIn(content)}`);
}

/** What Jira says about its configuration; nobody's content is in it. */
function wordsIn(content: unknown): string {
  const body = refusalBody.safeParse(content).data;
  const errors = Object.values(body?.errors ?? {}).filter((one) => typeof one === 'string');
  return [...(body?.errorMessages ?? []), ...errors].join(' ').slice(0, LONGEST_WORDS);
}
