import type { Requirement } from '../../approval/requirement';
import { spend, type Budget } from './budget';
import { drawNetwork, largestFlow } from './flow';
import { atLeastOf, both, fewestPlaces, partOf, some, type Choice, type Group, type Part } from './places';

/** People who are alike for a requirement: they hold the same of its roles. */
export interface Supply {
  readonly roles: ReadonlySet<string>;
  readonly count: number;
}

/**
 * How many of each supply take a place when a requirement is filled by people none of whom takes two; undefined where
 * nobody can fill it so, `unknown` where the budget does not last to tell.
 *
 * All places that have to be filled anyway are filled together (people and places are a network, the most that flows
 * through it fills the most places). Only a choice between parts of several places is tried out, and given up as soon as
 * the fewest places that it leaves are too many.
 * @param sizes How many people hold each role, of which a share may be asked for.
 */
export function seatingOf(
  requirement: Requirement,
  supplies: readonly Supply[],
  sizes: ReadonlyMap<string, number>,
  budget: Budget,
): readonly number[] | 'unknown' | undefined {
  const part = partOf(requirement, sizes);
  return part === undefined ? undefined : filled(part, supplies, budget);
}

function filled(
  { groups, choices }: Part,
  supplies: readonly Supply[],
  budget: Budget,
): readonly number[] | 'unknown' | undefined {
  const taken = flowInto([...groups, ...choices.map(atLeastOf)], supplies, budget);
  const [choice, ...others] = choices;
  if (choice === undefined || taken === undefined || taken === 'unknown') return taken;
  for (const way of waysOf(choice)) {
    const result = filled(both([{ groups, choices: others }, way]), supplies, budget);
    // Not known is said where nothing is left to spend: nothing will be for the next way either.
    if (result !== undefined) return result;
  }
  return undefined;
}

/** A choice with the part that takes the fewest places, and without it and all that are the same. */
function waysOf({ need, parts }: Choice): readonly Part[] {
  const [first, ...rest] = parts.toSorted((a, b) => fewestPlaces(a) - fewestPlaces(b));
  if (first === undefined) return [];
  const same = JSON.stringify(first);
  const withIt = need > 1 ? some(need - 1, rest) : { groups: [], choices: [] };
  const without = some(
    need,
    rest.filter((part) => JSON.stringify(part) !== same),
  );
  return [...(withIt === undefined ? [] : [both([first, withIt])]), ...(without === undefined ? [] : [without])];
}

const FROM = 0;
const TO = 1;

function flowInto(
  groups: readonly Group[],
  supplies: readonly Supply[],
  budget: Budget,
): readonly number[] | 'unknown' | undefined {
  const { network, join, used } = drawNetwork();
  const people = supplies.map(({ count }, index) => join(TO + 1 + index, TO, count));
  let node = TO + supplies.length;
  let needed = 0;
  for (const { need, seats } of groups) {
    node += 1;
    const group = node;
    needed += need;
    join(FROM, group, need);
    for (const { roles, places } of seats) {
      node += 1;
      const seat = node;
      join(group, seat, places);
      for (const [index, supply] of supplies.entries()) {
        if (roles.some((role) => supply.roles.has(role))) join(seat, TO + 1 + index, places);
      }
      if (!spend(budget, supplies.length)) return 'unknown';
    }
  }
  const flow = largestFlow(network, FROM, TO, budget);
  if (flow === undefined) return 'unknown';
  return flow < needed ? undefined : people.map(used);
}
