import type { ChangeFacts } from '../change/change-facts';
import type { Finding } from '../policy/evaluation';
import type { Reason } from '../reason';
import { holdersNeeded } from './holders-needed';
import type { Requirement } from './requirement';
import {
  approvedBy,
  isApprovalIn,
  missingHolders,
  missingRole,
  sizeUnknown,
  type RoleTerms,
  type Turn,
} from './role-findings';
import type { Voice } from './voice';

/** What was found of a requirement, with the place of the vote that completed it: the earliest there can be. */
export interface Looked {
  readonly finding: Finding;
  /** `NEVER` where it is not met; where that is not known, the earliest place at which it could have been. */
  readonly place: number;
}

export type LookingTerms = RoleTerms & { readonly facts: Pick<ChangeFacts, 'roleSizes'> };

/** The place of something that did not happen: after every vote. */
export const NEVER = Number.POSITIVE_INFINITY;

/** The turn of a requirement that nothing comes before. */
export const FROM_THE_START: Turn = { after: 0, steps: [] };

/**
 * Whether voices meet a requirement when it is its turn, and why. A vote at the very place of `turn.after` counts: one
 * vote of somebody with two roles may complete one part and begin the next.
 */
export function lookAt(requirement: Requirement, voices: readonly Voice[], turn: Turn, terms: LookingTerms): Looked {
  if ('percent' in requirement || ('role' in requirement && 'atLeast' in requirement)) {
    return lookAtHolders(requirement, voices, turn, terms);
  }
  if ('role' in requirement) return lookAtRole(requirement.role, voices, turn, terms);
  if ('allOf' in requirement) {
    const { allOf } = requirement;
    const looked =
      requirement.inOrder === true ? lookInOrder(allOf, voices, turn, terms) : lookAtEach(allOf, voices, turn, terms);
    return joined(looked, allOf.length, () => ({ code: 'all-of' }));
  }
  if ('anyOf' in requirement) {
    return joined(lookAtEach(requirement.anyOf, voices, turn, terms), 1, () => ({ code: 'any-of' }));
  }
  const { atLeast: needed, of } = requirement;
  return joined(lookAtEach(of, voices, turn, terms), needed, (have) => ({ code: 'at-least', needed, have }));
}

function lookAtRole(role: string, voices: readonly Voice[], turn: Turn, terms: RoleTerms): Looked {
  for (const voice of voices) {
    if (isApprovalIn(voice, role) && counts(voice, turn)) {
      return { finding: approvedBy(voice, role), place: voice.place };
    }
  }
  return { finding: missingRole(role, voices, turn, terms), place: NEVER };
}

function lookAtHolders(
  requirement: Extract<Requirement, { readonly role: string; readonly atLeast: number } | { readonly percent: number }>,
  voices: readonly Voice[],
  turn: Turn,
  terms: LookingTerms,
): Looked {
  const { role } = requirement;
  const needed = holdersNeeded(requirement, terms.facts.roleSizes);
  if (needed.state === 'unknown') return { finding: sizeUnknown(role, needed.cause), place: turn.after };
  const counted: Voice[] = [];
  for (const voice of voices) {
    if (!isApprovalIn(voice, role) || !counts(voice, turn)) continue;
    if (!counted.some(({ holder }) => holder === voice.holder)) counted.push(voice);
  }
  const reason: Reason = {
    code: 'enough-of-role',
    role,
    needed: needed.value,
    have: counted.length,
    ...('percent' in requirement && { percent: requirement.percent }),
  };
  const last = counted[needed.value - 1];
  if (last === undefined) return { finding: missingHolders(reason, counted, voices, turn, terms), place: NEVER };
  const parts = counted.map((voice) => approvedBy(voice, role));
  return { finding: { met: 'yes', reason, parts }, place: last.place };
}

function counts(voice: Voice, turn: Turn): boolean {
  return voice.weight === 'stands' && voice.place >= turn.after;
}

function lookAtEach(
  parts: readonly Requirement[],
  voices: readonly Voice[],
  turn: Turn,
  terms: LookingTerms,
): readonly Looked[] {
  return parts.map((part) => lookAt(part, voices, turn, terms));
}

/** Each part is looked at from the vote that completed the part before: never, while that one is not met. */
function lookInOrder(
  parts: readonly Requirement[],
  voices: readonly Voice[],
  turn: Turn,
  terms: LookingTerms,
): readonly Looked[] {
  let next = turn;
  return parts.map((part) => {
    const looked = lookAt(part, voices, next, terms);
    next = { after: looked.place, steps: [...next.steps, { part, place: looked.place }] };
    return looked;
  });
}

/** So many of the parts. Nothing asked is nothing approved: of no parts, one is still missing. */
function joined(looked: readonly Looked[], wanted: number, reasonFor: (have: number) => Reason): Looked {
  const needed = Math.max(1, wanted);
  const parts: Finding[] = [];
  const sure: number[] = [];
  const possible: number[] = [];
  for (const { finding, place } of looked) {
    parts.push(finding);
    if (finding.met === 'yes') sure.push(place);
    if (finding.met !== 'no') possible.push(place);
  }
  const reason = reasonFor(sure.length);
  const whenSure = nth(sure, needed);
  if (whenSure !== undefined) return { finding: { met: 'yes', reason, parts }, place: whenSure };
  const whenPossible = nth(possible, needed);
  if (whenPossible !== undefined) return { finding: { met: 'unknown', reason, parts }, place: whenPossible };
  return { finding: { met: 'no', reason, parts }, place: NEVER };
}

/** The nth of these places, counted from 1 and from the first vote on; undefined where there are fewer. */
function nth(places: readonly number[], n: number): number | undefined {
  return places.length < n ? undefined : places.toSorted((one, other) => one - other)[n - 1];
}
