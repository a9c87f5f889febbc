import type { AccountId } from '../../src/domain/change/identity';
import type { FieldEdit } from '../../src/domain/change/change-story';
import type { ChangeHistory } from '../../src/domain/change/change-history';
import type { ChangeReading } from '../../src/ports/change-requests';
import type { FieldId } from '../../src/domain/change/change-field';
import type { NamedGroup, ProjectActors } from '../../src/ports/people';

/** A change as the fake Jira has it. Absent `viewers`: everybody may browse it. */
export interface FakeChange {
  readonly reading: Pick<ChangeReading, 'isChangeRequest' | 'facts'>;
  readonly history: ChangeHistory;
  /** Who wrote which field last; absent: whoever asked for the change wrote them all. */
  readonly authors?: Readonly<Record<FieldId, AccountId>>;
  readonly viewers?: readonly AccountId[];
  /** Edits that the changelog tells of, oldest first. */
  readonly edits?: readonly FieldEdit[];
  /** Why nobody may write to it or move it; absent: everybody who may see it may. */
  readonly locked?: string;
}

export interface FakeGroup extends NamedGroup {
  readonly members: readonly AccountId[];
}

/** What the fakes of Jira share: its changes, its people, and the person behind the invocation. */
export class FakeSite {
  readonly changes = new Map<string, FakeChange>();
  readonly groups = new Map<string, FakeGroup>();
  readonly names = new Map<AccountId, string>();
  readonly administrators = new Set<AccountId>();
  /** Accounts that belong to apps. Everybody else who has a name, administers Jira or is in a group is a human being. */
  readonly apps = new Set<AccountId>();
  /** Project role id -> name. */
  readonly projectRoles = new Map<string, string>();
  /** `PROJECT/role id` -> who plays it there. */
  readonly projectActors = new Map<string, ProjectActors>();
  /** The person behind the invocation; null where there is none (validators, events, queue). */
  caller: AccountId | null = null;

  /** Adds or replaces a change. */
  putChange(change: FakeChange): void {
    this.changes.set(change.reading.facts.change.id, change);
  }

  removeChange(issue: string): void {
    const change = this.findChange(issue);
    if (change !== undefined) this.changes.delete(change.reading.facts.change.id);
  }

  findChange(issue: string): FakeChange | undefined {
    const { changes } = this;
    return changes.get(issue) ?? [...changes.values()].find(({ reading }) => reading.facts.change.key === issue);
  }

  isKnown(accountId: AccountId): boolean {
    const { names, administrators, groups } = this;
    if (names.has(accountId) || administrators.has(accountId)) return true;
    return [...groups.values()].some(({ members }) => members.includes(accountId));
  }

  mayBrowse(change: FakeChange): boolean {
    return this.caller !== null && (change.viewers === undefined || change.viewers.includes(this.caller));
  }
}
