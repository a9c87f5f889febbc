import type { FieldMap } from '../../domain/change/field-map';
import { storedGovernance } from '../../contracts/stored/governance';
import { storedSetupProgress } from '../../contracts/stored/setup-progress';
import { Failure } from '../../domain/failure';
import { NO_GOVERNANCE, type Governance } from '../../domain/provisioning/governed-project';
import type { SetupProgress } from '../../domain/provisioning/progress';
import type { SetupRegister } from '../../ports/setup-register';
import { documentSets, readDocument } from './documents';
import { readFieldMap } from './read-field-map';
import { GOVERNANCE_KEY, setupProgressKey } from './storage-keys';
import { commit } from './transaction';

/** What is kept about projects under change control, in Forge storage. */
export class KvsSetupRegister implements SetupRegister {
  async governance(): Promise<Governance> {
    return (await readDocument(GOVERNANCE_KEY, storedGovernance)) ?? NO_GOVERNANCE;
  }

  async fieldMap(): Promise<FieldMap> {
    return readFieldMap();
  }

  async progress(projectId: string): Promise<SetupProgress | undefined> {
    return readDocument(setupProgressKey(projectId), storedSetupProgress);
  }

  async save(progress: SetupProgress): Promise<void> {
    const { projectId, revision } = progress;
    const revisions = { revision, previous: revision - 1 };
    if (await commit(documentSets(setupProgressKey(projectId), storedSetupProgress, progress, revisions))) return;
    throw new Failure('conflict', 'The set-up of this project went on elsewhere. Look at it again.');
  }
}
