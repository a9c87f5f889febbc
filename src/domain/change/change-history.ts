import type { Instant } from '../instant';
import type { Milestones } from './change-facts';
import type { AccountId } from './identity';
import { isClosedStage, MAIN_PATH, type ClosedStage, type Stage } from './lifecycle';

/** One change of status, as Jira's changelog has it. */
export interface Move {
  /** Id of Jira's changelog history: names this move for ever. */
  readonly id: string;
  readonly at: Instant;
  readonly by: AccountId | null;
  /** Null for a status that is no stage of a change request. */
  readonly from: Stage | null;
  readonly to: Stage | null;
}

export interface ChangeHistory {
  readonly createdAt: Instant;
  /** Oldest first. */
  readonly moves: readonly Move[];
}

export interface Closing {
  readonly moveId: string;
  readonly stage: ClosedStage;
  readonly at: Instant;
  readonly by: AccountId | null;
}

/** Every time the change reached a closed stage, oldest first. A change that was reopened has been closed more than once. */
export function closingsOf(history: ChangeHistory): readonly Closing[] {
  return history.moves.flatMap(({ id, at, by, to }) =>
    to !== null && isClosedStage(to) ? [{ moveId: id, stage: to, at, by }] : [],
  );
}

/** When the change was made and last implemented, as its moves tell. */
export function milestonesOf({ createdAt, moves }: ChangeHistory): Milestones {
  const implementedFrom = moves.filter(({ to }) => to === 'implementing').at(-1)?.at ?? null;
  const left = moves.find(
    ({ from, at }) => from === 'implementing' && implementedFrom !== null && at >= implementedFrom,
  );
  return { createdAt, implementedFrom, implementedUntil: left?.at ?? null };
}

/** The stages of the main path that the change never was in because a move led past them, as that of an emergency does. */
export function skippedStages({ moves }: Pick<ChangeHistory, 'moves'>): readonly Stage[] {
  const position = (stage: Stage | null): number => MAIN_PATH.findIndex((step) => step === stage);
  const wasIn = (stage: Stage): boolean => moves.some(({ from, to }) => from === stage || to === stage);
  return MAIN_PATH.filter(
    (stage, at) =>
      !wasIn(stage) && moves.some(({ from, to }) => position(from) !== -1 && position(from) < at && position(to) > at),
  );
}
