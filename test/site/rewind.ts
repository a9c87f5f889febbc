import type { Site } from '../../sandbox';

/**
 * Remembers the whole state of a site; the answer brings the site back to it, or another site on which the same app is
 * deployed, as often as asked. Only the clock of a site does not go back.
 */
export function remember(site: Site): (on?: Site) => void {
  const snapshots = statePartsOf(site).map((part) => structuredClone(part.snapshot()));
  return (on = site) => {
    statePartsOf(on).forEach((part, index) => {
      part.restore(structuredClone(snapshots[index]));
    });
    on.faults.clear();
    on.log.clear();
  };
}

interface Restorable {
  snapshot(): unknown;
  restore(value: unknown): void;
}

function statePartsOf(site: Site): readonly Restorable[] {
  const parts: readonly object[] = [site.clock, site.directory, site.jira, site.confluence, ...site.forge.parts];
  return parts.filter(isStatePart);
}

function isStatePart(part: object): part is Restorable {
  return 'snapshot' in part && 'restore' in part;
}
