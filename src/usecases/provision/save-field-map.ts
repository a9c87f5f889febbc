import { digestOf } from '../../domain/canonical';
import type { FieldMap } from '../../domain/change/field-map';
import { mapChanges } from '../../domain/change/field-map-changes';
import type { AccountId } from '../../domain/change/identity';
import { Failure } from '../../domain/failure';
import type { Ports } from '../../ports/ports';
import { onFreshState } from '../on-fresh-state';

type MapPorts = Pick<Ports, 'setupRegister' | 'ledger' | 'clock'>;

/**
 * Says where the parts of a change are in Jira from now on, and puts that on record. A map that says nothing new changes
 * nothing.
 */
export async function saveFieldMap(
  ports: MapPorts,
  by: AccountId,
  change: (before: FieldMap) => FieldMap,
  seenRevision?: number,
): Promise<void> {
  await onFreshState(async () => {
    const [governance, before] = await Promise.all([ports.setupRegister.governance(), ports.setupRegister.fieldMap()]);
    if (seenRevision !== undefined && governance.revision !== seenRevision) {
      throw new Failure(
        'moved-on',
        'Somebody else changed this since the page was opened. Look at it again before you save.',
      );
    }
    const after = change(before);
    const changes = mapChanges(before, after);
    if (changes.length === 0) return;
    const revision = governance.revision + 1;
    await ports.ledger.append(
      {
        actionId: `field-map:${String(revision)}:${digestOf(after)}`,
        at: ports.clock.now(),
        by,
        event: { kind: 'field-map-changed', changes },
      },
      () => [
        { kind: 'field-map', map: after },
        { kind: 'governance', governance: { ...governance, revision } },
      ],
    );
  });
}
