import { asApp, route } from '@forge/api';
import {
  foundPages,
  pageTitles,
  pageWithBody,
  updatedPage,
  writtenPage,
  type PageWithBody,
} from '../../contracts/confluence/page';
import type { ChangeLogPages, NamedSpace, PageContent, StandingPage } from '../../ports/change-log-pages';
import { Failure } from '../../domain/failure';
import type { StoredRecord } from '../../domain/record/change-record';
import { paragraph, words } from './adf-nodes';
import { findInConfluence, fromConfluence } from './confluence-answer';
import { findSpace, searchSpaces } from './confluence-spaces';
import { markOf, pageBody } from './page-body';
import { recordTable } from './record-table';
import { renderRecord } from './render-record';

const JSON_ANSWER = { headers: { Accept: 'application/json' } };
const PAGES_IN_A_LIST = 250;

/** Pages of the change log in Confluence, over REST API v2, with bodies in the Atlassian Document Format. */
export class ConfluencePages implements ChangeLogPages {
  async read(pageId: string): Promise<StandingPage | undefined> {
    return (await readOnce(pageId)) ?? readOnce(pageId);
  }

  async titlesOf(pageIds: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const distinct = [...new Set(pageIds)];
    const lists = Array.from({ length: Math.ceil(distinct.length / PAGES_IN_A_LIST) }, (_, index) =>
      distinct.slice(index * PAGES_IN_A_LIST, (index + 1) * PAGES_IN_A_LIST),
    );
    const found = await Promise.all(lists.map(listTitles));
    return Object.fromEntries(found.flat());
  }

  async findByTitle(spaceId: string, title: string): Promise<StandingPage | undefined> {
    const path = route`/wiki/api/v2/pages?space-id=${spaceId}&title=${title}&status=current&body-format=atlas_doc_format`;
    const found = await findInConfluence(asApp().requestConfluence(path, JSON_ANSWER), foundPages);
    const [page] = found?.results ?? [];
    return page && standing(page);
  }

  async create(page: {
    readonly spaceId: string;
    readonly parentId: string | null;
    readonly title: string;
    readonly content: PageContent;
  }): Promise<string> {
    const { spaceId, parentId, title, content } = page;
    const request = asApp().requestConfluence(
      route`/wiki/api/v2/pages`,
      sending('POST', {
        spaceId,
        status: 'current',
        title,
        ...(parentId !== null && { parentId }),
        body: { representation: 'atlas_doc_format', value: pageBody(content) },
      }),
    );
    return (await fromConfluence(request, writtenPage)).id;
  }

  async update(page: StandingPage, content: PageContent): Promise<void> {
    const { pageId, title, version, body } = page;
    const request = asApp().requestConfluence(
      route`/wiki/api/v2/pages/${pageId}`,
      sending('PUT', {
        id: pageId,
        status: 'current',
        title,
        body: { representation: 'atlas_doc_format', value: pageBody(content, body) },
        version: { number: version + 1, message: 'Change log brought up to date' },
      }),
    );
    const written = await fromConfluence(request, updatedPage);
    const shown = written.body?.atlas_doc_format?.value;
    // A page that went to the trash meanwhile is restored by this request, with its content as it was.
    if (shown !== undefined && markOf(shown) !== content.mark) {
      throw new Failure('conflict', 'The page went to the trash at the same time. Try again.');
    }
  }

  sizeOf(stored: StoredRecord): number {
    return Buffer.byteLength(JSON.stringify([recordTable([stored]), renderRecord(stored)]));
  }

  document(content: { readonly records: readonly StoredRecord[] } | { readonly sentence: string }): unknown {
    const node = 'records' in content ? recordTable(content.records) : paragraph(words(content.sentence));
    return { type: 'doc', version: 1, content: [node] };
  }

  async searchSpaces(text: string): Promise<readonly NamedSpace[]> {
    return searchSpaces(text);
  }

  async space(spaceId: string): Promise<NamedSpace | undefined> {
    return findSpace(spaceId);
  }
}

async function readOnce(pageId: string): Promise<StandingPage | undefined> {
  const path = route`/wiki/api/v2/pages/${pageId}?body-format=atlas_doc_format`;
  const page = await findInConfluence(asApp().requestConfluence(path, JSON_ANSWER), pageWithBody);
  return page && (isThere(page) ? standing(page) : undefined);
}

async function listTitles(pageIds: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  const parameters = new URLSearchParams(pageIds.map((id): [string, string] => ['id', id]));
  parameters.set('limit', String(PAGES_IN_A_LIST));
  const path = route`/wiki/api/v2/pages?${parameters}`;
  const { results } = await fromConfluence(asApp().requestConfluence(path, JSON_ANSWER), pageTitles);
  return results.filter(isThere).map(({ id, title }) => [id, title] as const);
}

/** A page in the trash is gone for the app. */
function isThere({ status }: { readonly status: string }): boolean {
  return status !== 'trashed' && status !== 'deleted';
}

function standing({ id, title, version, body }: PageWithBody): StandingPage {
  const text = body.atlas_doc_format.value;
  return { pageId: id, title, version: version.number, mark: markOf(text), body: text };
}

function sending(method: 'POST' | 'PUT', body: unknown) {
  return {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}
