import { digestOf } from '../domain/canonical';
import type { AccountId } from '../domain/change/identity';
import { Failure } from '../domain/failure';
import { summaryOf, type Settings } from '../domain/settings';
import type { Ports } from '../ports/ports';

type SettingsPorts = Pick<Ports, 'archive' | 'ledger' | 'clock' | 'people' | 'pages'>;

/**
 * Says which groups hold which roles. Roles left out keep theirs.
 * @param seenRevision The revision that the administrator was shown.
 * @throws Failure `moved-on` when somebody else changed the settings since; `bad-request` for a group that does not exist
 *   or a role that the policy in force does not know.
 */
export async function saveRoles(
  ports: SettingsPorts,
  administrator: AccountId,
  seenRevision: number,
  roleGroups: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const wanted = [...new Set(Object.values(roleGroups).flat())];
  const [inForce, existing] = await Promise.all([
    ports.archive.policyInForce(),
    wanted.length === 0 ? [] : ports.people.groupsById(wanted),
  ]);
  const unknownRole = Object.keys(roleGroups).find((id) => !inForce?.policy.roles.some((role) => role.id === id));
  if (unknownRole !== undefined)
    throw new Failure('bad-request', 'The policy in force does not know one of these roles.');
  if (existing.length < wanted.length)
    throw new Failure('bad-request', 'One of these groups does not exist any more. Take it out and save again.');
  await save(ports, administrator, seenRevision, (before) => ({
    ...before,
    roleGroups: { ...before.roleGroups, ...roleGroups },
  }));
}

/**
 * Says in which Confluence space the change log is kept. Pages in the space before stay where they are.
 * @throws Failure `moved-on`; `bad-request` for a space that the app cannot see.
 */
export async function chooseSpace(
  ports: SettingsPorts,
  administrator: AccountId,
  seenRevision: number,
  spaceId: string,
): Promise<void> {
  if ((await ports.pages.space(spaceId)) === undefined) {
    throw new Failure(
      'bad-request',
      'The app cannot see this space. Check that it exists and that the app may add pages to it.',
    );
  }
  await save(ports, administrator, seenRevision, (before) => ({ ...before, spaceId }));
}

async function save(
  ports: SettingsPorts,
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
