import type { Site } from '../../sandbox';

/** Remembers the whole state of a site; the answer brings the site back to it, as often as asked. */
export function remember(site: Site): () => void {
  const parts: readonly object[] = [site.directory, site.jira, site.confluence, ...site.forge.parts];
  const restorable = parts.filter(isStatePart);
  const snapshots = restorable.map((part) => structuredClone(part.snapshot()));
  return () => {
    restorable.forEach((part, index) => {
      part.restore(structuredClone(snapshots[index]));
    });
    site.faults.clear();
    site.log.clear();
  };
}

interface Restorable {
  snapshot(): unknown;
  restore(value: unknown): void;
}

function isStatePart(part: object): part is Restorable {
  return 'snapshot' in part && 'restore' in part;
}
