import type { ChangeIdentity } from '../change/identity';
import type { Gate } from '../change/lifecycle';
import type { Instant } from '../instant';

/** That a gate let a change through, as it was decided before the change moved. A verdict is not a move yet. */
export interface GateVerdict {
  readonly gate: Gate;
  /** A gate that blocks leaves no verdict: nothing may follow from it. */
  readonly verdict: 'allow' | 'warn';
  readonly at: Instant;
  /** Ids of the statuses between which the change was to move; null where Jira did not say. */
  readonly from: string | null;
  readonly to: string | null;
  readonly policyHash: string;
  /** SHA-256 of the canonical JSON of the evaluation. */
  readonly evaluationDigest: string;
  readonly fingerprint: string;
  /** The move that was made with it; null for one with which none was made yet. */
  readonly moveId: string | null;
}

/** What the gates said of one change, and which of its moves are on record. */
export interface GateTrail {
  readonly revision: number;
  readonly changeId: string;
  /** Oldest first. */
  readonly verdicts: readonly GateVerdict[];
  /** Ids of the entries of Jira's changelog that were looked at and put on record, oldest first. */
  readonly settled: readonly string[];
}

const MOST_VERDICTS = 100;
const MOST_SETTLED = 500;

export function emptyTrail(changeId: ChangeIdentity['id']): GateTrail {
  return { revision: 0, changeId, verdicts: [], settled: [] };
}

/** The trail with one more verdict. Of very many the oldest are forgotten, those with which a move was made first. */
export function withVerdict(trail: GateTrail, verdict: GateVerdict): GateTrail {
  const verdicts = [...trail.verdicts, verdict];
  return {
    ...trail,
    revision: trail.revision + 1,
    verdicts: verdicts.length > MOST_VERDICTS ? shorter(verdicts) : verdicts,
  };
}

function shorter(verdicts: readonly GateVerdict[]): readonly GateVerdict[] {
  const used = verdicts.findIndex(({ moveId }) => moveId !== null);
  return verdicts.toSpliced(Math.max(0, used), 1);
}

/** The trail once an entry of the changelog is on record. @param used The verdict with which the move was made. */
export function withSettled(trail: GateTrail, historyId: string, used: GateVerdict | null): GateTrail {
  return {
    ...trail,
    revision: trail.revision + 1,
    verdicts: trail.verdicts.map((verdict) => (isSame(verdict, used) ? { ...verdict, moveId: historyId } : verdict)),
    settled: [...trail.settled, historyId].slice(-MOST_SETTLED),
  };
}

function isSame(one: GateVerdict, other: GateVerdict | null): boolean {
  return (
    other !== null &&
    one.moveId === null &&
    one.at === other.at &&
    one.from === other.from &&
    one.to === other.to &&
    one.evaluationDigest === other.evaluationDigest
  );
}
