import type { SiteSeed } from '../seed';
import type { ContentState, StoredPage, StoredSpace } from './content-model';
import { contentStateSchema, currentVersion } from './content-model';

/** Ids of a real site are large; starting high keeps anybody from taking a position in a list for an id. */
const FIRST_ID = 65_536;

const EMPTY_DOCUMENT = JSON.stringify({ type: 'doc', version: 1, content: [] });

/** Spaces and pages by id, and nothing about who may see them. */
export class ContentStore {
  private state: ContentState = { lastId: FIRST_ID, administrators: [], spaces: [], pages: [] };

  get administrators(): readonly string[] {
    return this.state.administrators;
  }

  get spaces(): readonly StoredSpace[] {
    return this.state.spaces;
  }

  get pages(): readonly StoredPage[] {
    return this.state.pages;
  }

  nextId(): string {
    this.state.lastId += 1;
    return String(this.state.lastId);
  }

  space(id: string): StoredSpace | undefined {
    return this.state.spaces.find((space) => space.id === id);
  }

  page(id: string): StoredPage | undefined {
    return this.state.pages.find((page) => page.id === id);
  }

  /** Current pages below another one, in the order of the page tree. */
  children(parentId: string): readonly StoredPage[] {
    return this.state.pages
      .filter((page) => page.parentId === parentId && page.status === 'current')
      .sort((left, right) => left.position - right.position);
  }

  /** From the top of the space down to the parent of the page. */
  ancestors(page: StoredPage): readonly StoredPage[] {
    const path: StoredPage[] = [];
    for (let next = page.parentId; next !== null;) {
      const parent = this.page(next);
      if (parent === undefined) break;
      path.unshift(parent);
      next = parent.parentId;
    }
    return path;
  }

  /** Titles are unique among the current pages of a space, without regard to case; what is in the trash blocks nothing. */
  pageTitled(spaceId: string, title: string): StoredPage | undefined {
    const wanted = title.toLowerCase();
    return this.state.pages.find(
      (page) =>
        page.spaceId === spaceId && page.status === 'current' && currentVersion(page).title.toLowerCase() === wanted,
    );
  }

  addPage(page: StoredPage): void {
    this.state.pages.push(page);
  }

  removePage(id: string): void {
    this.state.pages = this.state.pages.filter((page) => page.id !== id);
  }

  nextPosition(parentId: string | null): number {
    const positions = this.state.pages.filter((page) => page.parentId === parentId).map((page) => page.position);
    return positions.length === 0 ? 0 : Math.max(...positions) + 1;
  }

  /** Fills a new site: every seeded space with a home page, as Confluence creates it. */
  seed(seed: SiteSeed, now: number): void {
    this.state.administrators = [...seed.administrators];
    const authorId = seed.people[0]?.accountId ?? 'unknown';
    for (const seeded of seed.spaces) {
      const id = this.nextId();
      const homepageId = this.nextId();
      this.state.spaces.push({
        id,
        key: seeded.key,
        name: seeded.name,
        authorId,
        createdAt: now,
        homepageId,
        viewers: seeded.viewers === undefined ? null : [...seeded.viewers],
        editors: seeded.editors === undefined ? null : [...seeded.editors],
      });
      this.addPage({
        id: homepageId,
        spaceId: id,
        parentId: null,
        position: 0,
        status: 'current',
        authorId,
        ownerId: authorId,
        lastOwnerId: null,
        createdAt: now,
        versions: [
          {
            number: 1,
            createdAt: now,
            authorId,
            message: '',
            title: seeded.name,
            body: { representation: 'atlas_doc_format', value: EMPTY_DOCUMENT },
          },
        ],
        properties: [],
        labels: [],
        restrictions: {},
      });
    }
  }

  snapshot(): unknown {
    return structuredClone(this.state);
  }

  /** Throws when the value was not written by `snapshot`. */
  restore(value: unknown): void {
    this.state = contentStateSchema.parse(structuredClone(value));
  }
}
