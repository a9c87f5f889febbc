import type { ChangeIdentity } from '../domain/change/identity';
import type { Instant } from '../domain/instant';
import type { SweepState } from '../domain/aftermath/sweep';

/** A project in which a gate was asked although the app did not set it up, and since when. */
export interface LearnedProject {
  readonly projectId: string;
  readonly since: Instant;
}

/** The bookkeeping of the sweep: none of it decides, so it is not in the ledger, and all of it can be made again. */
export interface SweepRegister {
  state(): Promise<SweepState>;
  /** `revision` inside is the one that it will have. @throws Failure `conflict` when it is not at the one before. */
  save(state: SweepState): Promise<void>;
  /** The changes that should be there. */
  known(): Promise<readonly ChangeIdentity[]>;
  saveKnown(known: readonly ChangeIdentity[]): Promise<void>;
  learned(): Promise<readonly LearnedProject[]>;
  /** Keeps a project; one that is kept already stays as it is. @throws Failure `conflict`. */
  learn(project: LearnedProject): Promise<void>;
}
