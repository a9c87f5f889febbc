import { z } from 'zod';
import { badRequest } from './confluence-error';
import type { ConfluenceContext } from './request';

const cursorSchema = z.object({ after: z.string(), offset: z.number().int().nonnegative() });

export const PAGING = ['limit', 'cursor'] as const;

/**
 * One page of a list, with `_links.next` and the `Link` header when there is more, as every list of the v2 API.
 * A cursor names the last item that was given out, so that items added or removed meanwhile neither repeat nor hide others.
 */
export function pageOf<T extends { readonly id: string }>(
  c: ConfluenceContext,
  items: readonly T[],
  show: (item: T) => unknown,
  base: string,
  maximum = 250,
): Response {
  const limit = readLimit(c.req.query('limit'), maximum);
  const start = startOf(items, c.req.query('cursor'));
  const results = items.slice(start, start + limit);
  const last = results[results.length - 1];
  const links: Record<string, string> = { base };
  if (last !== undefined && start + limit < items.length) {
    const query = new URLSearchParams(new URL(c.req.url).search);
    query.set('cursor', encodeCursor({ after: last.id, offset: start + limit }));
    links['next'] = `${new URL(c.req.url).pathname}?${query.toString()}`;
    c.header('Link', `<${links['next']}>; rel="next", <${base}>; rel="base"`);
  }
  return c.json({ results: results.map(show), _links: links });
}

function readLimit(value: string | undefined, maximum: number): number {
  if (value === undefined) return Math.min(25, maximum);
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1 || limit > maximum) {
    throw badRequest(`Provided value {${value}} for 'limit' must be between 1 and ${String(maximum)}`);
  }
  return limit;
}

function startOf(items: readonly { readonly id: string }[], value: string | undefined): number {
  if (value === undefined) return 0;
  const { after, offset } = decodeCursor(value);
  const index = items.findIndex((item) => item.id === after);
  return index === -1 ? offset : index + 1;
}

function encodeCursor(cursor: z.infer<typeof cursorSchema>): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function decodeCursor(value: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
  } catch {
    throw badRequest('Invalid cursor');
  }
}
