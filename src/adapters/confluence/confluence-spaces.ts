import { asApp, route } from '@forge/api';
import { space, spacesPage } from '../../contracts/confluence/space';
import type { NamedSpace } from '../../ports/change-log-pages';
import { findInConfluence, fromConfluence } from './confluence-answer';

const JSON_ANSWER = { headers: { Accept: 'application/json' } };
const MOST_FOUND = 20;
/** The API cannot search by name: at most 5,000 spaces are looked through. */
const MOST_PAGES = 20;

/** Shared spaces whose name or key contains the text; personal spaces are left out. */
export async function searchSpaces(text: string): Promise<readonly NamedSpace[]> {
  const sought = text.trim().toLowerCase();
  const found: NamedSpace[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES && found.length < MOST_FOUND; page += 1) {
    const parameters: URLSearchParams = new URLSearchParams({
      limit: '250',
      status: 'current',
      ...(cursor !== null && { cursor }),
    });
    const path = route`/wiki/api/v2/spaces?${parameters}`;
    const { results, _links: links } = await fromConfluence(asApp().requestConfluence(path, JSON_ANSWER), spacesPage);
    const shared = results.filter(({ type }) => type !== 'personal');
    found.push(...shared.filter(({ key, name }) => `${key}\n${name}`.toLowerCase().includes(sought)).map(named));
    cursor = cursorOf(links?.next);
    if (cursor === null) break;
  }
  return found.slice(0, MOST_FOUND);
}

export async function findSpace(spaceId: string): Promise<NamedSpace | undefined> {
  const path = route`/wiki/api/v2/spaces/${spaceId}`;
  const found = await findInConfluence(asApp().requestConfluence(path, JSON_ANSWER), space);
  return found && named(found);
}

function named({ id, key, name }: { id: string; key: string; name: string }): NamedSpace {
  return { spaceId: id, key, name };
}

/** `_links.next` is a path with the cursor of the next page. */
function cursorOf(next: string | undefined): string | null {
  if (next === undefined) return null;
  return new URLSearchParams(next.slice(next.indexOf('?') + 1)).get('cursor');
}
