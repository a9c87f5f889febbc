import { rolesIn } from '../domain/approval/requirement';
import type { VoteCount } from '../domain/approval/weigh-votes';
import type { ChangeFacts } from '../domain/change/change-facts';
import type { AccountId } from '../domain/change/identity';
import { nextGate, type Gate } from '../domain/change/lifecycle';
import { planOf } from '../domain/change/plan-fingerprint';
import { approvalPoint, whyMayNotVote, type VoteRefusal } from '../domain/decision/decide-vote';
import { isEmergency } from '../domain/policy/emergency';
import { Failure } from '../domain/failure';
import type { Instant } from '../domain/instant';
import { checklistOf, type CheckedItem } from '../domain/policy/checklist';
import { evaluatePolicy } from '../domain/policy/evaluate-policy';
import type { Evaluation } from '../domain/policy/evaluation';
import type { Policy } from '../domain/policy/policy';
import { weighAllVotes } from '../domain/policy/rules/approval';
import type { LogRow } from '../domain/record/change-log';
import { rolesHeld, type Settings } from '../domain/settings';
import type { Ports } from '../ports/ports';
import { gatherChange } from './gather-change';
import { findRow } from './find-row';

/** A role that is waited for at the gate ahead, and who could speak for it. */
export interface WaitedFor {
  readonly role: string;
  readonly people: readonly AccountId[];
  /** Whether any group holds the role at all. */
  readonly mapped: boolean;
}

/** Where a governed change stands, for one person who looks at it. */
export interface ChangeStanding {
  readonly facts: ChangeFacts;
  readonly policy: Policy;
  readonly gate: Gate | undefined;
  readonly evaluation: Evaluation | undefined;
  readonly checklist: readonly CheckedItem[];
  /** Every vote on the change, oldest first, with its weight now. */
  readonly votes: readonly VoteCount[];
  readonly point: Gate | undefined;
  readonly waitingFor: readonly WaitedFor[];
  readonly fingerprint: string;
  readonly viewer: AccountId;
  readonly refusal: VoteRefusal | undefined;
  readonly row: { readonly row: LogRow; readonly pageId: string | null; readonly published: boolean } | undefined;
}

export type ChangeView = 'not-a-change-request' | 'no-policy' | ChangeStanding;

/**
 * Where a change stands and what is missing, as the person may see it.
 * @throws Failure `not-found` when the person may not see the issue.
 */
export async function viewChange(
  ports: Pick<Ports, 'changes' | 'archive' | 'people' | 'clock' | 'ledger'>,
  key: string,
  viewer: AccountId,
): Promise<ChangeView> {
  const [visible, gathered, settings, groups] = await Promise.all([
    ports.people.maySeeIssue(key),
    gatherChange(ports, key),
    ports.archive.settings(),
    ports.people.groupsOf(viewer),
  ]);
  if (!visible) throw new Failure('not-found', 'There is no such change, or you may not see it.');
  if (!gathered.isChangeRequest) return 'not-a-change-request';
  if (gathered.inForce === undefined) return 'no-policy';
  const { facts } = gathered;
  const { policy } = gathered.inForce;
  const standing = stand(policy, facts, ports.clock.now());
  const [waitingFor, row] = await Promise.all([
    whoIsWaitedFor(ports, standing.checklist, settings),
    findRow(ports, facts.change.id),
  ]);
  const point = approvalPoint(policy, facts)?.gate;
  return {
    ...standing,
    facts,
    policy,
    point,
    votes: facts.votes.state === 'known' ? weighAllVotes(policy, facts, facts.votes.value) : [],
    waitingFor,
    fingerprint: planOf(facts, policy.materialFields).fingerprint,
    viewer,
    refusal: whyMayNotVote(policy, facts, viewer, rolesHeld(settings, groups)),
    row,
  };
}

function stand(
  policy: Policy,
  facts: ChangeFacts,
  now: Instant,
): Pick<ChangeStanding, 'gate' | 'evaluation' | 'checklist'> {
  const stage = facts.stage.state === 'known' ? facts.stage.value : undefined;
  const gate = stage && nextGate(stage, isEmergency(policy, facts));
  if (gate === undefined) return { gate, evaluation: undefined, checklist: [] };
  const evaluation = evaluatePolicy(policy, facts, gate, now);
  return { gate, evaluation, checklist: checklistOf(evaluation) };
}

async function whoIsWaitedFor(
  ports: Pick<Ports, 'people'>,
  checklist: readonly CheckedItem[],
  settings: Settings,
): Promise<readonly WaitedFor[]> {
  const missing = checklist.flatMap(({ state, remedy }) =>
    state === 'unmet' && remedy?.do === 'approve' ? rolesIn({ role: remedy.role }) : [],
  );
  return Promise.all(
    [...new Set(missing)].map(async (role) => {
      const groups = settings.roleGroups[role] ?? [];
      const members = await Promise.all(groups.map((group) => ports.people.membersOf(group)));
      return { role, people: [...new Set(members.flat())], mapped: groups.length > 0 };
    }),
  );
}
