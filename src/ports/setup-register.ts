import type { FieldMap } from '../domain/change/field-map';
import type { Governance } from '../domain/provisioning/governed-project';
import type { SetupProgress } from '../domain/provisioning/progress';

/** What the app keeps about projects under change control; what decides is written through the ledger only. */
export interface SetupRegister {
  /** `NO_GOVERNANCE` where no project was ever set up. */
  governance(): Promise<Governance>;
  /** The one that goes by names where none is stored. */
  fieldMap(): Promise<FieldMap>;
  progress(projectId: string): Promise<SetupProgress | undefined>;
  /**
   * Bookkeeping, so not in the ledger. `revision` inside is the one that it will have.
   * @throws Failure `conflict` when it is not at the revision before.
   */
  save(progress: SetupProgress): Promise<void>;
}
