/** Things with the same key together, each group after its first; in the order of the first of each group. */
export function grouped<T>(
  all: readonly T[],
  keyOf: (one: T) => readonly string[],
): readonly (readonly [T, readonly T[]])[] {
  const groups = new Map<string, [T, T[]]>();
  for (const one of all) {
    const key = keyOf(one).join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one, [one]]);
    else group[1].push(one);
  }
  return [...groups.values()];
}
