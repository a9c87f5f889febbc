import type { AccountId } from '../domain/change/identity';

export interface NamedGroup {
  readonly groupId: string;
  readonly name: string;
}

/** Who people are and what they may do. Names are looked up when they are shown and never kept. */
export interface People {
  /** Ids of the groups a person is in. @throws Failure `unreachable`, `unexpected-answer`. */
  groupsOf(accountId: AccountId): Promise<readonly string[]>;
  /** Active human members of a group, at most 50: enough to say whom to ask. */
  membersOf(groupId: string): Promise<readonly AccountId[]>;
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
