import { partsOf, rolesIn, type Requirement } from '../../approval/requirement';
import type { Truth } from '../condition';
import { spend, within, type Budget } from './budget';
import { partsNeeded, placesOf } from './needs';
import type { Population } from './people';
import { seatingOf, type Supply } from './seating';

/** How many people of each class may vote; of a class that is left out, nobody. */
export interface Electorate {
  readonly population: Population;
  readonly free: ReadonlyMap<number, number>;
}

/** Steps after which it is given up to seat people for one requirement. */
const MOST_STEPS = 300_000;

/**
 * Whether the requirement is met when everybody who may vote approves. An order changes nothing: they can vote in it.
 * @param distinct Nobody fills two places: what makes it hard to tell, so that it may stay unknown.
 */
export function canBeMet(requirement: Requirement, electorate: Electorate, distinct: boolean, budget: Budget): Truth {
  if (!spend(budget, electorate.free.size)) return 'unknown';
  if (!isMet(requirement, electorate)) return 'no';
  if (!distinct || hasToSpare(requirement, electorate, 0)) return 'yes';
  const { seating } = seated(requirement, electorate, budget);
  if (seating === 'unknown') return 'unknown';
  return seating === undefined ? 'no' : 'yes';
}

/**
 * Classes of people without which a requirement that is met may not be met any more: so many people of other classes can
 * lose their votes and it still is. Perhaps more classes than need be.
 */
export function pivotsOf(
  requirement: Requirement,
  electorate: Electorate,
  distinct: boolean,
  lost: number,
  budget: Budget,
): ReadonlySet<number> {
  if (!distinct) return pivotsOfPart(requirement, electorate, lost);
  if (hasToSpare(requirement, electorate, lost)) return new Set();
  const { seating, supplies } = seated(requirement, electorate, budget);
  if (seating === undefined || seating === 'unknown') return new Set(electorate.free.keys());
  // Everybody stays seated while no class loses more people than have no place.
  const scarce = supplies.filter(({ count }, index) => {
    const taken = seating[index] ?? 0;
    return taken > 0 && count - taken < lost;
  });
  return new Set(scarce.flatMap(({ groups }) => groups));
}

function pivotsOfPart(requirement: Requirement, electorate: Electorate, lost: number): ReadonlySet<number> {
  if ('role' in requirement) {
    const toSpare = votersIn(requirement.role, electorate) - needed(requirement, electorate);
    return new Set(toSpare >= lost ? [] : groupsIn(requirement.role, electorate));
  }
  const met = partsOf(requirement).filter((part) => isMet(part, electorate));
  const safest = met.map((part) => pivotsOfPart(part, electorate, lost)).sort((a, b) => a.size - b.size);
  return new Set(safest.slice(0, partsNeeded(requirement)).flatMap((groups) => [...groups]));
}

function isMet(requirement: Requirement, electorate: Electorate): boolean {
  if ('role' in requirement) return votersIn(requirement.role, electorate) >= needed(requirement, electorate);
  const met = partsOf(requirement).filter((part) => isMet(part, electorate));
  return met.length >= partsNeeded(requirement);
}

function needed(requirement: Extract<Requirement, { readonly role: string }>, { population }: Electorate): number {
  return placesOf(requirement, population.sizes.get(requirement.role) ?? 0);
}

function votersIn(role: string, electorate: Electorate): number {
  return groupsIn(role, electorate).reduce((sum, group) => sum + (electorate.free.get(group) ?? 0), 0);
}

function groupsIn(role: string, { population }: Electorate): readonly number[] {
  return population.groupsWith.get(role) ?? [];
}

/**
 * Whether every place can be taken one after the other without a thought: of each role there are as many people as there
 * are places in all, and so many more.
 */
function hasToSpare(requirement: Requirement, electorate: Electorate, more: number): boolean {
  const leaves = leavesOf(requirement);
  const places = leaves.reduce((sum, leaf) => sum + needed(leaf, electorate), more);
  return leaves.every(({ role }) => votersIn(role, electorate) >= places);
}

function leavesOf(requirement: Requirement): readonly Extract<Requirement, { readonly role: string }>[] {
  return 'role' in requirement ? [requirement] : partsOf(requirement).flatMap(leavesOf);
}

interface Alike extends Supply {
  readonly groups: readonly number[];
}

function seated(
  requirement: Requirement,
  electorate: Electorate,
  budget: Budget,
): { readonly supplies: readonly Alike[]; readonly seating: ReturnType<typeof seatingOf> } {
  const supplies = alikeFor(requirement, electorate);
  const { sizes } = electorate.population;
  const seating = within(budget, MOST_STEPS, (own) => seatingOf(requirement, supplies, sizes, own));
  return { supplies, seating };
}

/** Everybody who may vote, together with those who hold the same of the roles that the requirement names. */
function alikeFor(requirement: Requirement, { population: { classes }, free }: Electorate): readonly Alike[] {
  const named = rolesIn(requirement);
  const alike = new Map<string, { roles: ReadonlySet<string>; count: number; groups: number[] }>();
  for (const [group, count] of free) {
    const roles = named.filter((role) => classes[group]?.roles.has(role));
    const key = roles.join('\n');
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { roles: new Set(roles), count, groups: [group] });
    else {
      known.count += count;
      known.groups.push(group);
    }
  }
  return [...alike.values()];
}
