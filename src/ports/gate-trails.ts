import type { GateTrail } from '../domain/aftermath/gate-verdict';

/** What the gates said of each change. Whatever else happens to a trail happens together with a ledger entry. */
export interface GateTrails {
  /** An empty one for a change of which no gate has said anything. One platform call. */
  find(changeId: string): Promise<GateTrail>;
  /**
   * `revision` inside is the one that it will have. One platform call.
   * @throws Failure `conflict` when it is not at the revision before.
   */
  save(trail: GateTrail): Promise<void>;
}
