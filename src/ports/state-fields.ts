import type { ChangeState, SaidState } from '../domain/shown-state/change-state';
import type { Policy } from '../domain/policy/policy';

/** What the fields hold, as the adapter found it: opaque to everyone but the adapter. */
export type FoundFields = Readonly<Record<string, unknown>>;

/** @property said What they say; undefined where they are empty or say something that this app does not understand. */
export interface StateReading {
  readonly said: SaidState | undefined;
  readonly found: FoundFields;
}

/** The fields of a change in which everybody may see where it stands. Only this app writes them. */
export interface StateFields {
  /** @throws Failure as `ChangeRequests.read` does. */
  read(changeId: string): Promise<StateReading>;

  /**
   * Says where a change stands, unless the fields say so already; with null that nothing is to be said of it.
   * @param policy The one in force, for its titles; undefined where there is none.
   * @returns whether anything was written.
   * @throws Failure as `ChangeRequests.read` does.
   */
  write(changeId: string, state: ChangeState | null, policy: Policy | undefined, found: FoundFields): Promise<boolean>;
}
