import type { Context } from 'hono';
import type { z } from 'zod';
import type { ProductEnv } from '../platform';
import type { KnownActor } from './access';
import { badRequest, ConfluenceError, unsupported } from './confluence-error';

/** "Returned if the request is too large in size (over 5 MB)" (OpenAPI of v2, `POST /pages`). */
export const MAX_REQUEST_BYTES = 5 * 1024 * 1024;

export type ConfluenceContext = Context<ProductEnv>;

export function actorOf(c: ConfluenceContext): KnownActor {
  const { actor } = c.env;
  if (actor.kind === 'anonymous') throw new ConfluenceError(401, 'Unauthorized');
  return actor;
}

/** The JSON body in the expected shape; 413 above 5 MB, 400 for anything else that does not fit. */
export async function readJson<T extends z.ZodType>(c: ConfluenceContext, schema: T): Promise<z.infer<T>> {
  const bytes = await c.req.raw.arrayBuffer();
  if (bytes.byteLength > MAX_REQUEST_BYTES) {
    throw new ConfluenceError(413, 'The request is too large in size (over 5 MB)');
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw badRequest('The request body is not valid JSON');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw badRequest(`${['request body', ...(issue?.path ?? [])].join('.')}: ${issue?.message ?? 'invalid'}`);
}

/** Confluence ignores parameters that it does not know; a filter that the sandbox ignored would be a wrong answer. */
export function allowOnly(c: ConfluenceContext, names: readonly string[]): void {
  for (const name of Object.keys(c.req.queries())) {
    if (!names.includes(name)) throw unsupported(`the query parameter ${name} of ${c.req.method} ${c.req.path}`);
  }
}

/** Array parameters come repeated or separated by commas; undefined when absent. */
export function listQuery(c: ConfluenceContext, name: string): readonly string[] | undefined {
  const values = c.req.queries(name);
  return values?.flatMap((value) => value.split(',')).filter((value) => value !== '');
}

export function flagQuery(c: ConfluenceContext, name: string, otherwise: boolean): boolean {
  const value = c.req.query(name);
  if (value === undefined) return otherwise;
  if (value !== 'true' && value !== 'false') throw badRequest(`${name} must be true or false`);
  return value === 'true';
}
