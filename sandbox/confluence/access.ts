import type { Actor, Directory } from '../platform';
import { notFound } from './confluence-error';
import type { Principals, StoredPage, StoredSpace } from './content-model';
import type { ContentStore } from './content-store';

/** Somebody who is logged in: everything below runs behind the check that refuses anonymous calls. */
export type KnownActor = Exclude<Actor, { kind: 'anonymous' }>;

/**
 * Who may see and change what. A page needs the permission of its space and every restriction on the way: the read
 * restrictions of its ancestors are inherited, update restrictions are not (support.atlassian.com, "Page restrictions").
 * Apps hold the permissions of every space, as after an installation on a site, but page restrictions bind them too.
 */
export class Access {
  constructor(
    private readonly store: ContentStore,
    private readonly directory: Directory,
  ) {}

  isAdministrator(actor: KnownActor): boolean {
    return actor.kind === 'user' && this.inGroups(actor, this.store.administrators);
  }

  canViewSpace(actor: KnownActor, space: StoredSpace): boolean {
    if (actor.kind === 'app' || space.viewers === null || this.isAdministrator(actor)) return true;
    return this.inGroups(actor, space.viewers) || this.inGroups(actor, space.editors ?? []);
  }

  canEditSpace(actor: KnownActor, space: StoredSpace): boolean {
    if (!this.canViewSpace(actor, space)) return false;
    if (actor.kind === 'app' || space.editors === null || this.isAdministrator(actor)) return true;
    return this.inGroups(actor, space.editors);
  }

  canViewPage(actor: KnownActor, page: StoredPage): boolean {
    const space = this.store.space(page.spaceId);
    if (space === undefined || !this.canViewSpace(actor, space)) return false;
    return [...this.store.ancestors(page), page].every((each) => this.admits(each.restrictions.read, actor));
  }

  canEditPage(actor: KnownActor, page: StoredPage): boolean {
    const space = this.store.space(page.spaceId);
    if (space === undefined || !this.canEditSpace(actor, space) || !this.canViewPage(actor, page)) return false;
    return this.admits(page.restrictions.update, actor);
  }

  /** The page if it exists and the actor may read it; otherwise 404, as Confluence answers in both cases. */
  requireReadable(actor: KnownActor, id: string): StoredPage {
    const page = this.store.page(id);
    if (page === undefined || !this.canViewPage(actor, page)) throw notFound();
    return page;
  }

  /** v2 answers 404, not 403, to somebody who may see the page but not change it (OpenAPI of v2, `PUT /pages/{id}`). */
  requireEditable(actor: KnownActor, id: string): StoredPage {
    const page = this.requireReadable(actor, id);
    if (!this.canEditPage(actor, page)) throw notFound();
    return page;
  }

  private admits(principals: Principals | undefined, actor: KnownActor): boolean {
    if (principals === undefined) return true;
    return principals.users.includes(actor.accountId) || this.inGroups(actor, principals.groups);
  }

  private inGroups(actor: KnownActor, names: readonly string[]): boolean {
    return this.directory.groupsOf(actor.accountId).some((group) => names.includes(group.name));
  }
}
