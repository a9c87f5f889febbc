import type { VoteDecision } from '../domain/approval/vote';
import { digestOf } from '../domain/canonical';
import { projectOf, type AccountId } from '../domain/change/identity';
import { decideVote, type VoteRefusal } from '../domain/decision/decide-vote';
import { Failure } from '../domain/failure';
import type { LedgerEvent } from '../domain/ledger/ledger-entry';
import type { Policy } from '../domain/policy/policy';
import type { Ports } from '../ports/ports';
import { gatherChange } from './gather-change';
import { ifVisible, notVisible } from './if-visible';
import { onFreshState } from './on-fresh-state';
import { voterAt } from './role-membership';

export type CastVote =
  { readonly taken: true } | { readonly taken: false; readonly refusal: VoteRefusal; readonly policy: Policy };

/**
 * Takes a vote and puts it on record, both or neither. A ballot that is refused leaves no trace.
 * @param voter From the invocation, never from what the browser sent.
 * @throws Failure `not-found` when the voter may not see the issue, `no-policy`, `conflict` when others keep voting at
 *   the same moment.
 */
export async function castVote(
  ports: Pick<Ports, 'changes' | 'archive' | 'people' | 'clock' | 'ledger'>,
  voter: AccountId,
  key: string,
  ballot: PaperBallot,
): Promise<CastVote> {
  return onFreshState(() => tryToVote(ports, voter, key, ballot));
}

/** What the voter sends; who the voter is comes from elsewhere. */
export interface PaperBallot {
  readonly decision: VoteDecision;
  readonly comment: string;
  readonly seenFingerprint: string;
}

async function tryToVote(
  ports: Pick<Ports, 'changes' | 'archive' | 'people' | 'clock' | 'ledger'>,
  voter: AccountId,
  key: string,
  ballot: PaperBallot,
): Promise<CastVote> {
  const now = ports.clock.now();
  const [gathered, settings] = await ifVisible(ports, key, () =>
    Promise.all([gatherChange(ports, key), ports.archive.settings()]),
  );
  if (!gathered.isChangeRequest) throw notVisible();
  const { governed, sheet } = gathered;
  if (governed === undefined)
    throw new Failure('no-policy', 'No policy is in force, so nobody is asked for an approval.');
  const { facts, inForce } = governed;
  if (facts.votes.state === 'unknown') {
    throw new Failure(
      'unreadable-document',
      `The approvals of this change cannot be read: ${facts.votes.cause.detail}.`,
    );
  }
  const person = await voterAt(ports, settings, voter, projectOf(facts.change), now);
  const outcome = decideVote(inForce, facts, person, ballot, now);
  if (!outcome.taken) return { taken: false, refusal: outcome.refusal, policy: inForce.policy };
  const { vote } = outcome;
  const revision = sheet.revision + 1;
  const event: LedgerEvent = {
    kind: 'vote-cast',
    change: facts.change,
    gate: vote.gate,
    decision: vote.decision,
    roles: vote.roles,
    fingerprint: vote.fingerprint,
    ...(vote.grants !== undefined && { grants: vote.grants }),
    comment: vote.comment,
    policyHash: vote.policyHash,
  };
  await ports.ledger.append(
    {
      // One person may send two different votes at the same moment: they are two acts, and neither stands for the other.
      actionId: `vote:${facts.change.id}:${String(revision)}:${voter}:${digestOf(event)}`,
      at: now,
      by: voter,
      event,
    },
    () => [
      {
        kind: 'approval-sheet',
        key: facts.change.key,
        sheet: { changeId: facts.change.id, revision, votes: [...sheet.votes, vote] },
      },
    ],
  );
  return { taken: true };
}
