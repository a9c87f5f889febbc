import type { AccountId } from '../change/identity';
import type { CivilDate, Policy } from './policy';
import {
  causesOf,
  causeWithoutProposer,
  dependsOnRequester,
  isPassable,
  proposersOf,
  type Cause,
} from './satisfiability-cause';
import { cellsOf } from './satisfiability-cells';
import { deadEndsOf, type StuckCells } from './satisfiability-grouping';
import { NO_ROLE, populationOf, withOneLess, type PeopleClass, type Population } from './satisfiability-people';
import { PATHS, type DeadEnd, type FragileSpot, type SatisfiabilityReport } from './satisfiability-report';
import { situationsOf, type ShutWay, type Situation } from './satisfiability-situations';
import { decidingConditions } from './satisfiability-ways';

export interface SatisfiabilityOptions {
  /** The day on which the catalogue of standard changes is looked at; absent: no entry has expired. */
  readonly today?: CivilDate;
  /** How many kinds of change are told apart at most. */
  readonly mostCells?: number;
  /** Whether everybody is taken away in turn as well; yes, if absent. */
  readonly oneAway?: boolean;
}

const MOST_CELLS = 5000;

/** A change that gets stuck, by the class of whoever proposes it; null where nobody may. */
interface Stuck {
  readonly cause: Cause;
  readonly proposer: number | null;
}

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
  holders: Readonly<Record<string, readonly AccountId[]>>,
  options: SatisfiabilityOptions = {},
): SatisfiabilityReport {
  const space = cellsOf(policy, decidingConditions(policy), 'unanswered', options.mostCells ?? MOST_CELLS);
  const { situations, shut } = situationsOf(policy, space, options.today);
  const everybody = populationOf(holders);
  const stuck = situations.map((situation) => ({ situation, stuck: stuckIn(situation, everybody) }));
  const cells = stuck.flatMap((one) => stuckCells(one.situation, one.stuck, everybody, undefined));
  const group = (all: readonly StuckCells[]) => deadEndsOf(all, policy, space.dimensions);
  return {
    deadEnds: [...group(shut.map(shutCells)), ...group(cells)],
    fragile: options.oneAway === false ? [] : fragileSpots(stuck, everybody, group),
    cells: space.cells.length,
    notToldApart: space.notToldApart,
  };
}

function stuckIn({ way }: Situation, population: Population): readonly Stuck[] {
  const proposers = proposersOf(way, population);
  if (proposers.length === 0) return [{ cause: causeWithoutProposer(way, population), proposer: null }];
  const causesFor = (proposer: number) =>
    isPassable(way, population, proposer) ? [] : causesOf(way, population, proposer);
  if (dependsOnRequester(way)) {
    return proposers.flatMap((proposer) => causesFor(proposer).map((cause) => ({ cause, proposer })));
  }
  const causes = proposers.slice(0, 1).flatMap(causesFor);
  return causes.flatMap((cause) => proposers.map((proposer) => ({ cause, proposer })));
}

/** The cells of a situation, together for all who are stopped by the same cause. */
function stuckCells(
  { way, path, cells }: Situation,
  stuck: readonly Stuck[],
  population: Population,
  absent: AccountId | undefined,
): readonly StuckCells[] {
  const all = proposersOf(way, population).length;
  const causes = new Map<string, { readonly cause: Cause; readonly proposers: (number | null)[] }>();
  for (const { cause, proposer } of stuck) {
    const key = [cause.why, cause.gate, ...cause.roles, ...cause.rules.map(({ id }) => id)].join('\n');
    const known = causes.get(key) ?? { cause, proposers: [] };
    known.proposers.push(proposer);
    causes.set(key, known);
  }
  return [...causes.values()].map(({ cause, proposers }) => ({
    cause,
    path,
    cells,
    requesters:
      all > 0 && proposers.length === all
        ? 'any'
        : proposers.flatMap((proposer) => accountsOf(proposer, population)).filter((account) => account !== absent),
  }));
}

function accountsOf(proposer: number | null, { classes }: Population): readonly (AccountId | null)[] {
  if (proposer === null) return [];
  return proposer === NO_ROLE ? [null] : (classes[proposer]?.members ?? []);
}

function shutCells({ type, path, rules }: ShutWay): StuckCells {
  const why = rules.every(({ kind }) => kind === 'standard-catalogue') ? 'no-entry' : 'closed';
  const gate = PATHS[path].find((candidate) => rules.some(({ gates }) => gates.includes(candidate))) ?? PATHS[path][0];
  return { cause: { why, roles: [], rules, gate }, path, requesters: 'any', cells: [[type]] };
}

/** What is stopped only while somebody is away; people with the same roles are missed alike. */
function fragileSpots(
  before: readonly { readonly situation: Situation; readonly stuck: readonly Stuck[] }[],
  everybody: Population,
  group: (stuck: readonly StuckCells[]) => readonly DeadEnd[],
): readonly FragileSpot[] {
  return everybody.classes.flatMap((people: PeopleClass, absent) => {
    if (absent === NO_ROLE) return [];
    const others = withOneLess(everybody, absent);
    const stuck = before.map(({ situation, stuck: already }) => ({
      situation,
      stuck: stuckIn(situation, others).filter(
        ({ proposer }) => !already.some((one) => one.proposer === proposer || one.proposer === null),
      ),
    }));
    return people.members.flatMap((without) => {
      const cells = stuck.flatMap((one) => stuckCells(one.situation, one.stuck, others, without));
      return cells.length === 0 ? [] : [{ without, deadEnds: group(cells) }];
    });
  });
}
