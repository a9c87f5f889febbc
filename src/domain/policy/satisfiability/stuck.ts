import type { AccountId } from '../../change/identity';
import { causesOf, causeWithoutProposer, dependsOnRequester, proposersOf, rolesOf, type Cause } from './cause';
import { demandsOf, type Demands } from './demands';
import { canBeArranged } from './hands';
import type { StuckCells } from './grouping';
import { NO_ROLE, populationOf, withOneLess, type Holders, type Population } from './people';
import type { Situation } from './situations';

/** A change that gets stuck, by the class of whoever proposes it; null where nobody may. */
interface Stuck {
  readonly cause: Cause;
  readonly proposer: number | null;
}

/** A situation with the people as far as it can tell them apart, and who gets stuck. */
export interface JudgedSituation {
  readonly situation: Situation;
  readonly demands: Demands;
  readonly population: Population;
  readonly stuck: readonly Stuck[];
}

export function judge(situation: Situation, holders: Holders): JudgedSituation {
  const population = populationOf(holders, rolesOf(situation.way.rules));
  const demands = demandsOf(situation.way.rules, situation.way);
  return { situation, demands, population, stuck: stuckIn(situation, demands, population) };
}

/** The cells in which somebody is stuck, together for all who are stopped by the same cause. */
export function cellsStuck({ situation, population, stuck }: JudgedSituation): readonly StuckCells[] {
  return described(situation, stuck, population, undefined);
}

/**
 * The cells in which somebody is stuck only while a person is away, by that person. People whom the situation cannot tell
 * apart are missed alike.
 */
export function cellsStuckWithout({
  situation,
  demands,
  population,
  stuck,
}: JudgedSituation): ReadonlyMap<AccountId, readonly StuckCells[]> {
  const missed = new Map<AccountId, readonly StuckCells[]>();
  for (const [absent, { members }] of population.classes.entries()) {
    if (absent === NO_ROLE) continue;
    const others = withOneLess(population, absent);
    const fresh = stuckIn(situation, demands, others).filter(
      ({ proposer }) => !stuck.some((before) => before.proposer === proposer || before.proposer === null),
    );
    if (fresh.length === 0) continue;
    for (const person of members) missed.set(person, described(situation, fresh, others, person));
  }
  return missed;
}

function stuckIn({ way }: Situation, demands: Demands, population: Population): readonly Stuck[] {
  const proposers = proposersOf(way, population);
  if (proposers.length === 0) return [{ cause: causeWithoutProposer(way, population), proposer: null }];
  const causesFor = (proposer: number) =>
    canBeArranged(demands, population, proposer) ? [] : causesOf(way, population, proposer);
  if (dependsOnRequester(demands)) {
    return proposers.flatMap((proposer) => causesFor(proposer).map((cause) => ({ cause, proposer })));
  }
  const causes = proposers.slice(0, 1).flatMap(causesFor);
  return causes.flatMap((cause) => proposers.map((proposer) => ({ cause, proposer })));
}

function described(
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
  return [...causes.values()].map(({ cause, proposers }) => {
    const accounts = proposers.flatMap((proposer) => accountsOf(proposer, population));
    const requesters = all > 0 && proposers.length === all ? 'any' : accounts.filter((account) => account !== absent);
    return { cause, path, cells, requesters };
  });
}

function accountsOf(proposer: number | null, { classes }: Population): readonly (AccountId | null)[] {
  if (proposer === null) return [];
  const members = classes[proposer]?.members ?? [];
  return proposer === NO_ROLE ? [null, ...members] : members;
}
