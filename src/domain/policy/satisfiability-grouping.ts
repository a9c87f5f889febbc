import type { AccountId } from '../change/identity';
import type { Policy } from './policy';
import type { Cause } from './satisfiability-cause';
import type { Cell } from './satisfiability-cells';
import type { Dimension } from './satisfiability-dimension';
import type { Situation } from './satisfiability-situations';
import type { CellDetail, CellValue, DeadCell, DeadEnd, Path } from './satisfiability-report';

/** Cells in which the same cause stops changes of the same people. */
export interface StuckCells {
  readonly cause: Cause;
  readonly path: Path;
  readonly requesters: 'any' | readonly (AccountId | null)[];
  readonly cells: readonly Cell['at'][];
}

/** For every dimension the places of some of its values: all combinations of them, with any value of further dimensions. */
type Box = readonly (readonly number[])[];

/** How cells are described. */
export interface Description {
  readonly dimensions: readonly Dimension[];
  /** Of each dimension how many values there are changes with. */
  readonly possible: readonly number[];
}

/** How the cells of these situations are described. */
export function descriptionOf(dimensions: readonly Dimension[], situations: readonly Situation[]): Description {
  const cells = situations.flatMap((situation) => situation.cells);
  const possible = dimensions.map((_, index) => new Set(cells.map((at) => at[index])).size);
  return { dimensions, possible };
}

/** One dead end for each thing that is wrong; a role that nobody holds is one thing, whatever asks for it. */
export function deadEndsOf(stuck: readonly StuckCells[], policy: Policy, description: Description): readonly DeadEnd[] {
  const groups = new Map<string, StuckCells[]>();
  for (const one of stuck) {
    const { why, roles, rules } = one.cause;
    const key = [why, ...(why === 'role-empty' ? roles : rules.map(({ id }) => id))].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const rules = policy.rules.filter((rule) => group.some(({ cause }) => cause.rules.includes(rule)));
    return [
      {
        why: first.cause.why,
        roles: first.cause.roles,
        ruleIds: rules.map(({ id }) => id),
        clauses: [...new Set(rules.flatMap(({ clauses }) => clauses))],
        cells: deadCellsOf(group, description),
      },
    ];
  });
}

/** The cells of a group, in as few descriptions as merging one dimension after the other gives. */
function deadCellsOf(group: readonly StuckCells[], description: Description): readonly DeadCell[] {
  const alike = new Map<string, StuckCells[]>();
  for (const one of group) {
    const key = JSON.stringify([one.path, one.cause.gate, one.requesters]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return [...alike.values()].flatMap((same) => {
    const boxes = merged(same.flatMap(({ cells }) => cells.map((at): Box => at.map((place) => [place]))));
    return same
      .slice(0, 1)
      .flatMap(({ path, requesters, cause: { gate } }) =>
        boxes.map((box): DeadCell => ({ ...cellOf(box, description), requesters, path, gate })),
      );
  });
}

/** Boxes that differ in one dimension only become one. The first dimension, the type, stays apart. */
function merged(boxes: readonly Box[]): readonly Box[] {
  let result = boxes;
  for (let dimension = (boxes[0]?.length ?? 1) - 1; dimension > 0; dimension -= 1) {
    const groups = new Map<string, Box>();
    for (const box of result) {
      const key = JSON.stringify(box.with(dimension, []));
      const places = [...(groups.get(key)?.[dimension] ?? []), ...(box[dimension] ?? [])];
      groups.set(
        key,
        box.with(
          dimension,
          [...new Set(places)].sort((a, b) => a - b),
        ),
      );
    }
    result = [...groups.values()];
  }
  return result;
}

function cellOf(
  box: Box,
  { dimensions, possible }: Description,
): Pick<DeadCell, 'type' | 'categories' | 'risks' | 'others'> {
  const told = dimensions.map(({ of, values }, index) => {
    const places = box[index];
    return {
      of,
      all: places === undefined || places.length === possible[index],
      values: (places ?? []).flatMap((place) => values[place]?.is ?? []),
    };
  });
  const [type] = told;
  const category = told.find(({ of }) => 'field' in of && of.field === 'category');
  const risk = told.find(({ of }) => 'risk' in of);
  return {
    type: nameOf(type?.values[0] ?? 'other') ?? '',
    categories: category === undefined || category.all ? 'any' : category.values.map(nameOf),
    risks: risk === undefined || risk.all ? 'any' : risk.values.map(nameOf),
    others: told
      .filter((one) => one !== type && one !== category && one !== risk && !one.all)
      .flatMap(({ of, values }): readonly CellDetail[] => ('risk' in of ? [] : [{ ...of, values }])),
  };
}

function nameOf(value: CellValue): string | null {
  return typeof value === 'object' ? String(value.value) : null;
}
