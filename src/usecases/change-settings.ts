import type { AccountId } from '../domain/change/identity';
import { Failure } from '../domain/failure';
import type { RoleHolders } from '../domain/settings';
import type { Ports } from '../ports/ports';
import { askForFreshGuards } from './provision/refresh-guards';
import { saveSettings } from './save-settings';

type SettingsPorts = Pick<Ports, 'archive' | 'ledger' | 'clock' | 'people' | 'pages'>;
type RolePorts = SettingsPorts & Pick<Ports, 'setupRegister' | 'setupQueue'>;

/**
 * Says who holds which roles. Roles left out keep their holders. A role need not be one of the policy in force: the holders
 * of the roles of the next policy are named before it is put in force.
 * @param seenRevision The revision that the administrator was shown.
 * @throws Failure `moved-on` when somebody else changed the settings since; `bad-request` for a group, a person or a
 *   project role that does not exist.
 */
export async function saveRoles(
  ports: RolePorts,
  administrator: AccountId,
  seenRevision: number,
  roles: Readonly<Record<string, RoleHolders>>,
): Promise<void> {
  await requireExisting(ports, Object.values(roles));
  await saveSettings(ports, administrator, seenRevision, (before) => ({
    ...before,
    roles: { ...before.roles, ...roles },
  }));
  await askForFreshGuards(ports);
}

async function requireExisting({ people }: SettingsPorts, holders: readonly RoleHolders[]): Promise<void> {
  const groups = [...new Set(holders.flatMap((one) => one.groups))];
  const accounts = [...new Set(holders.flatMap((one) => one.people))];
  const projectRoles = [...new Set(holders.flatMap((one) => one.projectRoles))];
  const [foundGroups, foundPeople, foundRoles] = await Promise.all([
    groups.length === 0 ? [] : people.groupsById(groups),
    accounts.length === 0 ? {} : people.namesOf(accounts),
    projectRoles.length === 0 ? [] : people.projectRoles(),
  ]);
  const gone =
    foundGroups.length < groups.length
      ? 'groups'
      : Object.keys(foundPeople).length < accounts.length
        ? 'people'
        : projectRoles.some((id) => !foundRoles.some(({ projectRoleId }) => projectRoleId === id)) && 'project roles';
  if (gone !== false)
    throw new Failure('bad-request', `One of these ${gone} does not exist any more. Take it out and save again.`);
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
  await saveSettings(ports, administrator, seenRevision, (before) => ({ ...before, spaceId }));
}
