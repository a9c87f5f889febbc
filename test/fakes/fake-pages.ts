import { Failure } from '../../src/domain/failure';
import type { StoredRecord } from '../../src/domain/record/change-record';
import type { ChangeLogPages, NamedSpace, PageContent, StandingPage } from '../../src/ports/change-log-pages';
import type { FakeFaults } from './fake-faults';

/** A page of the fake Confluence: the app's content, and what people wrote below it. */
export interface FakePage {
  readonly pageId: string;
  readonly spaceId: string;
  readonly parentId: string | null;
  title: string;
  version: number;
  /** Null on a page that the app did not write. */
  content: PageContent | null;
  notes: string;
  trashed: boolean;
}

/** Confluence in memory: titles are unique in a space, versions are checked, what people wrote stays. */
export class FakePages implements ChangeLogPages {
  readonly spaces = new Map<string, NamedSpace>();
  readonly pages = new Map<string, FakePage>();
  /** Spaces in which the app may not write. */
  readonly closedSpaces = new Set<string>();
  readonly #faults: FakeFaults;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async read(pageId: string): Promise<StandingPage | undefined> {
    await this.#faults.report('pages.read');
    return standing(this.pages.get(pageId));
  }

  async titlesOf(pageIds: readonly string[]): Promise<Readonly<Record<string, string>>> {
    await this.#faults.report('pages.titlesOf');
    const pages = pageIds.map((id) => standing(this.pages.get(id)));
    return Object.fromEntries(
      pages.flatMap((page) => (page === undefined ? [] : [[page.pageId, page.title] as const])),
    );
  }

  async findByTitle(spaceId: string, title: string): Promise<StandingPage | undefined> {
    await this.#faults.report('pages.findByTitle');
    return standing(this.#titled(spaceId, title));
  }

  async create(page: {
    readonly spaceId: string;
    readonly parentId: string | null;
    readonly title: string;
    readonly content: PageContent;
  }): Promise<string> {
    await this.#faults.report('pages.create');
    const { spaceId, parentId, title, content } = page;
    if (!this.spaces.has(spaceId) || this.closedSpaces.has(spaceId)) {
      throw new Failure('not-allowed', 'The app may not write in this space.');
    }
    if (this.#titled(spaceId, title) !== undefined) throw new Failure('conflict', 'The title is taken.');
    if (parentId !== null && standing(this.pages.get(parentId)) === undefined) {
      throw new Failure('not-allowed', 'The parent page is not there.');
    }
    return this.putPage({ spaceId, parentId, title, content: structuredClone(content) }).pageId;
  }

  async update(page: StandingPage, content: PageContent): Promise<void> {
    await this.#faults.report('pages.update');
    const found = this.pages.get(page.pageId);
    if (found === undefined || this.closedSpaces.has(found.spaceId)) {
      throw new Failure('not-allowed', 'The app may not write this page.');
    }
    if (found.version !== page.version) throw new Failure('conflict', 'The page has a newer version.');
    found.version += 1;
    if (found.trashed) {
      // Confluence takes a write to a page in the trash for its restoration, and leaves the content as it was.
      found.trashed = false;
      throw new Failure('conflict', 'The page was in the trash.');
    }
    found.content = structuredClone(content);
  }

  /** Not Confluence's format: what went in, for a test to look at. */
  sizeOf({ record }: StoredRecord): number {
    return Buffer.byteLength(JSON.stringify(record));
  }

  document(content: { readonly records: readonly StoredRecord[] } | { readonly sentence: string }): unknown {
    return structuredClone(content);
  }

  async searchSpaces(text: string): Promise<readonly NamedSpace[]> {
    await this.#faults.report('pages.searchSpaces');
    const sought = text.toLowerCase();
    const found = [...this.spaces.values()].filter(({ key, name }) => `${key}\n${name}`.toLowerCase().includes(sought));
    return found.slice(0, 20);
  }

  async space(spaceId: string): Promise<NamedSpace | undefined> {
    await this.#faults.report('pages.space');
    return this.spaces.get(spaceId);
  }

  /** A page as a person or the app makes it. */
  putPage(page: Pick<FakePage, 'spaceId' | 'parentId' | 'title' | 'content'>): FakePage {
    const pageId = String(1000 + this.pages.size);
    const made = { ...page, pageId, version: 1, notes: '', trashed: false };
    this.pages.set(pageId, made);
    return made;
  }

  /** Something that a person does to a page; every edit is a version of its own. */
  edit(pageId: string, change: Partial<Pick<FakePage, 'title' | 'notes'>>): void {
    const page = this.pages.get(pageId);
    if (page === undefined) throw new Error(`There is no page ${pageId}.`);
    Object.assign(page, change);
    page.version += 1;
  }

  #titled(spaceId: string, title: string): FakePage | undefined {
    return [...this.pages.values()].find(
      (page) => !page.trashed && page.spaceId === spaceId && page.title.toLowerCase() === title.toLowerCase(),
    );
  }
}

function standing(page: FakePage | undefined): StandingPage | undefined {
  if (page === undefined || page.trashed) return undefined;
  const { pageId, title, version, content, notes } = page;
  return { pageId, title, version, mark: content?.mark ?? null, body: JSON.stringify({ content, notes }) };
}
