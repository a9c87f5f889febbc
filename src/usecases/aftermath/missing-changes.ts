import type { ChangeIdentity } from '../../domain/change/identity';
import type { LeavingWay } from '../../domain/ledger/ledger-entry';
import type { Ports } from '../../ports/ports';
import { settleChange, type SettlePorts } from './settle-change';

type MissingPorts = SettlePorts & Pick<Ports, 'watch' | 'ledger' | 'clock'>;

/**
 * Looks whether known changes are where they should be. One that is not found is looked for once more by itself before it
 * is called deleted; a failure is neither.
 * @returns those that have another key than was known: they were moved, or their project was given another key.
 */
export async function lookAtKnown(
  ports: MissingPorts,
  known: readonly ChangeIdentity[],
): Promise<readonly ChangeIdentity[]> {
  const renamed: ChangeIdentity[] = [];
  const standing = await ports.watch.standing(known.map(({ id }) => id));
  for (const change of known) {
    const found = standing.get(change.id);
    if (found === undefined) await lookForChange(ports, change);
    else if (!found.isChangeRequest || found.key !== change.key) {
      await settleChange(ports, change.id, 'sweep');
      if (found.isChangeRequest) renamed.push({ id: change.id, key: found.key });
    }
  }
  return renamed;
}

/** Looks for an issue that Jira said was deleted: only one that the ledger tells of is anybody's business. */
export async function lookForDeleted(ports: MissingPorts, changeId: string): Promise<void> {
  const { entries } = await ports.ledger.ofChange(changeId, null, 1);
  const [entry] = entries;
  if (entry === undefined || !('change' in entry.event) || entry.event.change === null) return;
  if (entry.event.kind === 'change-left' && entry.event.how === 'deleted') return;
  if ((await ports.watch.lookFor(changeId)) === 'gone') await lookForChange(ports, entry.event.change);
}

async function lookForChange(ports: MissingPorts, change: ChangeIdentity): Promise<void> {
  const found = await ports.watch.lookFor(change.id);
  if (found === 'gone') await putMissing(ports, change, 'deleted');
  if (found === 'hidden') await putMissing(ports, change, 'hidden');
}

async function putMissing(
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
  change: ChangeIdentity,
  how: LeavingWay,
): Promise<void> {
  const at = clock.now();
  await ledger.append(
    { actionId: `${how}:${change.id}`, at, by: 'app', event: { kind: 'change-left', change, how, leftAt: at } },
    () => [],
  );
}
