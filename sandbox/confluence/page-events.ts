import type { Directory, EventSink, SiteClock } from '../platform';
import type { KnownActor } from './access';
import type { StoredPage } from './content-model';
import { currentVersion } from './content-model';
import type { ContentStore } from './content-store';

export type PageEventKind = 'created' | 'updated' | 'moved' | 'trashed' | 'restored' | 'deleted';

/**
 * Publishes page events in the documented shape (Forge events reference, "Pages, live docs, and blog posts"): personal
 * data of users is replaced by their account id. Label, permission and view events are not published.
 * `selfGenerated` depends on the receiving app and is added on delivery.
 */
export class PageEvents {
  constructor(
    private readonly store: ContentStore,
    private readonly directory: Directory,
    private readonly clock: SiteClock,
    private readonly sink: EventSink,
  ) {}

  /** `previous` is the `content` of a moved page as it was before. */
  publish(kind: PageEventKind, page: StoredPage, actor: KnownActor, previous?: unknown): void {
    const name = `avi:confluence:${kind}:page`;
    this.sink.publish({
      name,
      payload: {
        eventType: name,
        atlassianId: actor.accountId,
        eventCreatedDate: new Date(this.clock.now()).toISOString(),
        suppressNotifications: false,
        ...(kind === 'updated' ? { updateTrigger: 'edit_page' } : {}),
        content: this.content(page),
        ...(previous === undefined ? {} : { prevContent: previous }),
      },
    });
  }

  /** The page as events show it. */
  content(page: StoredPage): unknown {
    const space = this.store.space(page.spaceId);
    const version = currentVersion(page);
    return {
      id: page.id,
      type: 'page',
      status: page.status,
      title: version.title,
      space: {
        id: Number(page.spaceId),
        key: space?.key ?? '',
        alias: space?.key ?? '',
        name: space?.name ?? '',
        icon: { path: '/images/logo/default-space-logo-256.png', width: 48, height: 48, isDefault: false },
        type: 'global',
        status: 'current',
      },
      history: {
        latest: true,
        createdBy: this.user(page.authorId),
        ownedBy: this.user(page.ownerId),
        createdDate: new Date(page.createdAt).toISOString(),
      },
      version: {
        by: this.user(version.authorId),
        when: new Date(version.createdAt).toISOString(),
        number: version.number,
      },
    };
  }

  private user(accountId: string): unknown {
    return {
      type: 'known',
      username: accountId,
      accountId,
      accountType: this.directory.findPerson(accountId)?.accountType ?? 'atlassian',
      email: accountId,
      profilePicture: { path: `/wiki/aa-avatar/${accountId}`, width: 48, height: 48, isDefault: false },
      displayName: accountId,
      publicName: accountId,
      isExternalCollaborator: false,
    };
  }
}
