import type { CivilDate, Policy } from '../policy';
import { cellsOf } from './cells';
import { deadEndsOf, descriptionOf, type StuckCells } from './grouping';
import { everybodyIn, type Holders } from './people';
import { PATHS, type SatisfiabilityReport } from './report';
import { situationsOf, type ShutWay } from './situations';
import { cellsStuck, cellsStuckWithout, judge } from './stuck';
import { decidingConditions } from './ways';

export interface SatisfiabilityOptions {
  /** The day on which the catalogue of standard changes is looked at; absent: no entry has expired. */
  readonly today?: CivilDate;
  /** How many kinds of change are told apart at most. */
  readonly mostCells?: number;
  /** Whether everybody is taken away in turn as well; yes, if absent. */
  readonly oneAway?: boolean;
}

const MOST_CELLS = 5000;

/**
 * Every kind of change, proposed by anybody who may, that cannot get through the gates of its way, whoever takes up its
 * duties and however they vote; and those that cannot while one person is away.
 *
 * The best case is taken: everybody who may approve does, and every field is filled. One person has a duty all the way.
 * A field whose author a rule names has an author, whether or not it must be filled. An exception that might let a change
 * pass, and a role that somebody hands over for a time, are left out: nobody must have to rely on them.
 *
 * @param holders Who holds each role today.
 */
export function findDeadEnds(
  policy: Policy,
  holders: Holders,
  { today, mostCells = MOST_CELLS, oneAway = true }: SatisfiabilityOptions = {},
): SatisfiabilityReport {
  const space = cellsOf(policy, decidingConditions(policy), 'unanswered', mostCells);
  const { situations, shut } = situationsOf(policy, space, today);
  const judged = situations.map((situation) => judge(situation, holders));
  const missed = oneAway ? judged.map(cellsStuckWithout) : [];
  const description = descriptionOf(space.dimensions, situations);
  const group = (stuck: readonly StuckCells[]) => deadEndsOf(stuck, policy, description);
  return {
    deadEnds: group([...shut.map(cellsShut), ...judged.flatMap(cellsStuck)]),
    fragile: everybodyIn(holders).flatMap((without) => {
      const deadEnds = group(missed.flatMap((byPerson) => byPerson.get(without) ?? []));
      return deadEnds.length === 0 ? [] : [{ without, deadEnds }];
    }),
    cells: space.cells.length,
    notToldApart: space.notToldApart,
  };
}

/** All changes of a type, whoever proposes them. */
function cellsShut({ type, path, rules }: ShutWay): StuckCells {
  const why = rules.every(({ kind }) => kind === 'standard-catalogue') ? 'no-entry' : 'closed';
  const gate = PATHS[path].find((candidate) => rules.some(({ gates }) => gates.includes(candidate))) ?? PATHS[path][0];
  return { cause: { why, roles: [], rules, gate }, path, requesters: 'any', cells: [[type]] };
}
