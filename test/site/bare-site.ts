import { join, resolve } from 'node:path';
import { siteSeed } from '../../demo/site-seed';
import { createSite, type Site } from '../../sandbox';
import { loadManifest } from '../../sandbox/forge/manifest';
import type { SiteSeed } from '../../sandbox/seed';

export const ROOT = resolve(import.meta.dirname, '../..');
export const MONDAY = '2026-03-02T09:00:00.000Z';

/** Read once for all sites of a test file: to check a manifest takes about as long as to open the rest of a site. */
const manifest = loadManifest(ROOT);

/** A site on which the app is deployed and nothing is set up yet. */
export async function openBareSite(seed: SiteSeed = siteSeed): Promise<Site> {
  return createSite({
    appDir: ROOT,
    bundle: join(ROOT, 'build/app.cjs'),
    manifest: await manifest,
    seed,
    now: MONDAY,
  });
}
