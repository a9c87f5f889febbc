import { holds } from './holds';
import type { CivilDate, Policy } from './policy';
import type { Rule, RuleOf } from './policy-rule';
import type { Way } from './satisfiability-cause';
import type { Cell, CellSpace } from './satisfiability-cells';
import { grouped } from './satisfiability-alike';
import { PATHS, type Path } from './satisfiability-report';
import { applies, canStop, isUnfinished, pathsOf, peopleRules, shuttingRules } from './satisfiability-ways';

/** Kinds of change that go the same way under the same rules. */
export interface Situation {
  readonly path: Path;
  readonly way: Way;
  /** The cells, as the places of their values in each dimension. */
  readonly cells: readonly Cell['at'][];
}

/** A way of a change type to which every way is shut, and what shuts them. */
export interface ShutWay {
  /** The place of the type among those of the policy. */
  readonly type: number;
  readonly path: Path;
  readonly rules: readonly Rule[];
}

/** A way of a cell: shut by some rules, or open and asking for people by others. */
interface CellWay {
  readonly at: Cell['at'];
  readonly path: Path;
  readonly shutting: readonly Rule[];
  readonly asking: readonly Rule[];
}

/**
 * All kinds of change under the rules that apply to them, and the types to which every way is shut. A way that is shut to
 * some changes of a type only is meant to be.
 */
export function situationsOf(
  policy: Policy,
  { cells }: CellSpace,
  today: CivilDate | undefined,
): { readonly situations: readonly Situation[]; readonly shut: readonly ShutWay[] } {
  const ways = cells.flatMap((cell) => waysOf(policy, cell, today));
  const open = ways.filter(({ shutting }) => shutting.length === 0);
  const openTypes = new Set(open.map(({ at }) => at[0]));
  const closed = ways.filter(({ at }) => !openTypes.has(at[0]));
  return {
    situations: grouped(open, ({ path, asking }) => [path, ...asking.map(({ id }) => id)]).map(([first, all]) => ({
      path: first.path,
      way: { rules: first.asking, gates: PATHS[first.path] },
      cells: all.map(({ at }) => at),
    })),
    shut: grouped(closed, ({ at, path }) => [path, String(at[0])]).map(
      ([
        {
          at: [type = 0],
          path,
        },
      ]) => ({
        type,
        path,
        rules: policy.rules.filter((rule) =>
          closed.some(({ at, shutting }) => at[0] === type && shutting.includes(rule)),
        ),
      }),
    ),
  };
}

function waysOf(policy: Policy, { at, context }: Cell, today: CivilDate | undefined): readonly CellWay[] {
  if (policy.scope.when !== undefined && holds(policy.scope.when, context) === 'no') return [];
  const required = policy.rules.filter(
    (rule): rule is RuleOf<'required-fields'> => rule.kind === 'required-fields' && rule.strength === 'block',
  );
  const applying = policy.rules.filter((rule) => canStop(rule) && applies(rule, context));
  return pathsOf(context)
    .filter((path) => !isUnfinished(required, path, context))
    .map((path) => ({
      at,
      path,
      shutting: shuttingRules(applying, path, context, today),
      asking: peopleRules(applying, path),
    }));
}
