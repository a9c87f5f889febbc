import type { AccountId } from '../../src/domain/change/identity';
import type { NamedGroup, NamedPerson, NamedProjectRole, People, ProjectActors } from '../../src/ports/people';
import type { FakeFaults } from './fake-faults';
import type { FakeGroup, FakeSite } from './fake-site';

/** Jira's people in memory. */
export class FakePeople implements People {
  readonly #site: FakeSite;
  readonly #faults: FakeFaults;

  constructor(site: FakeSite, faults: FakeFaults) {
    this.#site = site;
    this.#faults = faults;
  }

  async groupsOf(accountId: AccountId): Promise<readonly string[]> {
    await this.#faults.report('people.groupsOf');
    return this.#groups.filter(({ members }) => members.includes(accountId)).map(({ groupId }) => groupId);
  }

  async membersOf(groupId: string): Promise<readonly AccountId[]> {
    await this.#faults.report('people.membersOf');
    return (this.#site.groups.get(groupId)?.members ?? []).slice(0, 50);
  }

  async allMembersOf(groupId: string): Promise<readonly AccountId[]> {
    await this.#faults.report('people.allMembersOf');
    return this.#site.groups.get(groupId)?.members ?? [];
  }

  async actorsOf(projectKey: string, projectRoleId: string): Promise<ProjectActors> {
    await this.#faults.report('people.actorsOf');
    return this.#site.projectActors.get(`${projectKey}/${projectRoleId}`) ?? { people: [], groups: [] };
  }

  async projectRoles(): Promise<readonly NamedProjectRole[]> {
    await this.#faults.report('people.projectRoles');
    return [...this.#site.projectRoles].map(([projectRoleId, name]) => ({ projectRoleId, name }));
  }

  async searchPeople(text: string): Promise<readonly NamedPerson[]> {
    await this.#faults.report('people.searchPeople');
    const wanted = text.toLowerCase();
    return [...this.#site.names]
      .filter(([, name]) =>
        name
          .toLowerCase()
          .split(' ')
          .some((word) => word.startsWith(wanted)),
      )
      .slice(0, 20)
      .map(([accountId, name]) => ({ accountId, name }));
  }

  async isHuman(accountId: AccountId): Promise<boolean | undefined> {
    await this.#faults.report('people.isHuman');
    return this.#site.apps.has(accountId) ? false : this.#site.isKnown(accountId) ? true : undefined;
  }

  async namesOf(accountIds: readonly AccountId[]): Promise<Readonly<Record<AccountId, string>>> {
    await this.#faults.report('people.namesOf');
    const known = [...new Set(accountIds)].flatMap((id) => {
      const name = this.#site.names.get(id);
      return name === undefined ? [] : [[id, name] as const];
    });
    return Object.fromEntries(known);
  }

  async searchGroups(text: string): Promise<readonly NamedGroup[]> {
    await this.#faults.report('people.searchGroups');
    return this.#groups
      .filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
      .slice(0, 20)
      .map(named);
  }

  async groupsById(groupIds: readonly string[]): Promise<readonly NamedGroup[]> {
    await this.#faults.report('people.groupsById');
    return this.#groups.filter(({ groupId }) => groupIds.includes(groupId)).map(named);
  }

  async isJiraAdministrator(accountId: AccountId): Promise<boolean> {
    await this.#faults.report('people.isJiraAdministrator');
    return this.#site.administrators.has(accountId);
  }

  async maySeeIssue(issue: string): Promise<boolean> {
    await this.#faults.report('people.maySeeIssue');
    const change = this.#site.findChange(issue);
    return change !== undefined && this.#site.mayBrowse(change);
  }

  get #groups(): readonly FakeGroup[] {
    return [...this.#site.groups.values()];
  }
}

function named({ groupId, name }: FakeGroup): NamedGroup {
  return { groupId, name };
}
