import type { VoteCount } from '../domain/approval/weigh-votes';
import type { ChangeFacts } from '../domain/change/change-facts';
import { projectOf, type AccountId } from '../domain/change/identity';
import type { Gate } from '../domain/change/lifecycle';
import { approvalPoint } from '../domain/decision/approval-point';
import { whyMayNotVote, type VoteRefusal } from '../domain/decision/decide-vote';
import { gateAhead } from '../domain/policy/gate-ahead';
import { Failure } from '../domain/failure';
import type { Instant } from '../domain/instant';
import { checklistOf, type CheckedItem } from '../domain/policy/checklist';
import { evaluatePolicy } from '../domain/policy/evaluate-policy';
import type { Evaluation } from '../domain/policy/evaluation';
import type { Policy } from '../domain/policy/policy';
import { weighAllVotes } from '../domain/policy/rules/approval';
import type { LogRow } from '../domain/record/change-log';
import { holdersIn, type Settings } from '../domain/settings';
import type { Ports } from '../ports/ports';
import { gatherChange } from './gather-change';
import { findRow } from './find-row';
import { isMapped, someHoldersOf, voterAt } from './role-membership';

/** A role that is waited for at the gate ahead, and who could speak for it. */
export interface WaitedFor {
  readonly role: string;
  readonly people: readonly AccountId[];
  /** Whether anything is mapped to the role at all. */
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
  const now = ports.clock.now();
  const [visible, gathered, settings] = await Promise.all([
    ports.people.maySeeIssue(key),
    gatherChange(ports, key),
    ports.archive.settings(),
  ]);
  if (!visible) throw new Failure('not-found', 'There is no such change, or you may not see it.');
  if (!gathered.isChangeRequest) return 'not-a-change-request';
  if (gathered.governed === undefined) return 'no-policy';
  const { facts, inForce } = gathered.governed;
  const { policy } = inForce;
  const standing = stand(policy, facts, now);
  const [waitingFor, row, voter] = await Promise.all([
    whoIsWaitedFor(ports, standing.checklist, settings, projectOf(facts.change)),
    findRow(ports, facts.change.id),
    voterAt(ports, settings, viewer, projectOf(facts.change), now),
  ]);
  const point = approvalPoint(policy, facts, now, voter)?.gate;
  return {
    ...standing,
    facts,
    policy,
    point,
    votes: facts.votes.state === 'known' ? weighAllVotes(policy, facts, facts.votes.value) : [],
    waitingFor,
    fingerprint: facts.fingerprint,
    viewer,
    refusal: whyMayNotVote(policy, facts, voter, now),
    row,
  };
}

function stand(
  policy: Policy,
  facts: ChangeFacts,
  now: Instant,
): Pick<ChangeStanding, 'gate' | 'evaluation' | 'checklist'> {
  const gate = gateAhead(policy, facts);
  if (gate === undefined) return { gate, evaluation: undefined, checklist: [] };
  const evaluation = evaluatePolicy(policy, facts, gate, now);
  return { gate, evaluation, checklist: checklistOf(evaluation) };
}

async function whoIsWaitedFor(
  ports: Pick<Ports, 'people'>,
  checklist: readonly CheckedItem[],
  settings: Settings,
  project: string,
): Promise<readonly WaitedFor[]> {
  const missing = checklist.flatMap(({ state, remedy }) =>
    state === 'unmet' && (remedy?.do === 'approve' || remedy?.do === 'approve-by-more') ? [remedy.role] : [],
  );
  return Promise.all(
    [...new Set(missing)].map(async (role) => {
      const holders = holdersIn(settings, role);
      return { role, people: await someHoldersOf(ports, holders, project), mapped: isMapped(holders) };
    }),
  );
}
