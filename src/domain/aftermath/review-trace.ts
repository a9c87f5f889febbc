import type { ArrivalWay, LedgerActor, LedgerEvent } from '../ledger/ledger-entry';
import type { Instant } from '../instant';
import { beginningOf, type ChangeTrace, type StatusAt, type TraceStep } from './change-trace';
import { findVerdict } from './find-verdict';
import type { GateTrail, GateVerdict } from './gate-verdict';
import { gateBetween, isBeyondGates, isGated } from './gated-way';

/** Project id -> since when it is under change control. */
export type Watched = ReadonlyMap<string, Instant>;

/** The trail's name for the moment in which a change came into being. */
export const CREATED = 'created';

/** Something that happened to a change and is not on record yet. */
export interface Occurrence {
  readonly actionId: string;
  /** Id of the entry of the changelog, or `created`. */
  readonly historyId: string;
  readonly happenedAt: Instant;
  readonly by: LedgerActor;
  readonly event: LedgerEvent;
  /** The verdict with which a gate was passed. */
  readonly used: GateVerdict | null;
}

interface Place {
  readonly projectId: string;
  readonly isChangeRequest: boolean;
  readonly status: StatusAt;
}

/**
 * What happened to a change while its project was under change control: the gates that it passed with a verdict, and
 * everything that went around them. Oldest first; what the trail has as settled is left out. Of a change that kept to the
 * way there is nothing but `gate-passed`.
 */
export function reviewTrace(trace: ChangeTrace, trail: GateTrail, watched: Watched): readonly Occurrence[] {
  const found: Occurrence[] = [];
  let place: Place = beginningOf(trace);
  let verdicts = trail.verdicts;
  const isOpen = (id: string): boolean => !trail.settled.includes(id);
  const isWatched = ({ projectId }: Place, at: Instant): boolean => (watched.get(projectId) ?? '~') <= at;
  if (
    place.isChangeRequest &&
    isWatched(place, trace.createdAt) &&
    isOpen(CREATED) &&
    isBeyondGates(place.status.stage)
  ) {
    found.push(skipped(trace, place.status, { id: CREATED, at: trace.createdAt, by: trace.createdBy }, 'created'));
  }
  for (const step of trace.steps) {
    const next = after(place, step);
    if (isOpen(step.id)) {
      const under = { before: isWatched(place, step.at), next: isWatched(next, step.at) };
      const occurrence = occurrenceOf(trace, step, { before: place, next, under, verdicts });
      if (occurrence !== undefined) found.push(occurrence);
      if (occurrence?.used) verdicts = verdicts.filter((verdict) => verdict !== occurrence.used);
    }
    place = next;
  }
  return found;
}

function after(place: Place, { project, type, status }: TraceStep): Place {
  return {
    projectId: project?.to ?? place.projectId,
    isChangeRequest: type?.to ?? place.isChangeRequest,
    status: status?.to ?? place.status,
  };
}

interface Passage {
  readonly before: Place;
  readonly next: Place;
  /** Whether the project was under change control, before and after. */
  readonly under: { readonly before: boolean; readonly next: boolean };
  readonly verdicts: readonly GateVerdict[];
}

function occurrenceOf(
  trace: ChangeTrace,
  step: TraceStep,
  { before, next, under, verdicts }: Passage,
): Occurrence | undefined {
  const wasOurs = before.isChangeRequest && under.before;
  const isOurs = next.isChangeRequest && under.next;
  if (!wasOurs) {
    if (!isOurs || !isBeyondGates(next.status.stage)) return undefined;
    return skipped(trace, next.status, step, before.isChangeRequest ? 'moved-in' : 'turned-into-one');
  }
  // A draft is nobody's business yet: Jira lets whoever may edit it move it, or make something else of it.
  const isDraft = before.status.stage === 'draft';
  if (!next.isChangeRequest) return isDraft ? undefined : left(trace, step, 'retyped');
  if (before.projectId === next.projectId) {
    return step.status === null ? undefined : moved(trace, step, step.status, verdicts);
  }
  if (!isDraft) return left(trace, step, 'moved');
  return isOurs && isBeyondGates(next.status.stage) ? skipped(trace, next.status, step, 'moved-in') : undefined;
}

function moved(
  { change }: ChangeTrace,
  step: TraceStep,
  { from, to }: NonNullable<TraceStep['status']>,
  verdicts: readonly GateVerdict[],
): Occurrence | undefined {
  const used = findVerdict(verdicts, step);
  const about = { change, moveId: step.id, movedAt: step.at, from: from.stage, to: to.stage };
  const act = { ...actOf(step), actionId: `gate:${change.id}:${step.id}` };
  if (used !== undefined) {
    const { gate, verdict, at, evaluationDigest, policyHash, fingerprint } = used;
    const given = { verdict, at, evaluationDigest, policyHash, fingerprint };
    return { ...act, used, event: { kind: 'gate-passed', ...about, gate, verdict: given } };
  }
  if (!isGated(from.stage, to.stage)) return undefined;
  return { ...act, used: null, event: { kind: 'gate-bypassed', ...about, gate: gateBetween(from.stage, to.stage) } };
}

function left({ change }: ChangeTrace, step: TraceStep, how: 'moved' | 'retyped'): Occurrence {
  return {
    ...actOf(step),
    actionId: `left:${change.id}:${step.id}`,
    used: null,
    event: { kind: 'change-left', change, how, leftAt: step.at },
  };
}

function skipped(
  { change }: ChangeTrace,
  { stage }: StatusAt,
  step: Pick<TraceStep, 'id' | 'at' | 'by'>,
  how: ArrivalWay,
): Occurrence {
  return {
    ...actOf(step),
    actionId: `skipped:${change.id}:${step.id}`,
    used: null,
    event: { kind: 'gates-skipped', change, how, stage: stage ?? 'draft', arrivedAt: step.at },
  };
}

function actOf({
  id,
  at,
  by,
}: Pick<TraceStep, 'id' | 'at' | 'by'>): Pick<Occurrence, 'historyId' | 'happenedAt' | 'by'> {
  return { historyId: id, happenedAt: at, by: by ?? 'app' };
}
