import { differencesSince, type ChangeStory, type PartDifference } from '../domain/change/change-story';
import { milestonesOf, skippedStages } from '../domain/change/change-history';
import { known, type ChangeFacts } from '../domain/change/change-facts';
import { projectOf, type AccountId, type PlanPart } from '../domain/change/identity';
import type { Gate, Stage } from '../domain/change/lifecycle';
import { approvalPoint } from '../domain/decision/approval-point';
import { grantedBy } from '../domain/decision/asked-roles';
import { whyMayNotVote, type VoteRefusal } from '../domain/decision/decide-vote';
import { voteStandings, type VoteStanding } from '../domain/decision/vote-standing';
import { gateAhead } from '../domain/policy/gate-ahead';
import type { Instant } from '../domain/instant';
import { clocksOfChange, type ChangeClock } from '../domain/obligation/clock-of-change';
import { checklistOf, type CheckedItem } from '../domain/policy/checklist';
import { emergencyCourse, type EmergencyCourse } from '../domain/policy/emergency-course';
import { evaluatePolicy } from '../domain/policy/evaluate-policy';
import type { Evaluation } from '../domain/policy/evaluation';
import { askedExceptions } from '../domain/policy/exceptions';
import { offeredExceptions, type OfferedException } from '../domain/policy/exception-offer';
import { timeAround, type TimeAround } from '../domain/policy/known-windows';
import type { Policy } from '../domain/policy/policy';
import type { LogRow } from '../domain/record/change-log';
import type { Ports } from '../ports/ports';
import { gatherChange } from './gather-change';
import { findRow } from './find-row';
import { ifVisible } from './if-visible';
import { ownDelegations, type OwnDelegations } from './own-delegations';
import { voterAt } from './role-membership';
import { whoIsWaitedFor, type WaitedFor } from './who-is-waited-for';

/** A vote with what became of the plan since, where that voided it. */
export interface ViewedVote extends VoteStanding {
  readonly differences: readonly PartDifference[];
}

/** Where a governed change stands, for one person who looks at it. */
export interface ChangeStanding {
  readonly facts: ChangeFacts;
  readonly policy: Policy;
  /** Stages that a move led past. */
  readonly skipped: readonly Stage[];
  readonly gate: Gate | undefined;
  readonly evaluation: Evaluation | undefined;
  readonly checklist: readonly CheckedItem[];
  /** Every vote on the change, oldest first, with what it is worth now. */
  readonly votes: readonly ViewedVote[];
  readonly point: Gate | undefined;
  readonly waitingFor: readonly WaitedFor[];
  readonly clocks: readonly ChangeClock[];
  readonly emergency: EmergencyCourse | undefined;
  readonly time: TimeAround;
  /** What the change asks an exception from, and what one could be asked from. */
  readonly asked: readonly string[];
  readonly offered: readonly OfferedException[];
  /** What the viewer would grant by approving. */
  readonly grants: readonly string[];
  readonly delegations: OwnDelegations | undefined;
  readonly fingerprint: string;
  readonly viewer: AccountId;
  /** When this was so. */
  readonly now: Instant;
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
  const [gathered, settings] = await ifVisible(ports, key, () =>
    Promise.all([gatherChange(ports, key), ports.archive.settings()]),
  );
  if (!gathered.isChangeRequest) return 'not-a-change-request';
  if (gathered.governed === undefined) return 'no-policy';
  const { facts, inForce } = gathered.governed;
  const { policy } = inForce;
  const standing = stand(policy, facts, now);
  const votes = voteStandings(policy, facts, now);
  const [story, row, voter] = await Promise.all([
    ports.changes.story(facts.change.id, editedIn(votes), policy.fields),
    findRow(ports, facts.change.id),
    voterAt(ports, settings, viewer, projectOf(facts.change), now),
  ]);
  const spoken = [...voter.rolesHeld, ...voter.delegated.map(({ role }) => role)];
  const open = standing.gate !== undefined;
  return {
    ...standing,
    facts,
    policy,
    skipped: skippedStages(story),
    point: approvalPoint(policy, facts, now, voter)?.gate,
    votes: votes.map((vote) => withDifferences(vote, story)),
    waitingFor: await whoIsWaitedFor(ports, { ...standing, settings, facts, votes, story }),
    clocks: clocksOfChange(policy, { ...facts, milestones: known(milestonesOf(story)) }, now),
    emergency: open ? emergencyCourse(policy, facts, now) : undefined,
    time: timeAround(policy, facts),
    asked: askedExceptions({ facts }),
    offered: standing.evaluation === undefined ? [] : offeredExceptions(policy, facts, standing.evaluation),
    grants: grantedBy(spoken, policy, facts),
    delegations: ownDelegations(policy, settings, viewer, voter.rolesHeld, now),
    fingerprint: facts.fingerprint,
    viewer,
    now,
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

function editedIn(votes: readonly VoteStanding[]): readonly PlanPart[] {
  return [...new Set(votes.flatMap(({ worth }) => (worth.weight === 'void' ? worth.edited : [])))];
}

function withDifferences(standing: VoteStanding, story: ChangeStory): ViewedVote {
  const { worth, vote } = standing;
  return { ...standing, differences: worth.weight === 'void' ? differencesSince(story, worth.edited, vote.at) : [] };
}
