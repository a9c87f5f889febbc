import { showBody } from './page-body';
import type { StoredPage, StoredProperty, StoredVersion } from './content-model';
import { currentVersion } from './content-model';
import type { ConfluenceSite } from './site-context';

export function showVersion(
  version: Pick<StoredVersion, 'number' | 'createdAt' | 'message' | 'authorId'>,
): Record<string, unknown> {
  return {
    number: version.number,
    message: version.message,
    minorEdit: false,
    authorId: version.authorId,
    createdAt: new Date(version.createdAt).toISOString(),
  };
}

export function showProperty(property: StoredProperty): Record<string, unknown> {
  const { id, key, value, version } = property;
  return { id, key, value, version: showVersion(version) };
}

/** `PageSingle` and `PageBulk` of the v2 API for one version of a page; an older version has the status `historical`. */
export function showPage(
  site: ConfluenceSite,
  page: StoredPage,
  bodyFormat: string | undefined,
  version: StoredVersion = currentVersion(page),
): Record<string, unknown> & { _links: Record<string, string> } {
  const space = site.store.space(page.spaceId);
  const name = encodeURIComponent(version.title).replaceAll('%20', '+');
  return {
    id: page.id,
    status: version === currentVersion(page) ? page.status : 'historical',
    title: version.title,
    spaceId: page.spaceId,
    parentId: page.parentId,
    parentType: page.parentId === null ? null : 'page',
    position: page.position,
    authorId: page.authorId,
    ownerId: page.ownerId,
    lastOwnerId: page.lastOwnerId,
    createdAt: new Date(page.createdAt).toISOString(),
    version: showVersion(version),
    body: showBody(version.body, bodyFormat),
    _links: {
      webui: `/spaces/${space?.key ?? ''}/pages/${page.id}/${name}`,
      editui: `/spaces/${space?.key ?? ''}/pages/edit-v2/${page.id}`,
      tinyui: `/x/${Number(page.id).toString(36)}`,
    },
  };
}
