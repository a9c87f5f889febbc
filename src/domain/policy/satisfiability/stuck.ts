import type { AccountId } from '../../change/identity';
import { grouped } from './alike';
import { spend, type Budget } from './budget';
import { castOf, castWithout, type Cast } from './cast';
import { causeWithoutProposer, proposersOf, rolesOf, type Cause } from './cause';
import { causesOf, type Stuck } from './causes';
import { demandsOf, dependsOnRequester } from './demands';
import type { StuckCells } from './grouping';
import { suits, type Crew } from './hands';
import type { Inquiry } from './inquiry';
import { NO_ROLE, populationOf, type Holders, type Population } from './people';
import { fatesOf, type Fates } from './proposing';
import type { Situation } from './situations';

/** A situation with the people as far as it can tell them apart, and who gets stuck. */
export interface JudgedSituation {
  readonly situation: Situation;
  readonly cast: Cast;
  readonly proposers: readonly number[];
  readonly fates: Fates;
  readonly stuck: readonly Stuck[];
}

/** Who gets stuck while one person is away, and whether all of it could be told. */
export interface Missed {
  readonly byPerson: ReadonlyMap<AccountId, readonly StuckCells[]>;
  readonly isUnsure: boolean;
}

/** Undefined, where there is no time left to look. */
export function judge(situation: Situation, holders: Holders, inquiry: Inquiry): JudgedSituation | undefined {
  if (inquiry.search.left < 0) return undefined;
  const { way } = situation;
  const population = populationOf(holders, rolesOf(way.rules));
  spend(inquiry.search, population.classes.length + way.rules.length);
  const cast = castOf(demandsOf(way.rules, way), population);
  const proposers = proposersOf(way, population);
  const fates = fatesOf(cast, proposers, inquiry.search);
  return { situation, cast, proposers, fates, stuck: stuckOf(situation, population, proposers, fates.stuck, inquiry) };
}

/** The cells in which somebody is stuck, together for all who are stopped by the same cause. */
export function cellsStuck({ situation, cast, proposers, stuck }: JudgedSituation): readonly StuckCells[] {
  return described(situation, stuck, cast.population, proposers, undefined);
}

/**
 * The cells in which somebody is stuck only while a person is away, by that person. People whom the situation cannot tell
 * apart are missed alike.
 */
export function cellsStuckWithout(judged: JudgedSituation, inquiry: Inquiry): Missed {
  const { situation, cast, proposers, fates } = judged;
  const byPerson = new Map<AccountId, readonly StuckCells[]>();
  // Whoever may be stuck anyway may be stuck for want of this person.
  let isUnsure = fates.unsure.length > 0;
  // Where nobody may propose a change, nobody can be missed.
  if (proposers.length === 0) return { byPerson, isUnsure };
  const fatesWithout = lookingAgain(judged, inquiry.search);
  for (const [absent, { members, count }] of cast.population.classes.entries()) {
    if (!spend(inquiry.search, 1)) return { byPerson, isUnsure: true };
    const { stuck, unsure } = fatesWithout(absent);
    isUnsure ||= unsure.length > 0;
    const there = proposers.filter((proposer) => proposer !== absent || count > 1);
    if (stuck.length === 0 && there.length > 0) continue;
    const others = castWithout(cast, absent);
    const fresh = stuckOf(situation, others.population, there, stuck, inquiry);
    for (const person of members) byPerson.set(person, described(situation, fresh, others.population, there, person));
  }
  return { byPerson, isUnsure };
}

/**
 * What becomes of those whose changes pass, while somebody is away. All the people who were found for one of them are
 * still there for another, unless nobody can stand in for the one who is away or for the one who proposes: only then it
 * is looked at anew.
 */
function lookingAgain({ cast, fates: { passing } }: JudgedSituation, budget: Budget): (absent: number) => Fates {
  const [first] = passing.values();
  const isClose = ([proposer, crew]: readonly [number, Crew]) => crew !== first || crew.key.has(proposer);
  const close = dependsOnRequester(cast.demands) ? [...passing].filter(isClose) : [];
  return (absent) => {
    const isKey = first?.key.has(absent) === true;
    const others = castWithout(cast, absent);
    const there = (isKey ? [...passing] : close).filter(([proposer]) => countOf(proposer, others) > 0);
    const doubtful = isKey
      ? there
      : there.filter(([proposer, crew]) => !suits(crew, others, { requester: proposer, absent }, budget));
    return fatesOf(
      others,
      doubtful.map(([proposer]) => proposer),
      budget,
    );
  };
}

function countOf(group: number, { population }: Cast): number {
  return population.classes[group]?.count ?? 0;
}

function stuckOf(
  { way }: Situation,
  population: Population,
  proposers: readonly number[],
  stuck: readonly number[],
  inquiry: Inquiry,
): readonly Stuck[] {
  if (proposers.length === 0) return [{ cause: causeWithoutProposer(way, population), proposer: null }];
  return causesOf(way, population, stuck, inquiry);
}

function described(
  { path, cells }: Situation,
  stuck: readonly Stuck[],
  population: Population,
  all: readonly number[],
  absent: AccountId | undefined,
): readonly StuckCells[] {
  const byCause = new Map<Cause, Stuck[]>();
  for (const one of stuck) {
    const known = byCause.get(one.cause);
    if (known === undefined) byCause.set(one.cause, [one]);
    else known.push(one);
  }
  const same = grouped([...byCause], ([{ why, gate, roles, rules }]) => [
    why,
    gate,
    ...roles,
    ...rules.map(({ id }) => id),
  ]);
  return same.map(([[cause], groups]) => {
    const proposers = groups.flatMap(([, ofCause]) => ofCause.map(({ proposer }) => proposer));
    const accounts = proposers.flatMap((proposer) => accountsOf(proposer, population));
    return {
      cause,
      path,
      cells,
      requesters: proposers.length === all.length ? 'any' : accounts.filter((account) => account !== absent),
    };
  });
}

function accountsOf(proposer: number | null, { classes }: Population): readonly (AccountId | null)[] {
  if (proposer === null) return [];
  const members = classes[proposer]?.members ?? [];
  return proposer === NO_ROLE ? [null, ...members] : members;
}
