import { storedGateTrail } from '../../contracts/stored/gate-trail';
import { emptyTrail, type GateTrail } from '../../domain/aftermath/gate-verdict';
import { Failure } from '../../domain/failure';
import type { GateTrails } from '../../ports/gate-trails';
import { documentSets, readDocument } from './documents';
import { gateTrailKey } from './storage-keys';
import { commit } from './transaction';

/** What the gates said, in Forge storage: one document for each change. */
export class KvsGateTrails implements GateTrails {
  async find(changeId: string): Promise<GateTrail> {
    return (await readDocument(gateTrailKey(changeId), storedGateTrail)) ?? emptyTrail(changeId);
  }

  async save(trail: GateTrail): Promise<void> {
    const { changeId, revision } = trail;
    const revisions = { revision, previous: revision - 1 };
    if (await commit(documentSets(gateTrailKey(changeId), storedGateTrail, trail, revisions))) return;
    throw new Failure('conflict', 'Another gate of this change decided at the same time. Try again.');
  }
}
