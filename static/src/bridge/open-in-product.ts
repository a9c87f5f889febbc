import { router } from '@forge/bridge';

/** Where an issue is read in Jira. */
export function issuePath(key: string): string {
  return `/browse/${encodeURIComponent(key)}`;
}

/** Where a page is read in Confluence. */
export function pagePath(pageId: string): string {
  return `/wiki/pages/viewpage.action?pageId=${encodeURIComponent(pageId)}`;
}

/** Opens a path of the site in a new tab. */
export function openInProduct(path: string): void {
  // A refused or blocked tab is the person's own choice.
  router.open(path).catch(() => undefined);
}
