import type { ChangeIdentity } from '../../domain/change/identity';
import type { LeavingWay } from '../../domain/ledger/ledger-entry';
import type { Ports } from '../../ports/ports';
import { lastingProblem } from './lasting-problem';
import { settleChange, type SettlePorts } from './settle-change';

type MissingPorts = SettlePorts & Pick<Ports, 'watch' | 'ledger' | 'clock'>;

/**
 * Looks whether known changes are where they should be. One that is not found is looked for once more by itself before it
 * is called deleted; a failure is neither.
 * @returns those that have another key than was known (they were moved, or their project was given another key), and what
 *   keeps single ones from being looked at.
 */
export async function lookAtKnown(
  ports: MissingPorts,
  known: readonly ChangeIdentity[],
): Promise<{ readonly renamed: readonly ChangeIdentity[]; readonly problems: readonly string[] }> {
  const renamed: ChangeIdentity[] = [];
  const problems: string[] = [];
  const standing = await ports.watch.standing(known.map(({ id }) => id));
  for (const change of known) {
    const found = standing.get(change.id);
    const isElsewhere = found === undefined || !found.isChangeRequest || found.key !== change.key;
    if (!isElsewhere) continue;
    const look = () => (found === undefined ? lookForChange(ports, change) : settleChange(ports, change.id, 'sweep'));
    const why = await lastingProblem(look);
    problems.push(...why);
    if (why.length === 0 && found?.isChangeRequest === true) renamed.push({ id: change.id, key: found.key });
  }
  return { renamed, problems };
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
