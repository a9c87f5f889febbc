import type { Finding } from '../policy/evaluation';
import type { Reason } from '../reason';
import { holdersNeeded, type HoldersWanted } from './holders-needed';
import type { Looked, LookingTerms } from './look-at-requirement';
import { partsOf, type Requirement } from './requirement';
import { approvedBy, isApprovalIn } from './role-findings';
import type { Voice } from './voice';

/** How many voices may be tried in places before the search gives up and the requirement counts as not met. */
const TRIES = 2000;

/** A way to meet a requirement, with the voices that fill the places of it and of those before. */
interface Way extends Looked {
  readonly taken: readonly Voice[];
}

/** A way to meet several requirements, and where the last of them was completed. */
interface Ways {
  readonly findings: readonly Finding[];
  readonly place: number;
  readonly taken: readonly Voice[];
}

interface Search {
  readonly voices: readonly Voice[];
  readonly terms: LookingTerms;
  left: number;
}

/**
 * A way to meet the requirement in which nobody fills two places, neither by the own hand nor through somebody else's:
 * the earliest there is, or nothing. A search that takes too long finds nothing. Because it begins anew with each further
 * vote, a vote more never hides a way that was found without it.
 * @param first The place of the first vote at which the requirement could be met.
 */
export function findDistinctWay(
  requirement: Requirement,
  voices: readonly Voice[],
  terms: LookingTerms,
  first: number,
): Looked | undefined {
  const standing = voices.filter(({ weight }) => weight === 'stands');
  const ends = new Set(standing.map(({ place }) => place).filter((place) => place >= first));
  for (const end of ends) {
    const search: Search = { voices: standing.filter(({ place }) => place <= end), terms, left: TRIES };
    for (const { finding, place } of waysTo(requirement, search, 0, [])) return { finding, place };
  }
  return undefined;
}

/** Ways to meet one requirement with votes from a place on, by people who fill no place yet. */
function* waysTo(
  requirement: Requirement,
  search: Search,
  after: number,
  taken: readonly Voice[],
): Generator<Way, void, undefined> {
  if ('role' in requirement) {
    yield* 'atLeast' in requirement || 'percent' in requirement
      ? waysWithHolders(requirement, search, after, taken)
      : waysWithRole(requirement.role, search, after, taken);
    return;
  }
  const parts = partsOf(requirement);
  const needed = Math.max(1, 'allOf' in requirement ? parts.length : 'anyOf' in requirement ? 1 : requirement.atLeast);
  const isOrdered = 'allOf' in requirement && requirement.inOrder === true;
  const reason = reasonFor(requirement, needed);
  for (const way of waysToSome(parts, needed, isOrdered, search, after, startOf(after, taken))) {
    yield { finding: { met: 'yes', reason, parts: way.findings }, place: way.place, taken: way.taken };
  }
}

function startOf(after: number, taken: readonly Voice[]): Ways {
  return { findings: [], place: after, taken };
}

function reasonFor(requirement: Exclude<Requirement, { readonly role: string }>, needed: number): Reason {
  if ('allOf' in requirement) return { code: 'all-of' };
  return 'anyOf' in requirement ? { code: 'any-of' } : { code: 'at-least', needed, have: needed };
}

/** Ways to meet so many of the parts, added to a way to meet those before. */
function* waysToSome(
  parts: readonly Requirement[],
  needed: number,
  isOrdered: boolean,
  search: Search,
  after: number,
  before: Ways,
): Generator<Ways, void, undefined> {
  if (needed === 0) {
    yield before;
    return;
  }
  const [part, ...rest] = parts;
  if (part === undefined || parts.length < needed) return;
  for (const { finding, place, taken } of waysTo(part, search, isOrdered ? before.place : after, before.taken)) {
    const findings = [...before.findings, finding];
    const both: Ways = { findings, place: Math.max(before.place, place), taken };
    yield* waysToSome(rest, needed - 1, isOrdered, search, after, both);
  }
  yield* waysToSome(rest, needed, isOrdered, search, after, before);
}

function* waysWithHolders(
  wanted: HoldersWanted,
  search: Search,
  after: number,
  taken: readonly Voice[],
): Generator<Way, void, undefined> {
  const needed = holdersNeeded(wanted, search.terms.facts.roleSizes);
  if (needed.state === 'unknown' || needed.value > search.voices.length) return;
  const { role } = wanted;
  const reason: Reason = {
    code: 'enough-of-role',
    role,
    needed: needed.value,
    have: needed.value,
    ...('percent' in wanted && { percent: wanted.percent }),
  };
  // One after the other on the sheet: the same people in another order are no other way.
  const places = Array.from({ length: needed.value }, () => ({ role }));
  for (const way of waysToSome(places, needed.value, true, search, after, startOf(after, taken))) {
    yield { finding: { met: 'yes', reason, parts: way.findings }, place: way.place, taken: way.taken };
  }
}

function* waysWithRole(
  role: string,
  search: Search,
  after: number,
  taken: readonly Voice[],
): Generator<Way, void, undefined> {
  for (const voice of search.voices) {
    if (voice.place < after || !isApprovalIn(voice, role)) continue;
    if (search.left === 0) return;
    search.left -= 1;
    if (taken.some((other) => isSamePerson(other, voice))) continue;
    yield { finding: approvedBy(voice, role), place: voice.place, taken: [...taken, voice] };
  }
}

/** Whether two voices share a person: whoever voted, or whoever handed the role over. */
function isSamePerson(one: Voice, other: Voice): boolean {
  return [one.vote.by, one.holder].some((person) => person === other.vote.by || person === other.holder);
}
