import type { AccountId } from '../change/identity';
import type { ClosedStage, Gate } from '../change/lifecycle';
import type { Instant } from '../instant';
import type { CheckedItem } from '../policy/checklist';

/**
 * How a change stands at the gate ahead, in a word. `waiting`: approvals or time are all that is missing. `unknown`: it
 * could not be checked. `ungoverned`: no policy is in force, or the one in force does not govern it.
 */
export const STATE_VERDICTS = ['ready', 'waiting', 'blocked', 'unknown', 'closed', 'ungoverned'] as const;

export type StateVerdict = (typeof STATE_VERDICTS)[number];

/** Where a change stands, as the policy and the facts tell at one instant. */
export interface DecidedState {
  readonly verdict: StateVerdict;
  /** The gate ahead; null where there is none, or where it is not known. */
  readonly gate: Gate | null;
  /** How it was closed; null while it is not. */
  readonly closedAs: ClosedStage | null;
  /** What is missing, that which stops the change first. */
  readonly missing: readonly CheckedItem[];
  /** How many things would be enough to pass. */
  readonly open: number;
  /** The roles that are asked to approve now. */
  readonly roles: readonly string[];
  /** When the first duty of the policy with a term that is not done is or was due; null where there is none. */
  readonly due: Instant | null;
}

/** Where a change stands, as everybody may see it in Jira. */
export interface ChangeState extends DecidedState {
  /** Since when it says so. */
  readonly since: Instant;
  /** Who is asked to approve now, in order. */
  readonly approvers: readonly AccountId[];
}

/** What was said before about a change. */
export type SaidState = Pick<ChangeState, 'verdict' | 'gate' | 'since'>;

/**
 * Since when a change stands so: as long as gate and verdict are those that were said before, since then. What was never
 * said is so since the change came to its stage.
 */
export function sinceWhen(
  decided: Pick<DecidedState, 'verdict' | 'gate'>,
  before: SaidState | undefined,
  reached: Instant,
  now: Instant,
): Instant {
  if (before === undefined) return reached;
  return before.verdict === decided.verdict && before.gate === decided.gate ? before.since : now;
}
