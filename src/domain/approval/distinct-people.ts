import type { Finding } from '../policy/evaluation';
import type { Reason } from '../reason';
import { holdersNeeded, type HoldersWanted } from './holders-needed';
import type { Looked, LookingTerms } from './look-at-requirement';
import { partsOf, type Requirement } from './requirement';
import { approvedBy, isApprovalIn } from './role-findings';
import type { Voice } from './voice';

/** How many voices may be tried in places before the search gives up and the requirement counts as not met. */
const TRIES = 5000;

/** A way of filling the places of a requirement, with the voices that fill them. */
interface Way {
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
  const counting = voices.filter(({ vote, weight }) => weight === 'stands' && vote.decision === 'approve');
  const ends = new Set(counting.map(({ place }) => place).filter((place) => place >= first));
  for (const end of ends) {
    const search: Search = { voices: counting.filter(({ place }) => place <= end), terms, left: TRIES };
    for (const { findings, place } of waysTo(requirement, search, 0, [])) {
      const [finding] = findings;
      if (finding !== undefined) return { finding, place };
    }
  }
  return undefined;
}

/** Ways to meet one requirement with votes from a place on, by people who fill no place yet; each has one finding. */
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
  const ordered = 'allOf' in requirement && requirement.inOrder === true;
  const start: Way = { findings: [], place: after, taken };
  for (const way of waysToSome(parts, needed, ordered, search, after, start)) {
    const reason: Reason =
      'allOf' in requirement
        ? { code: 'all-of' }
        : 'anyOf' in requirement
          ? { code: 'any-of' }
          : { code: 'at-least', needed, have: needed };
    yield { ...way, findings: [{ met: 'yes', reason, parts: way.findings }] };
  }
}

/** Ways to meet so many of the parts, added to a way to meet those before. */
function* waysToSome(
  parts: readonly Requirement[],
  needed: number,
  ordered: boolean,
  search: Search,
  after: number,
  before: Way,
): Generator<Way, void, undefined> {
  if (needed === 0) {
    yield before;
    return;
  }
  const [part, ...rest] = parts;
  if (part === undefined || parts.length < needed) return;
  for (const way of waysTo(part, search, ordered ? before.place : after, before.taken)) {
    const both: Way = {
      findings: [...before.findings, ...way.findings],
      place: Math.max(before.place, way.place),
      taken: way.taken,
    };
    yield* waysToSome(rest, needed - 1, ordered, search, after, both);
  }
  yield* waysToSome(rest, needed, ordered, search, after, before);
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
  const places = Array.from({ length: needed.value }, () => ({ role }));
  const start: Way = { findings: [], place: after, taken };
  for (const way of waysToSome(places, needed.value, true, search, after, start)) {
    yield { ...way, findings: [{ met: 'yes', reason, parts: way.findings }] };
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
    if (search.left <= 0) return;
    search.left -= 1;
    if (taken.some((other) => isSamePerson(other, voice))) continue;
    yield { findings: [approvedBy(voice, role)], place: voice.place, taken: [...taken, voice] };
  }
}

/** Whether two voices share a person: whoever voted, or whoever handed the role over. */
function isSamePerson(one: Voice, other: Voice): boolean {
  return [one.vote.by, one.holder].some((person) => person === other.vote.by || person === other.holder);
}
