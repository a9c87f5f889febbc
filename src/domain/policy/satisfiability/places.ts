import { partsOf, type Requirement } from '../../approval/requirement';
import { partsNeeded, placesOf } from './needs';

/** Places that any holder of one of some roles can take; all of them are taken, or none. */
export interface Seats {
  readonly roles: readonly string[];
  readonly places: number;
}

/** So many places have to be taken among some seats. */
export interface Group {
  readonly need: number;
  readonly seats: readonly Seats[];
}

/** So many of some parts have to be filled as a whole, at least one of which has more than one place. */
export interface Choice {
  readonly need: number;
  readonly parts: readonly Part[];
}

/** A part of a requirement: all of its groups, and of every choice enough. */
export interface Part {
  readonly groups: readonly Group[];
  readonly choices: readonly Choice[];
}

/**
 * The places that a requirement asks people for, with as few choices as possible: "any of these roles" is one place that
 * holders of any of them can take, and "two of these roles" is two of so many places. Undefined: it can never be met.
 */
export function partOf(requirement: Requirement, sizes: ReadonlyMap<string, number>): Part | undefined {
  if ('role' in requirement) {
    const places = placesOf(requirement, sizes.get(requirement.role) ?? 0);
    if (!Number.isFinite(places)) return undefined;
    return { groups: [{ need: places, seats: [{ roles: [requirement.role], places }] }], choices: [] };
  }
  const need = partsNeeded(requirement);
  const parts = partsOf(requirement).flatMap((part) => partOf(part, sizes) ?? []);
  return some(need, parts);
}

/** So many of these parts; undefined where there are not as many. */
export function some(need: number, parts: readonly Part[]): Part | undefined {
  if (parts.length < need) return undefined;
  if (parts.length === need) return both(parts);
  const single = parts.flatMap((part) => singleSeat(part) ?? []);
  if (single.length < parts.length) return { groups: [], choices: [{ need, parts }] };
  if (need > 1) return { groups: [{ need, seats: single }], choices: [] };
  const roles = [...new Set(single.flatMap((seat) => seat.roles))];
  return { groups: [{ need: 1, seats: [{ roles, places: 1 }] }], choices: [] };
}

/** All of these parts. */
export function both(parts: readonly Part[]): Part {
  return { groups: parts.flatMap(({ groups }) => groups), choices: parts.flatMap(({ choices }) => choices) };
}

/** The only place of a part that has one. */
function singleSeat({ groups, choices }: Part): Seats | undefined {
  const [group, ...others] = groups;
  const [seats] = group?.seats ?? [];
  const isOne = choices.length === 0 && others.length === 0 && group?.seats.length === 1 && group.need === 1;
  return isOne ? seats : undefined;
}

/** How many people a part takes at least. */
export function fewestPlaces({ groups, choices }: Part): number {
  return sum(groups.map(({ need }) => need)) + sum(choices.map(fewestOfChoice));
}

/**
 * What is asked of people however a choice is made: as many places as the smallest of its parts have, among the places of
 * all. Who cannot fill that cannot fill any choice.
 */
export function atLeastOf(choice: Choice): Group {
  return { need: fewestOfChoice(choice), seats: choice.parts.flatMap(seatsOf) };
}

function fewestOfChoice({ need, parts }: Choice): number {
  return sum(
    parts
      .map(fewestPlaces)
      .sort((a, b) => a - b)
      .slice(0, need),
  );
}

function seatsOf({ groups, choices }: Part): readonly Seats[] {
  return [...groups.flatMap(({ seats }) => seats), ...choices.flatMap(({ parts }) => parts.flatMap(seatsOf))];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
