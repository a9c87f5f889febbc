import type { AccountId } from '../../src/domain/change/identity';
import type { ChangeHistory } from '../../src/domain/change/change-history';
import type { ChangeReading } from '../../src/ports/change-requests';
import type { NamedGroup } from '../../src/ports/people';

/** A change as the fake Jira has it. Absent `viewers`: everybody may browse it. */
export interface FakeChange {
  readonly reading: ChangeReading;
  readonly history: ChangeHistory;
  readonly viewers?: readonly AccountId[];
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

  mayBrowse(change: FakeChange): boolean {
    return this.caller !== null && (change.viewers === undefined || change.viewers.includes(this.caller));
  }
}
