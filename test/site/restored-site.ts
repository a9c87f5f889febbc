import type { Site } from '../../sandbox';
import { openBareSite } from './bare-site';
import { remember } from './rewind';

/**
 * Sets a site up when it is first asked for, and answers it as it was then each time, with whatever else was set up: for
 * tests that begin alike, since to set up takes longer than most of them. Only the clock of a site does not go back; where
 * a test moved it, the next one gets another site in the same state.
 */
export function restoring<SetUp extends { readonly site: Site }>(setUp: () => Promise<SetUp>): () => Promise<SetUp> {
  let first: Promise<{ readonly made: SetUp; readonly bring: (on: Site) => void; readonly at: number }> | undefined;
  let site: Site | undefined;
  return async () => {
    first ??= setUp().then((made) => ({ made, bring: remember(made.site), at: made.site.clock.now() }));
    const { made, bring, at } = await first;
    site ??= made.site;
    if (site.clock.now() !== at) site = await openBareSite();
    bring(site);
    return { ...made, site };
  };
}
