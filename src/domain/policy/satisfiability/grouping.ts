import type { AccountId } from '../../change/identity';
import type { Policy } from '../policy';
import { grouped } from './alike';
import { boxesOf, isAll, type Box } from './boxes';
import type { Cause } from './cause';
import type { Cell } from './cells';
import type { Dimension } from './dimension';
import type { CellDetail, CellValue, DeadCell, DeadEnd, Path } from './report';
import type { Situation } from './situations';

/** Cells in which the same cause stops changes of the same people. */
export interface StuckCells {
  readonly cause: Cause;
  readonly path: Path;
  readonly requesters: 'any' | readonly (AccountId | null)[];
  readonly cells: readonly Cell['at'][];
}

/** How cells are described. */
export interface Description {
  readonly dimensions: readonly Dimension[];
  /** The cells in which there are changes that go that way. */
  readonly cells: Readonly<Record<Path, readonly Cell['at'][]>>;
}

export function descriptionOf(dimensions: readonly Dimension[], situations: readonly Situation[]): Description {
  const cellsOn = (path: Path) => situations.filter((one) => one.path === path).flatMap(({ cells }) => cells);
  return { dimensions, cells: { main: cellsOn('main'), expedite: cellsOn('expedite') } };
}

/** One dead end for each thing that is wrong; a role that nobody holds is one thing, whatever asks for it. */
export function deadEndsOf(stuck: readonly StuckCells[], policy: Policy, description: Description): readonly DeadEnd[] {
  const causes = grouped(stuck, ({ cause: { why, roles, rules } }) => [
    why,
    ...(why === 'role-empty' ? roles : rules.map(({ id }) => id)),
  ]);
  return causes.map(([{ cause }, all]) => {
    const rules = policy.rules.filter((rule) => all.some((one) => one.cause.rules.includes(rule)));
    return {
      why: cause.why,
      roles: cause.roles,
      ruleIds: rules.map(({ id }) => id),
      clauses: [...new Set(rules.flatMap(({ clauses }) => clauses))],
      cells: deadCellsOf(all, description),
    };
  });
}

function deadCellsOf(stuck: readonly StuckCells[], { dimensions, cells }: Description): readonly DeadCell[] {
  const alike = grouped(stuck, ({ path, cause: { gate }, requesters }) => [path, gate, JSON.stringify(requesters)]);
  return alike.flatMap(([{ path, cause, requesters }, all]) =>
    boxesOf(
      all.flatMap((one) => one.cells),
      cells[path],
      dimensions.map(({ values }) => values.length),
    ).map((box): DeadCell => ({ ...described(box, dimensions), requesters, path, gate: cause.gate })),
  );
}

function described(
  box: Box,
  dimensions: readonly Dimension[],
): Pick<DeadCell, 'type' | 'categories' | 'risks' | 'others'> {
  const told = dimensions.map(({ of, values }, index) => ({
    of,
    all: isAll(box, index, values.length),
    values: (box[index] ?? []).flatMap((place) => values[place]?.is ?? []),
  }));
  const [type] = told;
  const category = told.find(({ of }) => 'field' in of && of.field === 'category');
  const risk = told.find(({ of }) => 'risk' in of);
  return {
    type: type?.values.map(nameOf)[0] ?? '',
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
