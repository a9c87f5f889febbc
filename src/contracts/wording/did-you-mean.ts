import { nearestName } from '../document-text/nearest-name';

/** What to say when something is like a name that there is; undefined when nothing is. */
export function didYouMean(written: string, names: readonly string[]): string | undefined {
  const name = nearestName(written, names);
  return name === undefined ? undefined : `Did you mean "${name}"?`;
}
