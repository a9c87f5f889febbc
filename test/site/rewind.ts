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

/**
 * Everything that a site holds, as text: the same text, and nothing was written anywhere.
 * @param besides What begins the keys of stored values that are left out.
 */
export function wholeState(site: Site, besides?: string): string {
  const snapshots = statePartsOf(site).map((part) => part.snapshot());
  return JSON.stringify(snapshots, (_key, value: unknown) =>
    besides !== undefined && Array.isArray(value) ? value.filter((one) => !isStoredUnder(besides, one)) : value,
  );
}

/** A key of the storage with its value. */
function isStoredUnder(beginning: string, row: unknown): boolean {
  const key: unknown = Array.isArray(row) ? row[0] : undefined;
  return typeof key === 'string' && key.startsWith(beginning);
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
