import type { Cell } from './cells';

/** For every dimension the places of some of its values: all combinations of them, with whatever in the dimensions beyond. */
export type Box = readonly (readonly number[])[];

/**
 * Cells in few boxes. Boxes that differ in one dimension only become one; a value of which there is no cell anyway may be
 * in a box or not, whichever makes it simpler. The first dimension, the type, stays apart.
 * @param possible All cells that there are.
 * @param sizes How many values each dimension has.
 */
export function boxesOf(
  cells: readonly Cell['at'][],
  possible: readonly Cell['at'][],
  sizes: readonly number[],
): readonly Box[] {
  const known = new Set(possible.map(String));
  let boxes: readonly Box[] = [...new Map(cells.map((at) => [String(at), at.map((place) => [place])])).values()];
  for (let dimension = (boxes[0]?.length ?? 1) - 1; dimension > 0; dimension -= 1) {
    boxes = merged(boxes, dimension).map((box) => widened(box, dimension, sizes[dimension] ?? 0, known));
  }
  return boxes;
}

/** Whether the box has every value of the dimension, or leaves it open. */
export function isAll(box: Box, dimension: number, size: number): boolean {
  return box[dimension] === undefined || box[dimension].length === size;
}

function merged(boxes: readonly Box[], dimension: number): readonly Box[] {
  const groups = new Map<string, Box>();
  for (const box of boxes) {
    const key = JSON.stringify(box.toSpliced(dimension, 1));
    const before = groups.get(key)?.[dimension] ?? [];
    groups.set(key, box.toSpliced(dimension, 1, [...before, ...(box[dimension] ?? [])]));
  }
  return [...groups.values()];
}

/** With every value for which the box would have no further cell. */
function widened(box: Box, dimension: number, size: number, possible: ReadonlySet<string>): Box {
  const places = box[dimension] ?? [];
  const others = Array.from({ length: size }, (_, place) => place).filter(
    (place) => places.includes(place) || !hasCell(box.toSpliced(dimension, 1, [place]), possible),
  );
  return others.length === size ? box.toSpliced(dimension, 1, others) : box;
}

function hasCell(box: Box, possible: ReadonlySet<string>, begun: readonly number[] = []): boolean {
  const places = box[begun.length];
  if (places === undefined) return possible.has(String(begun));
  return places.some((place) => hasCell(box, possible, [...begun, place]));
}
