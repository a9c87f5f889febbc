import type { Directory, EventSink, SiteClock } from '../platform';
import type { Access } from './access';
import type { AdfValidator } from './adf-document';
import type { ContentStore } from './content-store';
import type { PageEvents } from './page-events';

/** What every group of routes works with. */
export interface ConfluenceSite {
  readonly store: ContentStore;
  readonly access: Access;
  readonly adf: AdfValidator;
  readonly events: PageEvents;
  readonly clock: SiteClock;
  readonly directory: Directory;
  /** e.g. `http://127.0.0.1:8080/wiki`: the `_links.base` of answers. */
  readonly base: () => string;
}

export interface ConfluenceOptions {
  readonly clock: SiteClock;
  readonly directory: Directory;
  readonly events: EventSink;
  /** Where the site is served, without a slash at the end. */
  readonly baseUrl: () => string;
}
