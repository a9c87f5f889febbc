/**
 * The name that somebody most likely meant: the one with the fewest letters to be put right, if those are few. Case does
 * not count.
 */
export function closestName(written: string, names: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(written.length / 3));
  const near = names
    .map((name) => ({ name, distance: lettersBetween(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= most);
  return near.sort((a, b) => a.distance - b.distance)[0]?.name;
}

/** What to say when something is like a name that there is; undefined when nothing is. */
export function didYouMean(written: string, names: readonly string[]): string | undefined {
  const name = closestName(written, names);
  return name === undefined ? undefined : `Did you mean "${name}"?`;
}

/** How many letters must be added, left out or replaced to get from one word to the other (Levenshtein distance). */
function lettersBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let index = 0; index < a.length; index += 1) {
    const next = [index + 1];
    for (let column = 0; column < b.length; column += 1) {
      const replaced = (row[column] ?? 0) + (a[index] === b[column] ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
