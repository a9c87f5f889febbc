import type { Truth } from '../condition';
import { spend, type Budget } from './budget';
import type { Cast } from './cast';
import type { Ballot, Hand, Somebody } from './demands';
import { canBeMet, pivotsOf, type Electorate } from './votes';

/** One person, known by the class; two of a class are two objects. */
export interface Person {
  readonly group: number;
}

/** Who has which duty. */
export type Arrangement = ReadonlyMap<Hand, Person>;

/** Whether every one of these approvals can be given while people have these duties. */
export function areApproved(ballots: Iterable<Ballot>, cast: Cast, arrangement: Arrangement, budget: Budget): Truth {
  let isUnsure = false;
  for (const ballot of ballots) {
    const { requirement, distinctPeople } = ballot.rule;
    const truth = canBeMet(requirement, votersOf(ballot, cast, arrangement), distinctPeople === true, budget);
    if (truth === 'no') return 'no';
    if (truth === 'unknown') isUnsure = true;
  }
  return isUnsure ? 'unknown' : 'yes';
}

/**
 * Whether whoever is asked for holds the roles, and has a vote that counts; where nobody has the duty, or not yet, whether
 * anybody does: more duties only take votes away.
 */
export function isThere(somebody: Somebody, cast: Cast, arrangement: Arrangement): boolean {
  const { hands, approved } = somebody;
  const [hand] = hands;
  const person = hand === undefined ? undefined : arrangement.get(hand);
  if (approved === undefined) {
    // The roles of somebody with a duty were looked at when the duty was given.
    return person !== undefined || peopleWhoFit(somebody, cast).some(([, count]) => count > 0);
  }
  return approved.some((ballot) => {
    const { free } = votersOf(ballot, cast, arrangement);
    if (person === undefined) return peopleWhoFit(somebody, cast).some(([group]) => (free.get(group) ?? 0) > 0);
    return (free.get(person.group) ?? 0) > 0 && !ballot.barred.some((duty) => arrangement.get(duty) === person);
  });
}

/**
 * Classes of people without so many of which an approval may be missing that is given now, or somebody who is asked for
 * without a duty. Perhaps more classes than need be.
 */
export function pivotal(cast: Cast, arrangement: Arrangement, lost: number, budget: Budget): ReadonlySet<number> {
  const pivots = new Set<number>();
  for (const ballot of cast.demands.ballots) {
    const { requirement, distinctPeople } = ballot.rule;
    const electorate = votersOf(ballot, cast, arrangement);
    spend(budget, electorate.free.size);
    for (const group of pivotsOf(requirement, electorate, distinctPeople === true, lost, budget)) pivots.add(group);
  }
  for (const somebody of cast.demands.people) {
    if (somebody.hands.length > 0) continue;
    for (const group of pivotsForSomebody(somebody, cast, arrangement, lost)) pivots.add(group);
  }
  return pivots;
}

function pivotsForSomebody(somebody: Somebody, cast: Cast, arrangement: Arrangement, lost: number): readonly number[] {
  const fitting = peopleWhoFit(somebody, cast);
  const ways = somebody.approved?.map((ballot) => {
    const { free } = votersOf(ballot, cast, arrangement);
    return fitting.map(([group]) => [group, free.get(group) ?? 0] as const);
  }) ?? [fitting];
  const isSafe = ways.some((way) => way.reduce((sum, [, count]) => sum + count, 0) > lost);
  return isSafe ? [] : fitting.map(([group]) => group);
}

function peopleWhoFit(somebody: Somebody, { somebodies, population }: Cast): readonly (readonly [number, number])[] {
  return [...(somebodies.get(somebody) ?? [])].map((group) => [group, population.classes[group]?.count ?? 0] as const);
}

/** How many people of each class have a vote that counts: those who hold a role that is asked for, less the barred. */
function votersOf(ballot: Ballot, { population, voters }: Cast, arrangement: Arrangement): Electorate {
  const free = new Map<number, number>();
  for (const group of voters.get(ballot) ?? []) {
    free.set(group, population.classes[group]?.count ?? 0);
  }
  for (const person of new Set(ballot.barred.map((duty) => arrangement.get(duty)))) {
    const count = person === undefined ? undefined : free.get(person.group);
    if (person !== undefined && count !== undefined) free.set(person.group, count - 1);
  }
  return { population, free };
}
