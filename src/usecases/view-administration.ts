import { EMPTY_LEDGER } from '../domain/ledger/ledger-chain';
import type { LedgerHead } from '../domain/ledger/ledger-entry';
import type { PolicyInForce } from '../domain/policy/policy-in-force';
import type { LogMonth } from '../domain/record/change-log';
import { NO_SETTINGS, type RoleHolders, type Settings } from '../domain/settings';
import { Failure } from '../domain/failure';
import type { NamedGroup, NamedPerson, NamedProjectRole } from '../ports/people';
import type { NamedSpace } from '../ports/change-log-pages';
import type { Ports } from '../ports/ports';

/** Who is mapped to a role, by name, and how many people that is now. */
export interface NamedHolders {
  readonly groups: readonly NamedGroup[];
  readonly people: readonly NamedPerson[];
  readonly projectRoles: readonly NamedProjectRole[];
  /** What is mapped but does not exist any more, by kind and id. */
  readonly missing: { readonly [K in keyof RoleHolders]: readonly string[] };
  /** Without those who hold it by a project role, which is another in each project. */
  readonly holders: number;
}

/** Everything that the admin page shows, as it stands now. */
export interface Administration {
  readonly inForce: PolicyInForce | undefined;
  readonly settings: Settings;
  /** Role id -> who holds it, for every role that is mapped. */
  readonly holders: Readonly<Record<string, NamedHolders>>;
  readonly space: NamedSpace | undefined;
  readonly months: readonly LogMonth[];
  /** Titles of the pages as they are now; undefined where Confluence did not answer. A page that is gone is left out. */
  readonly titles: Readonly<Record<string, string>> | undefined;
  readonly head: LedgerHead;
  /** Stored documents that cannot be read, each as a sentence with its key and what is wrong. */
  readonly unreadable: readonly string[];
}

/** Reads the whole state of the app. What cannot be read is reported, so that the page opens all the same. */
export async function viewAdministration(
  ports: Pick<Ports, 'archive' | 'ledger' | 'people' | 'pages'>,
): Promise<Administration> {
  const unreadable: string[] = [];
  const orElse = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    work.catch((error: unknown) => {
      if (!(error instanceof Failure) || error.code !== 'unreadable-document') throw error;
      unreadable.push(error.message);
      return otherwise;
    });
  const [inForce, settings, months, head] = await Promise.all([
    orElse(ports.archive.policyInForce(), undefined),
    orElse(ports.archive.settings(), NO_SETTINGS),
    orElse(ports.archive.logMonths(), []),
    orElse(ports.ledger.head(), EMPTY_LEDGER),
  ]);
  const [holders, space, titles] = await Promise.all([
    namedHolders(ports, settings),
    settings.spaceId === null ? undefined : unlessConfluenceFails(ports.pages.space(settings.spaceId)),
    titlesOf(ports, months),
  ]);
  return { inForce, settings, holders, space, months, titles, head, unreadable };
}

async function namedHolders(
  { people }: Pick<Ports, 'people'>,
  { roles }: Settings,
): Promise<Readonly<Record<string, NamedHolders>>> {
  const all = Object.values(roles);
  const [groups, names, projectRoles] = await Promise.all([
    unlessNone(distinct(all.flatMap((holders) => holders.groups)), (ids) => people.groupsById(ids), []),
    unlessNone(distinct(all.flatMap((holders) => holders.people)), (ids) => people.namesOf(ids), {}),
    unlessNone(distinct(all.flatMap((holders) => holders.projectRoles)), () => people.projectRoles(), []),
  ]);
  const members = new Map(
    await Promise.all(groups.map(async ({ groupId }) => [groupId, await people.membersOf(groupId)] as const)),
  );
  const named = (holders: RoleHolders): NamedHolders => ({
    groups: groups.filter(({ groupId }) => holders.groups.includes(groupId)),
    people: holders.people.flatMap((id) => (names[id] === undefined ? [] : [{ accountId: id, name: names[id] }])),
    projectRoles: projectRoles.filter(({ projectRoleId }) => holders.projectRoles.includes(projectRoleId)),
    missing: {
      groups: holders.groups.filter((id) => !groups.some(({ groupId }) => groupId === id)),
      people: holders.people.filter((id) => names[id] === undefined),
      projectRoles: holders.projectRoles.filter((id) => !projectRoles.some((role) => role.projectRoleId === id)),
    },
    holders: new Set([...holders.people, ...holders.groups.flatMap((id) => members.get(id) ?? [])]).size,
  });
  return Object.fromEntries(Object.entries(roles).map(([role, holders]) => [role, named(holders)]));
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

async function unlessNone<T>(
  ids: readonly string[],
  look: (ids: readonly string[]) => Promise<T>,
  otherwise: T,
): Promise<T> {
  return ids.length === 0 ? otherwise : look(ids);
}

async function titlesOf(
  ports: Pick<Ports, 'pages'>,
  months: readonly LogMonth[],
): Promise<Readonly<Record<string, string>> | undefined> {
  const ids = months.flatMap(({ parts }) => parts.flatMap(({ pageId }) => (pageId === null ? [] : [pageId])));
  return ids.length === 0 ? {} : unlessConfluenceFails(ports.pages.titlesOf(ids));
}

/** The admin page opens without Confluence; what it would have told is then not known. */
async function unlessConfluenceFails<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
