import { reviewTrace, type Occurrence, type Watched } from '../../domain/aftermath/review-trace';
import { withSettled, type GateTrail } from '../../domain/aftermath/gate-verdict';
import type { ChangeTrace } from '../../domain/aftermath/change-trace';
import { isToBeTold } from '../../domain/aftermath/notice';
import { isClosedStage } from '../../domain/change/lifecycle';
import { later } from '../../domain/instant';
import type { Ports } from '../../ports/ports';
import { onFreshState } from '../on-fresh-state';

export type SettlePorts = Pick<
  Ports,
  'trails' | 'watch' | 'ledger' | 'clock' | 'setupRegister' | 'sweepRegister' | 'sweepQueue' | 'queue'
>;

/** Jira may be three minutes late with an event, and the app half an hour when it must try again. */
const LATE_MS = 45 * 60_000;
/** How much the clocks of Jira and the app may be apart. */
const SKEW_MS = 30_000;

/**
 * Puts on record what happened to a change since it was last looked at: gates passed with their verdicts, and whatever
 * went around them. Reads the truth itself and may be asked any number of times.
 * @param seenBy An event of Jira, or the sweep: what only the sweep has seen, Jira did not tell of.
 * @throws Failure when anything could not be read or written: it must be asked again.
 */
export async function settleChange(ports: SettlePorts, changeId: string, seenBy: 'event' | 'sweep'): Promise<void> {
  const begun = await ports.trails.find(changeId);
  const trace = await ports.watch.trace(changeId, begun.revision > 0);
  if (trace === undefined || (!trace.isChangeRequest && begun.revision === 0)) return;
  const watched = await watchedWith(ports, trace, begun);
  if (seenBy === 'sweep') await noteMissed(ports, trace, watched, reviewTrace(trace, begun, watched));
  let read: GateTrail | undefined = begun;
  const settled = await onFreshState(async () => {
    const trail = read ?? (await ports.trails.find(changeId));
    read = undefined;
    return settle(ports, trace, watched, trail);
  });
  if (settled.some(({ event }) => isToBeTold(event))) await ports.sweepQueue.push({ do: 'tell' });
}

async function settle(
  ports: SettlePorts,
  trace: ChangeTrace,
  watched: Watched,
  begun: GateTrail,
): Promise<readonly Occurrence[]> {
  let trail = begun;
  const occurrences = reviewTrace(trace, trail, watched);
  for (const { actionId, by, event, historyId, used } of occurrences) {
    const next = withSettled(trail, historyId, used);
    const { already } = await ports.ledger.append({ actionId, at: ports.clock.now(), by, event }, () => [
      { kind: 'gate-trail', trail: next },
    ]);
    // What the ledger knew was not written: the trail as it is kept stands where it stood.
    trail = already ? { ...next, revision: trail.revision } : next;
  }
  return occurrences;
}

/** The projects under change control: those that the app set up, and those in which its gate was ever asked. */
async function watchedWith(ports: SettlePorts, { projectId }: ChangeTrace, trail: GateTrail): Promise<Watched> {
  const [{ projects }, learned] = await Promise.all([ports.setupRegister.governance(), ports.sweepRegister.learned()]);
  const watched = new Map([...learned, ...projects].map((project) => [project.projectId, project.since]));
  const [first] = trail.verdicts;
  if (first === undefined || watched.has(projectId)) return watched;
  const since = later(first.at, -SKEW_MS);
  await onFreshState(() => ports.sweepRegister.learn({ projectId, since }));
  return watched.set(projectId, since);
}

/**
 * What Jira did not tell of is noted, so that it can be seen whether its events come; a closing is put on record now. Noted
 * first: once the move itself is on record, nobody who goes on with this could tell that no event had come.
 */
async function noteMissed(
  ports: SettlePorts,
  trace: ChangeTrace,
  watched: Watched,
  unsettled: readonly Occurrence[],
): Promise<void> {
  const { change } = trace;
  const passed = unsettled.filter(({ event }) => event.kind === 'gate-passed').map(({ historyId }) => historyId);
  const closings = await closingsNotOnRecord(ports, trace, watched);
  const late = later(ports.clock.now(), -LATE_MS);
  for (const { id: moveId, at: movedAt } of trace.steps) {
    if (movedAt > late || !(passed.includes(moveId) || closings.includes(moveId))) continue;
    await ports.ledger.append(
      {
        actionId: `missed:${change.id}:${moveId}`,
        at: ports.clock.now(),
        by: 'app',
        event: { kind: 'event-missed', change, moveId, movedAt },
      },
      () => [],
    );
  }
  if (closings.length > 0) await ports.queue.push({ do: 'record-change', changeId: change.id });
}

async function closingsNotOnRecord(
  { ledger }: Pick<Ports, 'ledger'>,
  { change, isChangeRequest, projectId, steps }: ChangeTrace,
  watched: Watched,
): Promise<readonly string[]> {
  const since = watched.get(projectId);
  if (!isChangeRequest || since === undefined) return [];
  const closings = steps.filter(({ at, status }) => {
    const stage = status?.to.stage ?? null;
    return at >= since && stage !== null && isClosedStage(stage);
  });
  const found = await Promise.all(
    closings.map(async ({ id }) => ((await ledger.find(`closed:${change.id}:${id}`)) === undefined ? [id] : [])),
  );
  return found.flat();
}
