/** Reading requests and shaping paged answers. */
import type { Context } from 'hono';
import type { ProductEnv } from '../platform';
import { badRequest } from './refusal';
import type { Account } from './jira-site';

export interface JiraEnv extends ProductEnv {
  Variables: { account: Account };
}

export type JiraContext = Context<JiraEnv>;

/** The JSON body. Refuses what is not JSON with Jira's message. */
export async function readJson(context: JiraContext): Promise<unknown> {
  try {
    const body: unknown = await context.req.json();
    return body;
  } catch {
    throw badRequest('There was an error parsing JSON. Check that your request body is valid.');
  }
}

/** A query parameter that must be a whole number of at least zero. */
export function numberParameter(context: JiraContext, name: string, byDefault: number): number {
  const text = context.req.query(name);
  if (text === undefined || text === '') return byDefault;
  if (!/^\d+$/.test(text)) throw badRequest(`The value '${text}' is not a valid number for the parameter '${name}'.`);
  return Number(text);
}

/** The values of `expand`, given once with commas or several times. */
export function expansions(context: JiraContext): readonly string[] {
  return (context.req.queries('expand') ?? []).flatMap((entry) => entry.split(',')).map((entry) => entry.trim());
}

export interface Window {
  readonly startAt: number;
  readonly maxResults: number;
}

/** `startAt` and `maxResults`; more than `most` a page is cut to it, as Jira does. */
export function readWindow(context: JiraContext, byDefault: number, most: number): Window {
  return {
    startAt: numberParameter(context, 'startAt', 0),
    maxResults: Math.min(numberParameter(context, 'maxResults', byDefault), most),
  };
}

/** One page of a list in the form that most of Jira's paged resources share. */
export function pageOf<Value>(context: JiraContext, baseUrl: string, all: readonly Value[], window: Window) {
  const { startAt, maxResults } = window;
  const values = all.slice(startAt, startAt + maxResults);
  const isLast = startAt + values.length >= all.length;
  const link = (from: number): string => {
    const url = new URL(`${baseUrl}${new URL(context.req.url).pathname}`);
    new URL(context.req.url).searchParams.forEach((value, name) => url.searchParams.append(name, value));
    url.searchParams.set('startAt', String(from));
    url.searchParams.set('maxResults', String(maxResults));
    return url.href;
  };
  return {
    self: link(startAt),
    ...(isLast ? {} : { nextPage: link(startAt + maxResults) }),
    maxResults,
    startAt,
    total: all.length,
    isLast,
    values,
  };
}
