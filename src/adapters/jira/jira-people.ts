import { asApp, asUser, route } from '@forge/api';
import {
  foundGroups,
  foundUsers,
  groupMembers,
  oneUser,
  projectRole,
  projectRoleList,
  type GroupMembers,
  groupsInBulk,
  groupsOfUser,
  permissionGrants,
  usersInBulk,
} from '../../contracts/jira/people';
import { visibleIssue } from '../../contracts/jira/issue';
import type { AccountId } from '../../domain/change/identity';
import { Failure } from '../../domain/failure';
import type { NamedGroup, NamedPerson, NamedProjectRole, People, ProjectActors } from '../../ports/people';
import { requireIssueId } from './issue-id';
import { findInJira, fromJira } from './jira-answer';

const JSON_ANSWER = { headers: { Accept: 'application/json' } };
/** Keeps the address of a request below 8 kB: an account id may have 128 characters. */
const IDS_IN_A_REQUEST = 50;
const MOST_MEMBERS = '50';
const MEMBERS_IN_A_PAGE = 50;
const MOST_OF_A_GROUP = 1000;
const MOST_PEOPLE = 20;
const MOST_GROUPS = '20';

/** Jira's people and groups, over REST API v3. */
export class JiraPeople implements People {
  async groupsOf(accountId: AccountId): Promise<readonly string[]> {
    const path = route`/rest/api/3/user/groups?accountId=${accountId}`;
    const groups = await findInJira(asApp().requestJira(path, JSON_ANSWER), groupsOfUser);
    return (groups ?? []).map(({ groupId }) => groupId);
  }

  async membersOf(groupId: string): Promise<readonly AccountId[]> {
    const path = route`/rest/api/3/group/member?groupId=${groupId}&includeInactiveUsers=false&maxResults=${MOST_MEMBERS}`;
    const members = await findInJira(asApp().requestJira(path, JSON_ANSWER), groupMembers);
    return humansIn(members?.values ?? []);
  }

  async allMembersOf(groupId: string): Promise<readonly AccountId[]> {
    const people: AccountId[] = [];
    for (let start = 0; start < MOST_OF_A_GROUP; start += MEMBERS_IN_A_PAGE) {
      const path = route`/rest/api/3/group/member?groupId=${groupId}&includeInactiveUsers=false&startAt=${String(start)}&maxResults=${MOST_MEMBERS}`;
      const page = await findInJira(asApp().requestJira(path, JSON_ANSWER), groupMembers);
      people.push(...humansIn(page?.values ?? []));
      if (page?.isLast !== false) return people;
    }
    throw new Failure(
      'unexpected-answer',
      `A group has more than ${String(MOST_OF_A_GROUP)} members, too many to count.`,
    );
  }

  async actorsOf(projectKey: string, projectRoleId: string): Promise<ProjectActors> {
    const path = route`/rest/api/3/project/${projectKey}/role/${projectRoleId}?excludeInactiveUsers=true`;
    const { actors = [] } = (await findInJira(asApp().requestJira(path, JSON_ANSWER), projectRole)) ?? {};
    return {
      people: actors.flatMap(({ actorUser }) => (actorUser === undefined ? [] : [actorUser.accountId])),
      groups: actors.flatMap(({ actorGroup }) => (actorGroup === undefined ? [] : [actorGroup.groupId])),
    };
  }

  async projectRoles(): Promise<readonly NamedProjectRole[]> {
    const roles = await fromJira(asApp().requestJira(route`/rest/api/3/role`, JSON_ANSWER), projectRoleList);
    return roles.map(({ id, name }) => ({ projectRoleId: String(id), name }));
  }

  async searchPeople(text: string): Promise<readonly NamedPerson[]> {
    const path = route`/rest/api/3/user/search?query=${text}&maxResults=${MOST_MEMBERS}`;
    const found = (await fromJira(asApp().requestJira(path, JSON_ANSWER), foundUsers)).filter(isActiveHuman);
    return found.slice(0, MOST_PEOPLE).map(({ accountId, displayName }) => ({ accountId, name: displayName }));
  }

  async isHuman(accountId: AccountId): Promise<boolean | undefined> {
    const path = route`/rest/api/3/user?accountId=${accountId}`;
    const user = await findInJira(asApp().requestJira(path, JSON_ANSWER), oneUser);
    return user?.accountType === undefined ? undefined : user.accountType === 'atlassian';
  }

  async namesOf(accountIds: readonly AccountId[]): Promise<Readonly<Record<AccountId, string>>> {
    const found = await inBatches(accountIds, async (batch) => {
      const parameters = listOf('accountId', batch);
      const path = route`/rest/api/3/user/bulk?${parameters}`;
      return (await fromJira(asApp().requestJira(path, JSON_ANSWER), usersInBulk)).values;
    });
    return Object.fromEntries(found.map(({ accountId, displayName }) => [accountId, displayName]));
  }

  async searchGroups(text: string): Promise<readonly NamedGroup[]> {
    const path = route`/rest/api/3/groups/picker?query=${text}&maxResults=${MOST_GROUPS}`;
    const { groups } = await fromJira(asApp().requestJira(path, JSON_ANSWER), foundGroups);
    return groups.map(({ groupId, name }) => ({ groupId, name }));
  }

  async groupsById(groupIds: readonly string[]): Promise<readonly NamedGroup[]> {
    const found = await inBatches(groupIds, async (batch) => {
      const parameters = listOf('groupId', batch);
      const path = route`/rest/api/3/group/bulk?${parameters}`;
      return (await fromJira(asApp().requestJira(path, JSON_ANSWER), groupsInBulk)).values;
    });
    return found.map(({ groupId, name }) => ({ groupId, name }));
  }

  async isJiraAdministrator(accountId: AccountId): Promise<boolean> {
    const request = asApp().requestJira(route`/rest/api/3/permissions/check`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify({ accountId, globalPermissions: ['ADMINISTER'] }),
    });
    return (await fromJira(request, permissionGrants)).globalPermissions.includes('ADMINISTER');
  }

  async maySeeIssue(issue: string): Promise<boolean> {
    try {
      const path = route`/rest/api/3/issue/${requireIssueId(issue)}?fields=id`;
      await fromJira(asUser().requestJira(path, JSON_ANSWER), visibleIssue);
      return true;
    } catch (error) {
      if (error instanceof Failure && (error.code === 'not-found' || error.code === 'not-allowed')) return false;
      throw error;
    }
  }
}

function humansIn(users: GroupMembers['values']): readonly AccountId[] {
  return users.filter(isActiveHuman).map(({ accountId }) => accountId);
}

function isActiveHuman({
  accountType,
  active,
}: Pick<GroupMembers['values'][number], 'accountType' | 'active'>): boolean {
  return accountType === 'atlassian' && active !== false;
}

async function inBatches<T>(
  ids: readonly string[],
  ask: (batch: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const distinct = [...new Set(ids)];
  const batches = Array.from({ length: Math.ceil(distinct.length / IDS_IN_A_REQUEST) }, (_, index) =>
    distinct.slice(index * IDS_IN_A_REQUEST, (index + 1) * IDS_IN_A_REQUEST),
  );
  return (await Promise.all(batches.map(ask))).flat();
}

/** A parameter that is repeated for each id, and room in the answer for all of them. */
function listOf(name: string, ids: readonly string[]): URLSearchParams {
  const parameters = new URLSearchParams(ids.map((id): [string, string] => [name, id]));
  parameters.set('maxResults', String(IDS_IN_A_REQUEST));
  return parameters;
}
