import { EMPTY_LEDGER } from '../domain/ledger/ledger-chain';
import type { AccountId } from '../domain/change/identity';
import type { Instant } from '../domain/instant';
import type { LedgerHead } from '../domain/ledger/ledger-entry';
import type { PolicyInForce } from '../domain/policy/policy-in-force';
import type { LogMonth } from '../domain/record/change-log';
import { NO_GOVERNANCE } from '../domain/provisioning/governed-project';
import { NO_SETTINGS, type Settings } from '../domain/settings';
import { Failure } from '../domain/failure';
import type { NamedSpace } from '../ports/change-log-pages';
import type { Ports } from '../ports/ports';
import { distinct, namedHolders, unlessNone, type NamedHolders } from './named-holders';

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
  /** How many projects the app has set up, sets up, or found its gates in. */
  readonly projects: number;
  /** Display names of the people in delegations. */
  readonly names: Readonly<Record<AccountId, string>>;
  readonly now: Instant;
  /** Stored documents that cannot be read, each as a sentence with its key and what is wrong. */
  readonly unreadable: readonly string[];
}

/** Reads the whole state of the app. What cannot be read is reported, so that the page opens all the same. */
export async function viewAdministration(
  ports: Pick<Ports, 'archive' | 'ledger' | 'people' | 'pages' | 'clock' | 'setupRegister' | 'sweepRegister'>,
): Promise<Administration> {
  const unreadable: string[] = [];
  const orElse = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    work.catch((error: unknown) => {
      if (!(error instanceof Failure) || error.code !== 'unreadable-document') throw error;
      unreadable.push(error.message);
      return otherwise;
    });
  const [inForce, settings, months, head, governance, learned] = await Promise.all([
    orElse(ports.archive.policyInForce(), undefined),
    orElse(ports.archive.settings(), NO_SETTINGS),
    orElse(ports.archive.logMonths(), []),
    orElse(ports.ledger.head(), EMPTY_LEDGER),
    orElse(ports.setupRegister.governance(), NO_GOVERNANCE),
    orElse(ports.sweepRegister.learned(), []),
  ]);
  const [holders, space, titles, names] = await Promise.all([
    namedHolders(ports, settings),
    settings.spaceId === null ? undefined : unlessConfluenceFails(ports.pages.space(settings.spaceId)),
    titlesOf(ports, months),
    unlessNone(
      distinct(settings.delegations.flatMap(({ from, to }) => [from, to])),
      (ids) => ports.people.namesOf(ids),
      {},
    ),
  ]);
  const governed = [...governance.projects, ...learned].map(({ projectId }) => projectId);
  const projects = new Set([...governed, ...governance.underway]).size;
  const now = ports.clock.now();
  return { inForce, settings, holders, space, months, titles, head, projects, names, now, unreadable };
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
