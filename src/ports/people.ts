import type { AccountId } from '../domain/change/identity';

export interface NamedGroup {
  readonly groupId: string;
  readonly name: string;
}

export interface NamedProjectRole {
  readonly projectRoleId: string;
  readonly name: string;
}

export interface NamedPerson {
  readonly accountId: AccountId;
  readonly name: string;
}

export interface ProjectActors {
  readonly people: readonly AccountId[];
  readonly groups: readonly string[];
}

/** Who people are and what they may do. Names are looked up when they are shown and never kept. */
export interface People {
  /** Ids of the groups a person is in. @throws Failure `unreachable`, `unexpected-answer`. */
  groupsOf(accountId: AccountId): Promise<readonly string[]>;
  /** Active human members of a group, at most 50: enough to say whom to ask. */
  membersOf(groupId: string): Promise<readonly AccountId[]>;
  /** All active human members of a group. @throws Failure `unexpected-answer` for a group of more than 1000. */
  allMembersOf(groupId: string): Promise<readonly AccountId[]>;
  /** The active people and the groups that play a role in a project; nobody where the project knows no such role. */
  actorsOf(projectKey: string, projectRoleId: string): Promise<ProjectActors>;
  /** The roles that a project can know. */
  projectRoles(): Promise<readonly NamedProjectRole[]>;
  /** Active human people whose name contains the text, at most 20. */
  searchPeople(text: string): Promise<readonly NamedPerson[]>;
  /** Whether a human being has the account; undefined where Jira does not say. */
  isHuman(accountId: AccountId): Promise<boolean | undefined>;
  /** Display names; an account that cannot be looked up is left out. */
  namesOf(accountIds: readonly AccountId[]): Promise<Readonly<Record<AccountId, string>>>;
  /** Groups whose name contains the text, at most 20. */
  searchGroups(text: string): Promise<readonly NamedGroup[]>;
  /** The groups with these ids that still exist. */
  groupsById(groupIds: readonly string[]): Promise<readonly NamedGroup[]>;
  /** Whether a person holds Jira's global permission Administer Jira. */
  isJiraAdministrator(accountId: AccountId): Promise<boolean>;
  /** Whether the person behind this invocation may see the issue. */
  maySeeIssue(issue: string): Promise<boolean>;
}
