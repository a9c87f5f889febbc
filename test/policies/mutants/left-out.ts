/** Each item with the list that is left when it is taken out. */
export function leftOut<T>(items: readonly T[]): readonly (readonly [T, readonly T[]])[] {
  return items.map((item, index) => [item, items.toSpliced(index, 1)] as const);
}

/** The same, but nothing where the list would be empty. */
export function leftOutOfSeveral<T>(items: readonly T[]): readonly (readonly [T, readonly T[]])[] {
  return items.length < 2 ? [] : leftOut(items);
}
