import type { ApprovalSheet } from '../domain/approval/vote';
import type { ChangeFacts } from '../domain/change/change-facts';
import type { ChangeIdentity } from '../domain/change/identity';
import type { Gate } from '../domain/change/lifecycle';
import { gateAhead } from '../domain/policy/gate-ahead';
import type { Policy } from '../domain/policy/policy';
import type { PolicyInForce } from '../domain/policy/policy-in-force';
import type { ScreenEdits } from '../ports/change-requests';
import { readSheet, votesOf } from './bare-facts';
import { completeFacts, factsUnder, type BareFacts, type FactPorts } from './complete-facts';

/** A change with everything that a decision about it needs. */
export interface GatheredChange {
  readonly isChangeRequest: boolean;
  /** Who and what the change is, also where no policy is in force. */
  readonly change: ChangeIdentity;
  /** With the policy in force: the facts as its rules at these gates need them; undefined where none is. */
  readonly governed: { readonly inForce: PolicyInForce; readonly facts: ChangeFacts } | undefined;
  /** Revision of the approval sheet, for writing the next vote; 0 where nobody voted. */
  readonly sheet: ApprovalSheet;
}

/** @property gates The gates that will be decided; if absent, the one ahead of the change. */
export interface GatherOptions {
  readonly edits?: ScreenEdits;
  readonly gates?: readonly Gate[];
}

/**
 * Reads a change, its votes and the policy in force, all at once, in four platform calls; then, in a second round, what
 * else the rules of this policy need. Votes that cannot be read become an unknown fact (and so block an approval rule
 * only); a change or a policy that cannot be read is a Failure.
 */
export async function gatherChange(
  ports: FactPorts,
  key: string,
  { edits = {}, gates }: GatherOptions = {},
): Promise<GatheredChange> {
  const [reading, inForce, asked] = await Promise.all([
    ports.changes.read(key, edits),
    ports.archive.policyInForce(),
    readSheet(ports, key),
  ]);
  const { change } = reading.facts;
  // Jira also answers to an id, to small letters and to the key that an issue had before it was moved.
  const sheet = change.key === key ? asked : await readSheet(ports, change.key);
  const bare = { reading, votes: votesOf(sheet, change.id), edits };
  const usable = sheet.state === 'known' && sheet.value?.changeId === change.id ? sheet.value : undefined;
  return {
    isChangeRequest: reading.isChangeRequest,
    change,
    governed: inForce && { inForce, facts: await factsFor(ports, inForce.policy, bare, gates) },
    sheet: usable ?? { changeId: change.id, revision: 0, votes: [] },
  };
}

function factsFor(
  ports: FactPorts,
  policy: Policy,
  bare: BareFacts,
  gates: readonly Gate[] | undefined,
): Promise<ChangeFacts> {
  const ahead = gates ?? [gateAhead(policy, factsUnder(policy, bare))].filter((gate) => gate !== undefined);
  return completeFacts(ports, policy, bare, ahead);
}
