import { toldOf, type Told } from '../../domain/aftermath/notice';
import type { ChangeFacts } from '../../domain/change/change-facts';
import { projectOf, type AccountId } from '../../domain/change/identity';
import { Failure, type FailureCode } from '../../domain/failure';
import type { LedgerEntry } from '../../domain/ledger/ledger-entry';
import { holds } from '../../domain/policy/holds';
import type { Policy } from '../../domain/policy/policy';
import { holdersIn } from '../../domain/settings';
import type { Ports } from '../../ports/ports';
import { gatherChange } from '../gather-change';
import { someHoldersOf } from '../role-membership';
import { lastingProblem } from './lasting-problem';

type TellPorts = Pick<Ports, 'archive' | 'people' | 'changes' | 'notices' | 'ledger' | 'sweepRegister'>;

/** The words in which something on record is told to people. */
export type NoticeWords = (entry: LedgerEntry, policy: Policy) => string;

/** So many entries are looked at in one go; a further one goes on. */
const MOST_ENTRIES = 100;
/** What is the matter with one change; a document that cannot be read is the matter with all of them. */
const LASTING: readonly FailureCode[] = ['unexpected-answer'];
/** A comment that mentions more people is noise. */
const MOST_MENTIONED = 100;

/**
 * Tells people of what came on record since this was last done, as the policy in force wants it. Each entry is told once:
 * the notice carries its number, and how far this has come is kept. Where Jira refuses one
 * for good, everybody hears of the next all the same: it stands on the admin page.
 * @returns whether there is more.
 */
export async function tellPeople(ports: TellPorts, words: NoticeWords): Promise<boolean> {
  const state = await ports.sweepRegister.state();
  const entries = await ports.ledger.read(state.toldThrough + 1, MOST_ENTRIES);
  const last = entries.at(-1);
  if (last === undefined) return false;
  const inForce = await ports.archive.policyInForce();
  if (inForce !== undefined) {
    for (const entry of entries) await lastingProblem(() => tellOf(ports, entry, inForce.policy, words), LASTING);
  }
  const { revision } = state;
  await ports.sweepRegister.save({ ...state, revision: revision + 1, toldThrough: last.seq });
  return entries.length === MOST_ENTRIES;
}

async function tellOf(ports: TellPorts, entry: LedgerEntry, policy: Policy, words: NoticeWords): Promise<void> {
  const { event, seq } = entry;
  const told = toldOf(event, policy);
  if (told.length === 0 || !('change' in event) || event.change === null) return;
  const { id } = event.change;
  const now = await gatherIfThere(ports, id);
  if (now === undefined) return;
  const roles = told.filter((one) => isMeant(one, policy, now.facts)).flatMap((one) => one.roles);
  const to = await holdersOfRoles(ports, [...new Set(roles)], projectOf(now.change));
  // Of what went around a gate a word stays on the change itself, also where nobody holds a role.
  if (to.length === 0 && event.kind === 'gate-passed') return;
  const mark = `Ledger entry ${String(seq)}`;
  await ports.notices.tell({ issue: id, text: words(entry, policy), to: to.slice(0, MOST_MENTIONED), mark });
}

/** A change of which it is not known whether the policy means it is taken to be meant. */
function isMeant({ when }: Told, policy: Policy, facts: ChangeFacts | undefined): boolean {
  return when === undefined || facts === undefined || holds(when, { policy, facts }) !== 'no';
}

async function gatherIfThere(ports: TellPorts, id: string) {
  try {
    const { change, governed } = await gatherChange(ports, id, { gates: [] });
    return { change, facts: governed?.facts };
  } catch (error) {
    if (error instanceof Failure && (error.code === 'not-found' || error.code === 'not-allowed')) return undefined;
    throw error;
  }
}

async function holdersOfRoles(
  ports: TellPorts,
  roles: readonly string[],
  projectKey: string,
): Promise<readonly AccountId[]> {
  const settings = await ports.archive.settings();
  const holders = await Promise.all(roles.map((role) => someHoldersOf(ports, holdersIn(settings, role), projectKey)));
  return [...new Set(holders.flat())];
}
