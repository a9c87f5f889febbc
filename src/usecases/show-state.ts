import { milestonesOf } from '../domain/change/change-history';
import { known, type ChangeFacts } from '../domain/change/change-facts';
import { stageSince } from '../domain/change/change-story';
import { projectOf, type AccountId } from '../domain/change/identity';
import { Failure } from '../domain/failure';
import type { Policy } from '../domain/policy/policy';
import { holdersIn } from '../domain/settings';
import { askedApprovers } from '../domain/shown-state/asked-approvers';
import { sinceWhen } from '../domain/shown-state/change-state';
import { decideState, UNGOVERNED } from '../domain/shown-state/decide-state';
import type { Ports } from '../ports/ports';
import { gatherChange } from './gather-change';
import { someHoldersOf } from './role-membership';

type StatePorts = Pick<Ports, 'changes' | 'archive' | 'people' | 'clock' | 'stateFields'>;

/**
 * Brings the fields that say where a change stands up to date. Reads the truth itself, so the same message may come
 * twice, late or out of order, and one that never came is made up for by the next. Nothing is written where nothing has
 * changed, and nothing is said of an issue that is no change request.
 * @returns whether anything was written.
 * @throws Failure when anything could not be read or written: the message must come again.
 */
export async function showState(ports: StatePorts, changeId: string): Promise<boolean> {
  const now = ports.clock.now();
  const gathered = await gatherChange(ports, changeId);
  const reading = await ports.stateFields.read(gathered.change.id);
  if (!gathered.isChangeRequest) return ports.stateFields.write(gathered.change.id, null, undefined, reading.found);
  const history = await ports.changes.history(gathered.change.id);
  const { governed } = gathered;
  const facts = governed && { ...governed.facts, milestones: known(milestonesOf(history)) };
  const policy = governed?.inForce.policy;
  const decided = policy === undefined || facts === undefined ? UNGOVERNED : decideState(policy, facts, now);
  const stage = facts?.stage.state === 'known' ? facts.stage.value : undefined;
  const reached = stage === undefined ? history.createdAt : stageSince(history, stage);
  const state = {
    ...decided,
    since: sinceWhen(decided, reading.said, reached, now),
    approvers:
      policy === undefined || facts === undefined ? [] : await approversOf(ports, policy, facts, decided.roles),
  };
  return ports.stateFields.write(gathered.change.id, state, policy, reading.found);
}

async function approversOf(
  ports: StatePorts,
  policy: Policy,
  facts: ChangeFacts,
  roles: readonly string[],
): Promise<readonly AccountId[]> {
  if (roles.length === 0) return [];
  const settings = await ports.archive.settings();
  const holders = await Promise.all(
    roles.map(async (role) => {
      const people = await someHoldersOf(ports, holdersIn(settings, role), projectOf(facts.change));
      return people.map((person) => ({ role, person }));
    }),
  );
  return askedApprovers(policy, facts, holders.flat(), settings.delegations, ports.clock.now());
}

const CHANGES_AT_A_TIME = 20;

/**
 * The same for a page of the open changes; the next page is asked for in a message of its own. A change of which
 * something cannot be read keeps what it says and stops none of the others.
 */
export async function showAllStates(
  ports: StatePorts & Pick<Ports, 'stateQueue'>,
  cursor: string | null,
): Promise<void> {
  const page = await ports.changes.openChanges(cursor, CHANGES_AT_A_TIME);
  for (const { id } of page.changes) {
    try {
      await showState(ports, id);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }
  if (page.cursor !== null) await ports.stateQueue.push({ do: 'show-all', cursor: page.cursor });
}

/**
 * Asks for the state to be shown after something that a person did, which is done whether or not the queue takes the
 * message: what is missed now is made up for later.
 */
export async function askToShow(
  { stateQueue }: Pick<Ports, 'stateQueue'>,
  message: Parameters<Ports['stateQueue']['push']>[0],
): Promise<void> {
  try {
    await stateQueue.push(message);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}
