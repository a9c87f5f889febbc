import type { Site } from '../../sandbox';
import { remember } from './rewind';

/** Sets up the first site that it is given, and brings every other one to the state that the first was in then. */
export function setUpOnce(setUp: (site: Site) => Promise<unknown>): (site: Site) => Promise<void> {
  let first: Promise<(on: Site) => void> | undefined;
  return async (site) => {
    if (first === undefined) {
      first = setUp(site).then(() => remember(site));
      await first;
    } else {
      (await first)(site);
    }
  };
}
