import type { PartDigests } from '../change/identity';
import type { Gate } from '../change/lifecycle';
import { partDigestsOf } from '../change/plan-fingerprint';
import type { WeighingContext } from './barred-voters';
import type { UnknownReason } from '../policy/not-known';
import { scalesOf, type ScalesOfChange } from './scales';
import { unreadVotes } from './unread-votes';
import type { Voice } from './voice';
import { voicesOf } from './voices-of-votes';
import { weighVotes } from './weigh-votes';

/**
 * The votes as they were weighed in one evaluation, so that rules that look at the same votes do not weigh them again.
 * Filled when asked; for one policy, one change and one gate.
 */
export interface KeptWeights {
  /** The voices of the votes cast for one point, void ones among them. */
  atPoint(point: Gate, context: WeighingContext): readonly Voice[];
  /** Those of all votes as if they had been cast for one point: per person the latest decision at any of them stands. */
  atAnyPoint(context: WeighingContext): readonly Voice[];
  /** Why nobody can tell what was approved for a point (`unreadVotes`), or by whose votes (`barsAt`). */
  unread(point: Gate, context: WeighingContext): readonly UnknownReason[];
  /** The digest of each part of the plan as it stands: for telling what was edited after a vote. */
  partDigests(context: WeighingContext): PartDigests;
}

export function keepWeights(): KeptWeights {
  let scales: ScalesOfChange | undefined;
  const scalesFor = (context: WeighingContext) => (scales ??= scalesOf(context));
  const kept = new Map<Gate | 'any', readonly Voice[]>();
  const keep = (point: Gate | 'any', context: WeighingContext): readonly Voice[] => {
    const before = kept.get(point);
    const voices = before ?? weigh(context, scalesFor(context), point === 'any' ? undefined : point);
    if (before === undefined) kept.set(point, voices);
    return voices;
  };
  const unread = new Map<Gate, readonly UnknownReason[]>();
  let digests: PartDigests | undefined;
  return {
    atPoint: keep,
    atAnyPoint: (context) => keep('any', context),
    unread: (point, context) => {
      const before = unread.get(point);
      const found = before ?? [...unreadVotes(context), ...scalesFor(context).unknownBars(point)];
      if (before === undefined) unread.set(point, found);
      return found;
    },
    partDigests: ({ policy, facts }) => (digests ??= partDigestsOf(facts, policy.materialFields)),
  };
}

/** A context in which weights may be kept. */
export type KeepingContext = WeighingContext & { readonly weights?: KeptWeights };

/** The voices of the votes cast for a point, void ones among them. None while the votes are not known. */
export function voicesAtPoint(context: KeepingContext, point: Gate): readonly Voice[] {
  return (context.weights ?? keepWeights()).atPoint(point, context);
}

/**
 * The approvals that stand, whichever point they were cast for: what grants an exception, or an exemption from a freeze.
 * None while the votes are not known.
 */
export function standingVotesAnyPoint(context: KeepingContext): readonly Voice[] {
  const voices = (context.weights ?? keepWeights()).atAnyPoint(context);
  return voices.filter(({ vote, weight }) => weight === 'stands' && vote.decision === 'approve');
}

function weigh({ policy, facts }: WeighingContext, scales: ScalesOfChange, point: Gate | undefined): readonly Voice[] {
  if (facts.votes.state === 'unknown') return [];
  return voicesOf(weighVotes(facts.votes.value, scales, point), policy.delegation, scales);
}
