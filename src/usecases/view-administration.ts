import { EMPTY_LEDGER } from '../domain/ledger/ledger-chain';
import type { LedgerHead } from '../domain/ledger/ledger-entry';
import type { PolicyInForce } from '../domain/policy/policy-in-force';
import type { LogMonth } from '../domain/record/change-log';
import { NO_SETTINGS, type Settings } from '../domain/settings';
import { Failure } from '../domain/failure';
import type { NamedGroup } from '../ports/people';
import type { NamedSpace } from '../ports/change-log-pages';
import type { Ports } from '../ports/ports';

export interface RoleHolders {
  readonly groups: readonly NamedGroup[];
  readonly missing: readonly string[];
  readonly holders: number;
}

/** Everything that the admin page shows, as it stands now. */
export interface Administration {
  readonly inForce: PolicyInForce | undefined;
  readonly settings: Settings;
  /** Role id -> who holds it, for every role that is mapped. */
  readonly holders: Readonly<Record<string, RoleHolders>>;
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
    holdersOf(ports, settings),
    settings.spaceId === null ? undefined : unlessConfluenceFails(ports.pages.space(settings.spaceId)),
    titlesOf(ports, months),
  ]);
  return { inForce, settings, holders, space, months, titles, head, unreadable };
}

async function holdersOf(
  ports: Pick<Ports, 'people'>,
  settings: Settings,
): Promise<Readonly<Record<string, RoleHolders>>> {
  const mapped = [...new Set(Object.values(settings.roleGroups).flat())];
  const groups = mapped.length === 0 ? [] : await ports.people.groupsById(mapped);
  const members = new Map(
    await Promise.all(groups.map(async ({ groupId }) => [groupId, await ports.people.membersOf(groupId)] as const)),
  );
  const roles = Object.entries(settings.roleGroups).map(([role, ids]): [string, RoleHolders] => [
    role,
    {
      groups: groups.filter(({ groupId }) => ids.includes(groupId)),
      missing: ids.filter((id) => !groups.some(({ groupId }) => groupId === id)),
      holders: new Set(ids.flatMap((id) => members.get(id) ?? [])).size,
    },
  ]);
  return Object.fromEntries(roles);
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
