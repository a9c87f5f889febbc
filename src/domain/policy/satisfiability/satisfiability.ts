import type { CivilDate, Policy } from '../policy';
import type { Inquiry } from './inquiry';
import { cellsOf } from './cells';
import { deadEndsOf, descriptionOf, type StuckCells } from './grouping';
import { everybodyIn, type Holders } from './people';
import { PATHS, type SatisfiabilityReport } from './report';
import { situationsOf, type ShutWay, type Situation } from './situations';
import { cellsStuck, cellsStuckWithout, judge } from './stuck';
import { decidingConditions } from './ways';

export interface SatisfiabilityOptions {
  /** The day on which the catalogue of standard changes is looked at; absent: no entry has expired. */
  readonly today?: CivilDate;
  /** How many kinds of change are told apart at most. */
  readonly mostCells?: number;
  /** Whether everybody is taken away in turn as well; yes, if absent. */
  readonly oneAway?: boolean;
  /** How many steps may be taken to find out who gets stuck, and as many with one person away. */
  readonly mostSteps?: number;
}

const MOST_CELLS = 5000;

/** Some seconds of work, so that whoever asks gets an answer; a policy for a hundred roles and a thousand people takes less. */
const MOST_STEPS = { all: 10_000_000, oneAway: 15_000_000, causes: 6_000_000 };

/**
 * Every kind of change, proposed by anybody who may, that cannot get through the gates of its way, whoever takes up its
 * duties and however they vote; and those that cannot while one person is away.
 *
 * The best case is taken: everybody who may approve does, and every field is filled. One person has a duty all the way.
 * A field whose author a rule names has an author, whether or not it must be filled. An exception that might let a change
 * pass, and a role that somebody hands over for a time, are left out: nobody must have to rely on them.
 *
 * There are policies for which all of this cannot be told in any time that somebody would wait. After so many steps it is
 * given up, and the report says what was not checked to the end; what it does list is so all the same.
 *
 * @param holders Who holds each role today.
 */
export function findDeadEnds(
  policy: Policy,
  holders: Holders,
  { today, mostCells = MOST_CELLS, oneAway = true, mostSteps }: SatisfiabilityOptions = {},
): SatisfiabilityReport {
  const space = cellsOf(policy, decidingConditions(policy), 'unanswered', mostCells);
  const { situations, shut } = situationsOf(policy, space, today);
  const inquiry: Inquiry = {
    search: { left: mostSteps ?? MOST_STEPS.all },
    causes: { left: MOST_STEPS.causes },
    cores: [],
  };
  const awayInquiry: Inquiry = { ...inquiry, search: { left: mostSteps ?? MOST_STEPS.oneAway } };
  const judged = situations.map((situation) => judge(situation, holders, inquiry));
  const missed = judged.map((one) => (oneAway && one !== undefined ? cellsStuckWithout(one, awayInquiry) : undefined));
  const typesAt = (isMeant: (index: number) => boolean) =>
    typesOf(
      policy,
      situations.filter((_, index) => isMeant(index)),
    );
  const description = descriptionOf(space.dimensions, situations);
  const group = (stuck: readonly StuckCells[]) => deadEndsOf(stuck, policy, description);
  return {
    deadEnds: group([...shut.map(cellsShut), ...judged.flatMap((one) => (one === undefined ? [] : cellsStuck(one)))]),
    fragile: everybodyIn(holders).flatMap((without) => {
      const deadEnds = group(missed.flatMap((one) => one?.byPerson.get(without) ?? []));
      return deadEnds.length === 0 ? [] : [{ without, deadEnds }];
    }),
    cells: space.cells.length,
    notToldApart: space.notToldApart,
    notChecked: {
      all: typesAt((index) => (judged[index]?.fates.unsure.length ?? 1) > 0),
      oneAway: oneAway ? typesAt((index) => missed[index]?.isUnsure ?? true) : [],
    },
  };
}

/** The change types of which there are changes in these situations, in the order of the policy. */
function typesOf({ changeTypes }: Policy, situations: readonly Situation[]): readonly string[] {
  const places = new Set(situations.flatMap(({ cells }) => cells.map(([type]) => type)));
  return changeTypes.filter((_, place) => places.has(place)).map(({ id }) => id);
}

/** All changes of a type, whoever proposes them. */
function cellsShut({ type, path, rules }: ShutWay): StuckCells {
  const why = rules.every(({ kind }) => kind === 'standard-catalogue') ? 'no-entry' : 'closed';
  const gate = PATHS[path].find((candidate) => rules.some(({ gates }) => gates.includes(candidate))) ?? PATHS[path][0];
  return { cause: { why, roles: [], rules, gate }, path, requesters: 'any', cells: [[type]] };
}
