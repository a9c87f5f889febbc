import { holds } from '../holds';
import type { CivilDate, Policy } from '../policy';
import type { Rule } from '../policy-rule';
import type { Way } from './demands';
import type { Cell, CellSpace } from './cells';
import { grouped } from './alike';
import { PATHS, type Path } from './report';
import { appliesTo, decidingRules, isUnfinished, pathsOf, shuttingRules, type DecidingRules } from './ways';

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

/**
 * A way of a cell: shut by some rules, or open. Whose vote counts there, and whether anybody is asked to vote at all, may
 * follow from rules of other gates.
 */
interface CellWay {
  readonly at: Cell['at'];
  readonly path: Path;
  readonly shutting: readonly Rule[];
  readonly applying: readonly Rule[];
  /** Those of `applying` of which it is not known whether they apply. */
  readonly unsure: readonly Rule[];
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
  const rules = decidingRules(policy);
  const ways = cells.flatMap((cell) => waysOf(rules, cell, today));
  const open = ways.filter(({ shutting }) => shutting.length === 0);
  const openTypes = new Set(open.map(({ at }) => at[0]));
  const closed = ways.filter(({ at }) => !openTypes.has(at[0]));
  return {
    situations: grouped(open, keyOf).map(([{ path, applying, unsure }, all]) => ({
      path,
      way: { rules: applying, unsure, gates: PATHS[path] },
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

function keyOf({ path, applying, unsure }: CellWay): readonly string[] {
  return [path, ...applying.map(({ id }) => id), '', ...unsure.map(({ id }) => id)];
}

function waysOf(
  { scope, required, deciding }: DecidingRules,
  { at, context }: Cell,
  today: CivilDate | undefined,
): readonly CellWay[] {
  if (scope.when !== undefined && holds(scope.when, context) === 'no') return [];
  const paths = pathsOf(context).filter((path) => !isUnfinished(required, path, context));
  const truths = new Map(deciding.map((rule) => [rule, appliesTo(rule, context)]));
  const applying = deciding.filter((rule) => truths.get(rule) !== 'no');
  const sure = applying.filter((rule) => truths.get(rule) === 'yes');
  return paths.map((path) => {
    const shutting = shuttingRules(sure, path, context, today);
    return { at, path, shutting, applying, unsure: applying.filter((rule) => !sure.includes(rule)) };
  });
}
