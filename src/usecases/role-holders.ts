import type { AccountId } from '../domain/change/identity';
import { Failure } from '../domain/failure';
import { DUTIES } from '../domain/policy/duty';
import type { Policy } from '../domain/policy/policy';
import { assumedHolders } from '../domain/policy/satisfiability/assumed-holders';
import { holdersIn } from '../domain/settings';
import type { Ports } from '../ports/ports';

/** Who holds each role of a policy today: what its checks are made against. */
export interface HoldersToday {
  readonly holders: Readonly<Record<string, readonly AccountId[]>>;
  /** Those among them who are invented. */
  readonly standIns: readonly AccountId[];
}

/**
 * Who plays a project role is another matter in each project, and not known here: a role that is mapped to one is taken to
 * be held by enough people, who are invented. Of a group that is too large to be counted, some members stand for all.
 * @throws Failure as `People` and `Archive` do.
 */
export async function roleHoldersOf(ports: Pick<Ports, 'archive' | 'people'>, policy: Policy): Promise<HoldersToday> {
  const settings = await ports.archive.settings();
  const assumed = assumedHolders(policy);
  const standIns: AccountId[] = [];
  const holders = await Promise.all(
    policy.roles.map(async ({ id }) => {
      const { groups, people, projectRoles } = holdersIn(settings, id);
      const members = await Promise.all(groups.map((group) => membersOf(ports, group)));
      const invented = projectRoles.length === 0 ? [] : enoughFor(assumed[id] ?? []);
      standIns.push(...invented);
      return [id, [...new Set([...people, ...members.flat(), ...invented])]] as const;
    }),
  );
  return { holders: Object.fromEntries(holders), standIns };
}

/** So many that none of them has to have two duties. */
function enoughFor(assumed: readonly AccountId[]): readonly AccountId[] {
  return [...assumed, ...assumed.slice(0, 1).flatMap((one) => DUTIES.map((duty) => `${one}:${duty}`))];
}

async function membersOf({ people }: Pick<Ports, 'people'>, groupId: string): Promise<readonly AccountId[]> {
  try {
    return await people.allMembersOf(groupId);
  } catch (error) {
    if (error instanceof Failure && error.code === 'unexpected-answer') return people.membersOf(groupId);
    throw error;
  }
}
