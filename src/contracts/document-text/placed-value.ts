/** A value of a text together with where it stands, in UTF-16 code units from the start of the text. */
export interface PlacedValue {
  readonly value: unknown;
  readonly offset: number;
  /** As it is written, when it is without quotes: `1.0` of the number 1. */
  readonly bare?: string;
  readonly entries?: ReadonlyMap<string, PlacedEntry>;
  readonly items?: readonly PlacedValue[];
  /** How many values there are in it, itself included, and with what aliases repeat. */
  readonly size: number;
}

export interface PlacedEntry {
  readonly keyOffset: number;
  readonly content: PlacedValue;
}

/** What a path leads to; if it leads nowhere, the last thing on it that exists. */
export interface PathEnd {
  readonly place: PlacedValue;
  /** How many of the path's segments lead to the place. */
  readonly depth: number;
}

export function endOf(path: readonly PropertyKey[], root: PlacedValue): PathEnd {
  let place = root;
  for (const [depth, segment] of path.entries()) {
    const next = typeof segment === 'number' ? place.items?.[segment] : place.entries?.get(String(segment))?.content;
    if (next === undefined) return { place, depth };
    place = next;
  }
  return { place, depth: path.length };
}
