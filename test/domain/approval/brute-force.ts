import type { Requirement } from '../../../src/domain/approval/requirement';

/** An approval as the meaning knows it: who gave it for whom, in which roles. Its index is its place in time. */
export interface Given {
  readonly by: string;
  readonly holder: string;
  readonly roles: readonly string[];
  readonly place: number;
}

export interface Meaning {
  readonly given: readonly Given[];
  /** Whether nobody may fill two places. */
  readonly distinct: boolean;
  /** How many of a role a share is. */
  needed(percent: number, role: string): number;
}

/** One way to meet a requirement: which approvals were used (as bits), and the place of the last of them. */
interface Outcome {
  readonly used: number;
  readonly end: number;
}

/**
 * Written down anew from the meaning, by listing every way there is: all places at which a requirement can have been
 * completed by approvals from a place on. Where people must differ, ways are told apart by the approvals they use.
 */
export function completions(requirement: Requirement, meaning: Meaning): readonly number[] {
  return ways(requirement, { used: 0, end: 0 }, 0, meaning).map(({ end }) => end);
}

function ways(requirement: Requirement, before: Outcome, from: number, meaning: Meaning): readonly Outcome[] {
  if ('percent' in requirement) {
    return quorums(requirement.role, meaning.needed(requirement.percent, requirement.role), before, from, meaning);
  }
  if ('role' in requirement) {
    const atLeast = 'atLeast' in requirement ? Math.max(1, requirement.atLeast) : 1;
    return quorums(requirement.role, atLeast, before, from, meaning);
  }
  if ('anyOf' in requirement) {
    return distinct(requirement.anyOf.flatMap((part) => ways(part, before, from, meaning)));
  }
  if ('allOf' in requirement) {
    if (requirement.allOf.length === 0) return [];
    if (requirement.inOrder !== true) return together(requirement.allOf, before, from, meaning);
    return requirement.allOf.reduce<readonly Outcome[]>(
      (reached, part) => distinct(reached.flatMap((way) => ways(part, way, way.end, meaning))),
      [{ used: before.used, end: from }],
    );
  }
  const { of } = requirement;
  const wanted = Math.max(1, requirement.atLeast);
  const choices = subsets(of).filter((parts) => parts.length === wanted);
  return distinct(choices.flatMap((parts) => together(parts, before, from, meaning)));
}

function together(parts: readonly Requirement[], before: Outcome, from: number, meaning: Meaning): readonly Outcome[] {
  return parts.reduce<readonly Outcome[]>(
    (reached, part) =>
      distinct(
        reached.flatMap((way) =>
          ways(part, way, from, meaning).map(({ used, end }) => ({ used, end: Math.max(way.end, end) })),
        ),
      ),
    [{ used: before.used, end: from }],
  );
}

/** Every choice of so many approvals in a role, by as many holders. */
function quorums(role: string, count: number, before: Outcome, from: number, meaning: Meaning): readonly Outcome[] {
  if (count > meaning.given.length) return [];
  const able = meaning.given.map((_given, index) => index).filter((index) => isAble(index, role, from, meaning));
  const outcomes = subsets(able)
    .filter((chosen) => chosen.length === count)
    .filter((chosen) => new Set(chosen.map((index) => meaning.given[index]?.holder)).size === count)
    .filter((chosen) => !meaning.distinct || areStrangers([...bitsOf(before.used), ...chosen], meaning))
    .map((chosen) => ({
      used: meaning.distinct ? chosen.reduce((used, index) => used | (1 << index), before.used) : 0,
      end: Math.max(from, ...chosen.map((index) => meaning.given[index]?.place ?? Infinity)),
    }));
  return distinct(outcomes);
}

function isAble(index: number, role: string, from: number, { given }: Meaning): boolean {
  const approval = given[index];
  return approval !== undefined && approval.place >= from && approval.roles.includes(role);
}

/** Whether no two of these approvals share a person. */
function areStrangers(chosen: readonly number[], { given }: Meaning): boolean {
  const people = chosen.flatMap((index) => [...new Set([given[index]?.by, given[index]?.holder])]);
  return new Set(people).size === people.length;
}

function bitsOf(used: number): readonly number[] {
  return Array.from({ length: 31 }, (_, index) => index).filter((index) => (used & (1 << index)) !== 0);
}

export function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.reduce<readonly (readonly T[])[]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]]);
}

function distinct(outcomes: readonly Outcome[]): readonly Outcome[] {
  return [...new Map(outcomes.map((outcome) => [`${String(outcome.used)} ${String(outcome.end)}`, outcome])).values()];
}
