import type { AccountId } from '../../src/domain/change/identity';
import type { ClosedStage, Stage } from '../../src/domain/change/lifecycle';
import type { Ports } from '../../src/ports/ports';
import type { VisibleChange } from '../../src/ports/change-requests';

/** What a person wrote into a new change request; everything else is empty. */
export interface NewChange {
  readonly summary: string;
  readonly description?: string;
  readonly changeType?: string;
  readonly rollbackOwner?: AccountId;
  readonly plannedStart?: string;
  readonly plannedEnd?: string;
  readonly services?: readonly string[];
}

/** Some worlds are done at once. */
type Done<T> = T | Promise<T>;

/**
 * A site on which the promises of the ports can be tried: the fakes, or the adapters on the local platform. People,
 * groups and spaces are those of `demo/site-seed.ts` in both. A port is used as the app uses it, everything else is done
 * as people do it.
 */
export interface World {
  readonly ports: Ports;
  /** Who is behind the next calls of the app; null for nobody. */
  actAs(accountId: AccountId | null): void;
  /** A change request in Draft, asked for by Priya. */
  createChange(change: NewChange): Done<VisibleChange>;
  /** Somebody writes a new description. */
  describeAs(accountId: AccountId, change: VisibleChange, description: string): Done<void>;
  /** Moves a change through these stages, a minute apart. */
  moveThrough(change: VisibleChange, stages: readonly Stage[]): Done<void>;
  /** Closes a change by the shortest way. */
  closeAs(change: VisibleChange, stage: ClosedStage): Done<void>;
  /** An issue of another type. */
  createTask(summary: string): Done<VisibleChange>;
  /** A person writes at the end of a page. */
  writeNotes(pageId: string, text: string): Done<void>;
  renamePage(pageId: string, title: string): Done<void>;
  trashPage(pageId: string): Done<void>;
  /** The whole text of a page as its reader sees it. */
  pageText(pageId: string): Done<string>;
}

/** How to make a world: `name` says in a test report which one it was. */
export interface WorldMaker {
  readonly name: string;
  readonly make: () => World | Promise<World>;
}
