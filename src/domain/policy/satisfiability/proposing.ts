import type { Budget } from './budget';
import type { Cast } from './cast';
import { dependsOnRequester } from './demands';
import { arrange, crewOf, isHopeless, suits, type Crew } from './hands';

/** What becomes of the changes of those who may propose one, by class. */
export interface Fates {
  readonly stuck: readonly number[];
  /** Of whom it could not be told. */
  readonly unsure: readonly number[];
  /** Of everybody else: people for all duties. */
  readonly passing: ReadonlyMap<number, Crew>;
}

/** Whose changes get through, and whose do not. People who were found for one are tried for the next as well. */
export function fatesOf(cast: Cast, proposers: readonly number[], budget: Budget): Fates {
  const [first] = proposers;
  if (first === undefined) return { stuck: [], unsure: [], passing: new Map() };
  if (budget.left < 0) return { stuck: [], unsure: proposers, passing: new Map() };
  if (isHopeless(cast, budget)) return { stuck: proposers, unsure: [], passing: new Map() };
  if (!dependsOnRequester(cast.demands)) {
    const found = arrange(cast, first, budget);
    if (found === undefined) return { stuck: proposers, unsure: [], passing: new Map() };
    if (found === 'unknown') return { stuck: [], unsure: proposers, passing: new Map() };
    const crew = crewOf(found, cast, budget);
    return { stuck: [], unsure: [], passing: new Map(proposers.map((proposer) => [proposer, crew])) };
  }
  const stuck: number[] = [];
  const unsure: number[] = [];
  const crews: Crew[] = [];
  const passing = new Map<number, Crew>();
  for (const proposer of proposers) {
    const suiting = crews.find((crew) => suits(crew, cast, { requester: proposer }, budget));
    const found = suiting?.arrangement ?? arrange(cast, proposer, budget);
    if (found === undefined) stuck.push(proposer);
    else if (found === 'unknown') unsure.push(proposer);
    else {
      const crew = suiting ?? crewOf(found, cast, budget);
      if (suiting === undefined) crews.push(crew);
      passing.set(proposer, crew);
    }
  }
  return { stuck, unsure, passing };
}
