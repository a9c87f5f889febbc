import { createHash } from 'node:crypto';
import { modulesOf, type AppManifest, type ModuleOf } from './manifest';
import type { SiteIdentity } from './site-identity';

export type WebTriggerModule = ModuleOf<'webtrigger'>;

/** First segment of the path by the manifest's `urlFormat`. */
const PREFIX = { v1: 'x1', v2: 'public' } as const;
const ID_LENGTH = 25;

/** Stays the same for an installation, an environment and a module, as Atlassian says that a web trigger's does. */
function idOf({ key }: WebTriggerModule, { installationId, environmentId }: SiteIdentity): string {
  const name = `${installationId}/${environmentId}/${key}`;
  return createHash('sha256').update(name).digest('base64url').replaceAll(/[-_]/g, '').slice(0, ID_LENGTH);
}

/**
 * The path at which a web trigger is called. On Atlassian a host of its own stands before it, here the site's.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/web-trigger/#example-web-trigger-url
 */
export function webTriggerPath(module: WebTriggerModule, identity: SiteIdentity): string {
  return `/${PREFIX[module.urlFormat ?? 'v1']}/${idOf(module, identity)}`;
}

export interface CalledWebTrigger {
  readonly module: WebTriggerModule;
  /** What the caller added to the path; empty, or with a leading slash. */
  readonly userPath: string;
}

/** Whether a path belongs to web triggers at all, of whatever app. */
export function isWebTriggerPath(pathname: string): boolean {
  return Object.values(PREFIX).some((prefix) => pathname.startsWith(`/${prefix}/`));
}

export function findWebTrigger(
  manifest: AppManifest,
  identity: SiteIdentity,
  pathname: string,
): CalledWebTrigger | undefined {
  for (const module of modulesOf(manifest, 'webtrigger')) {
    const path = webTriggerPath(module, identity);
    if (pathname === path || pathname.startsWith(`${path}/`)) {
      return { module, userPath: pathname.slice(path.length) };
    }
  }
  return undefined;
}
