import type { UnknownCause } from '../change/change-facts';
import type { PlanPart } from '../change/identity';
import type { Finding } from '../policy/evaluation';
import { notKnown } from '../policy/not-known';
import type { Reason } from '../reason';
import { rolesIn, type Requirement } from './requirement';
import type { Voice } from './voice';
import type { Vote } from './vote';

/** Since when a requirement counts votes: from the vote that completed what comes before it, if anything does. */
export interface Turn {
  /** The place of the first vote that counts. */
  readonly after: number;
  /** What comes before, each with the place of the vote that completed it. */
  readonly steps: readonly { readonly part: Requirement; readonly place: number }[];
}

export interface RoleTerms {
  /** What was edited after a vote: asked only for a void vote that is missing. Absent: nobody can tell. */
  readonly editedSince?: ((vote: Vote) => readonly PlanPart[]) | undefined;
}

/** Whether a voice approves in a role, whatever its weight. */
export function isApprovalIn({ vote, roles }: Voice, role: string): boolean {
  return vote.decision === 'approve' && roles.includes(role);
}

export function approvedBy({ vote, holder }: Voice, role: string): Finding {
  const { by, at } = vote;
  return holder === by
    ? { met: 'yes', reason: { code: 'approved', role, by, at } }
    : { met: 'yes', reason: { code: 'approved', role, by, at, for: holder } };
}

/** Why no approval in a role counts: one came before its turn, one has lost its weight, or there is none. */
export function missingRole(role: string, voices: readonly Voice[], turn: Turn, terms: RoleTerms): Finding {
  const remedy = { do: 'approve', role } as const;
  const approvals = voices.filter((voice) => isApprovalIn(voice, role));
  const telling = approvals.findLast(({ weight }) => weight === 'stands') ?? approvals.at(-1);
  const reason =
    telling === undefined ? ({ code: 'approval-missing', role } as const) : whyNot(telling, role, turn, terms);
  return { met: 'no', reason, remedy };
}

/**
 * Too few holders of a role approved. Shows those who did, those whose approval does not count, and how many are missing.
 * @param reason What is needed: `enough-of-role`.
 */
export function missingHolders(
  reason: Extract<Reason, { readonly code: 'enough-of-role' }>,
  counted: readonly Voice[],
  voices: readonly Voice[],
  turn: Turn,
  terms: RoleTerms,
): Finding {
  const { role, needed, have } = reason;
  const missing: Finding = { met: 'no', reason, remedy: { do: 'approve-by-more', role, more: needed - have } };
  const others = new Map<string, Voice>();
  for (const voice of voices) {
    const isCounted = counted.some(({ holder }) => holder === voice.holder);
    if (isApprovalIn(voice, role) && !isCounted) others.set(voice.holder, voice);
  }
  const spoiled = [...others.values()].map((voice): Finding => ({
    met: 'no',
    reason: whyNot(voice, role, turn, terms),
    remedy: { do: 'approve', role },
  }));
  const parts = [...counted.map((voice) => approvedBy(voice, role)), ...spoiled];
  return parts.length === 0 ? missing : { met: 'no', reason, parts: [...parts, missing] };
}

export function sizeUnknown(role: string, cause: UnknownCause): Finding {
  return notKnown({ code: 'role-size-unknown', role, cause });
}

/** Why an approval in this role does not count. */
function whyNot(voice: Voice, role: string, turn: Turn, terms: RoleTerms): Reason {
  const { by, at } = voice.vote;
  if (voice.weight === 'void') {
    return { code: 'approval-void', role, by, at, edited: terms.editedSince?.(voice.vote) ?? [] };
  }
  if (voice.weight === 'expired') return { code: 'approval-expired', role, by, at, until: voice.until };
  const open = turn.steps.filter(({ place }) => place > voice.place).flatMap(({ part }) => rolesIn(part));
  return { code: 'approval-out-of-order', role, after: [...new Set(open)] };
}
