import { digestOf } from '../domain/canonical';
import type { AccountId } from '../domain/change/identity';
import { Failure } from '../domain/failure';
import { summaryOf, type Settings } from '../domain/settings';
import type { Ports } from '../ports/ports';

/**
 * Changes the settings and puts the change on record, both or neither.
 * @param seenRevision The revision that the administrator was shown.
 * @throws Failure `moved-on` when somebody else changed the settings since.
 */
export async function saveSettings(
  ports: Pick<Ports, 'archive' | 'ledger' | 'clock'>,
  administrator: AccountId,
  seenRevision: number,
  change: (before: Settings) => Settings,
): Promise<void> {
  const before = await ports.archive.settings();
  if (before.revision !== seenRevision) throw movedOn();
  const revision = before.revision + 1;
  const after = { ...change(before), revision };
  try {
    await ports.ledger.append(
      {
        // Two different changes sent at the same moment are two acts: the second one is told that it came too late.
        actionId: `settings:${String(revision)}:${administrator}:${digestOf(after)}`,
        at: ports.clock.now(),
        by: administrator,
        event: { kind: 'settings-changed', before: summaryOf(before), after: summaryOf(after) },
      },
      () => [{ kind: 'settings', settings: after }],
    );
  } catch (error) {
    throw error instanceof Failure && error.code === 'conflict' ? movedOn() : error;
  }
}

function movedOn(): Failure {
  return new Failure(
    'moved-on',
    'Somebody else changed the settings since this page was opened. Look at them again before you save.',
  );
}
