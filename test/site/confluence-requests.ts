import { PEOPLE } from '../../demo/people';
import type { Site } from '../../sandbox';

/** A request to Confluence by its administrator. @throws what Confluence says when it refuses. */
export async function askConfluence(site: Site, method: string, path: string, body?: unknown): Promise<unknown> {
  const authorization = `Basic ${Buffer.from(`${PEOPLE.jonas.emailAddress}:sandbox`).toString('base64')}`;
  const response = await site.fetch(
    new Request(new URL(path, site.baseUrl()), {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
