import type { LedgerHead } from '../domain/ledger/ledger-entry';
import type { StoredRecord } from '../domain/record/change-record';

/**
 * What a page of the log shows. `mark` names this log and exactly this content (`<16 hex>.<64 hex>`); it stands on the
 * page as text.
 */
export type PageContent =
  | { readonly kind: 'root'; readonly mark: string }
  | {
      readonly kind: 'month';
      readonly mark: string;
      readonly month: string;
      readonly part: number;
      readonly records: readonly StoredRecord[];
      /** The head of the ledger when the page was drawn up. */
      readonly head: LedgerHead;
    };

/** A page as it stands in Confluence. */
export interface StandingPage {
  readonly pageId: string;
  readonly title: string;
  readonly version: number;
  /** The mark of the content that the app wrote; null where the page does not carry one. */
  readonly mark: string | null;
  /** The body as it stands, for the adapter to keep what people wrote. */
  readonly body: string;
}

export interface NamedSpace {
  readonly spaceId: string;
  readonly key: string;
  readonly name: string;
}

/**
 * The change log's pages in Confluence, read and written as the app. All methods throw Failure `unreachable` and
 * `unexpected-answer`.
 */
export interface ChangeLogPages {
  /** Undefined when the page is gone or hidden from the app: asked twice before it is believed. */
  read(pageId: string): Promise<StandingPage | undefined>;
  /** The titles that these pages have now, in one call; a page that is gone or hidden is left out. */
  titlesOf(pageIds: readonly string[]): Promise<Readonly<Record<string, string>>>;
  findByTitle(spaceId: string, title: string): Promise<StandingPage | undefined>;
  /** @throws Failure `conflict` when the title is taken in the space, `not-allowed`. @returns the id of the page. */
  create(page: {
    readonly spaceId: string;
    readonly parentId: string | null;
    readonly title: string;
    readonly content: PageContent;
  }): Promise<string>;
  /**
   * Writes the app's part of the page; the title and what people wrote below the log stay.
   * @throws Failure `conflict` when the page has a newer version than the one given, `not-allowed`.
   */
  update(page: StandingPage, content: PageContent): Promise<void>;
  /** The bytes that a record takes up on a page. Makes no platform call. */
  sizeOf(stored: StoredRecord): number;
  /**
   * A document in Confluence's own format, for exports of the macro: the records as a table, or a sentence in place of
   * them. Makes no platform call.
   */
  document(content: { readonly records: readonly StoredRecord[] } | { readonly sentence: string }): unknown;
  /** Spaces the app may see whose name or key contains the text, at most 20. */
  searchSpaces(text: string): Promise<readonly NamedSpace[]>;
  space(spaceId: string): Promise<NamedSpace | undefined>;
}
