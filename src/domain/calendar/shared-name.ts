/** Whether the two lists have a name in common, without regard to case. */
export function shareName(some: readonly string[], others: readonly string[]): boolean {
  const names = new Set(some.map((name) => name.toLowerCase()));
  return others.some((name) => names.has(name.toLowerCase()));
}
