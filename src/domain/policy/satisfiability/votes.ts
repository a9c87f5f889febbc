import { holdersNeeded } from '../../approval/holders-needed';
import { partsOf, type Requirement } from '../../approval/requirement';
import { known } from '../../change/change-facts';
import type { Population } from './people';

/** How many people of each class may vote. */
export interface Electorate {
  readonly population: Population;
  readonly free: readonly number[];
}

/** People who were given a place in a requirement, by class, and the roles of the places that they have. */
interface Seating {
  readonly taken: readonly number[];
  readonly places: readonly { readonly role: string; readonly group: number }[];
}

/**
 * Whether the requirement is met when everybody who may vote approves. An order changes nothing: they can vote in it.
 * @param distinct Nobody fills two places.
 */
export function canBeMet(requirement: Requirement, electorate: Electorate, distinct: boolean): boolean {
  if (!distinct) return isMet(requirement, electorate);
  const nobody: Seating = { taken: electorate.free.map(() => 0), places: [] };
  return isSeated(requirement, electorate, nobody, () => true);
}

/** How many people a role, or so many or so large a share of its holders, stands for. */
export function placesOf(requirement: Extract<Requirement, { readonly role: string }>, size: number): number {
  if (!('atLeast' in requirement) && !('percent' in requirement)) return 1;
  const needed = holdersNeeded(requirement, { [requirement.role]: known(size) });
  return needed.state === 'known' ? needed.value : Number.POSITIVE_INFINITY;
}

/** How many parts have to be met: never none. */
export function partsNeeded(requirement: Exclude<Requirement, { readonly role: string }>): number {
  if ('allOf' in requirement) return Math.max(1, requirement.allOf.length);
  return 'anyOf' in requirement ? 1 : Math.max(1, requirement.atLeast);
}

function isMet(requirement: Requirement, electorate: Electorate): boolean {
  if ('role' in requirement) return votersIn(requirement.role, electorate) >= needed(requirement, electorate);
  const met = partsOf(requirement).filter((part) => isMet(part, electorate));
  return met.length >= partsNeeded(requirement);
}

function needed(requirement: Extract<Requirement, { readonly role: string }>, { population }: Electorate): number {
  return placesOf(requirement, population.sizes.get(requirement.role) ?? 0);
}

function votersIn(role: string, { population, free }: Electorate): number {
  return population.classes.reduce((sum, { roles }, index) => (roles.has(role) ? sum + (free[index] ?? 0) : sum), 0);
}

/** Whether the requirement, and then whatever else is to be seated, finds people besides those who are seated. */
function isSeated(
  requirement: Requirement,
  electorate: Electorate,
  seating: Seating,
  rest: (seating: Seating) => boolean,
): boolean {
  if (!('role' in requirement)) {
    return isSomeSeated(partsOf(requirement), partsNeeded(requirement), electorate, seating, rest);
  }
  const places = needed(requirement, electorate);
  // Also keeps a share of a huge role from being seated one by one in vain.
  if (votersIn(requirement.role, electorate) < places) return false;
  let seated: Seating | undefined = seating;
  for (let place = 0; place < places && seated !== undefined; place += 1) {
    seated = oneMore(requirement.role, electorate, seated);
  }
  return seated !== undefined && rest(seated);
}

function isSomeSeated(
  parts: readonly Requirement[],
  wanted: number,
  electorate: Electorate,
  seating: Seating,
  rest: (seating: Seating) => boolean,
): boolean {
  if (wanted === 0) return rest(seating);
  const [part, ...others] = parts;
  if (part === undefined || parts.length < wanted) return false;
  return (
    isSeated(part, electorate, seating, (after) => isSomeSeated(others, wanted - 1, electorate, after, rest)) ||
    isSomeSeated(others, wanted, electorate, seating, rest)
  );
}

/** One more place is filled, if need be by people who change places. */
function oneMore(role: string, electorate: Electorate, seating: Seating): Seating | undefined {
  return moved(role, electorate, seating, new Set());
}

function moved(
  role: string,
  electorate: Electorate,
  { taken, places }: Seating,
  tried: Set<number>,
): Seating | undefined {
  for (const [group, { roles }] of electorate.population.classes.entries()) {
    if (!roles.has(role) || tried.has(group)) continue;
    tried.add(group);
    const grown = places.concat({ role, group });
    if ((taken[group] ?? 0) < (electorate.free[group] ?? 0)) {
      return { taken: taken.with(group, (taken[group] ?? 0) + 1), places: grown };
    }
    for (const [index, place] of places.entries()) {
      if (place.group !== group) continue;
      const without: Seating = { taken, places: grown.toSpliced(index, 1) };
      const result = moved(place.role, electorate, without, tried);
      if (result !== undefined) return result;
    }
  }
  return undefined;
}
