import { canBePutBack, faultKey, MENDABLE_FAULTS, type FoundFault } from '../../domain/aftermath/guard-faults';
import type { SweepState } from '../../domain/aftermath/sweep';
import type { AccountId } from '../../domain/change/identity';
import { Failure } from '../../domain/failure';
import type { GovernedProject, GuardedBy } from '../../domain/provisioning/governed-project';
import type { Ports } from '../../ports/ports';
import { lookAtGuards, readGuards } from '../aftermath/look-at-guards';
import { onFreshState } from '../on-fresh-state';
import { wantedGuards } from './refresh-guards';

type GuardPorts = Pick<
  Ports,
  'administration' | 'archive' | 'setupRegister' | 'setupQueue' | 'sweepRegister' | 'watch' | 'ledger' | 'clock'
>;

/**
 * Puts the gates of a governed project, and what Jira checks beside them, back on the transitions that have lost them;
 * looks whether they are really there, and puts that on record. What was put back and could not be put on record is
 * recorded the next time that it is asked for.
 * @throws Failure `not-found` for a project that is not governed, `bad-request` where this is not what is amiss,
 *   `unexpected-answer` where a gate is missing afterwards, and as the ports do.
 */
export async function putGuardsBack(ports: GuardPorts, administrator: AccountId, projectId: string): Promise<void> {
  const [{ projects }, { faults }] = await Promise.all([ports.setupRegister.governance(), ports.sweepRegister.state()]);
  const project = projects.find((one) => one.projectId === projectId);
  if (project === undefined) throw new Failure('not-found', 'This project is not under change control any more.');
  const { found } = await readGuards(ports, project);
  requireMendable(found);
  const lost = project.transitions.filter((one) => isLost(one, project, found, faults));
  if (lost.length > 0) {
    await restore(ports, project, lost);
    requireThere(lost, (await readGuards(ports, project)).found);
    await record(ports, administrator, project, lost);
  }
  await forgetFaults(ports, project);
}

/** In a workflow that is not its own, or not there, the app puts nothing. */
function requireMendable(found: readonly FoundFault[]): void {
  const whole = found.find(({ transitionId }) => transitionId === null);
  if (whole === undefined) return;
  throw new Failure(
    'bad-request',
    'Change requests of this project do not follow the workflow that the app made, so there is nothing to put the gates back on. Give the issue type its workflow back, or set the project up again.',
  );
}

/** Lost now, or known to be lost although it is there again: nobody has put that on record yet. */
function isLost(
  { transitionId }: GuardedBy,
  { projectId }: GovernedProject,
  found: readonly FoundFault[],
  faults: SweepState['faults'],
): boolean {
  if (found.some((fault) => fault.transitionId === transitionId && canBePutBack(fault.why))) return true;
  return MENDABLE_FAULTS.some((why) => faults[faultKey(projectId, { why, transitionId })]?.lasts);
}

async function restore(ports: GuardPorts, project: GovernedProject, lost: readonly GuardedBy[]): Promise<void> {
  const wanted = await wantedGuards(ports, project.projectId);
  const isAsked = (id: string) => lost.some(({ transitionId }) => transitionId === id);
  await ports.administration.setGuards(
    project.workflowId,
    wanted.filter(({ transitionId }) => isAsked(transitionId)).map((guards) => ({ ...guards, restore: true as const })),
  );
}

function requireThere(lost: readonly GuardedBy[], after: readonly FoundFault[]): void {
  if (!after.some(({ transitionId }) => lost.some((one) => one.transitionId === transitionId))) return;
  throw new Failure(
    'unexpected-answer',
    'Jira took the change, but a gate is still missing. Open the workflow in Jira.',
  );
}

/** The revision tells one time from the next. */
async function record(
  ports: GuardPorts,
  administrator: AccountId,
  { projectId, projectKey }: GovernedProject,
  transitions: readonly GuardedBy[],
): Promise<void> {
  await onFreshState(async () => {
    const governance = await ports.setupRegister.governance();
    const revision = governance.revision + 1;
    await ports.ledger.append(
      {
        actionId: `guards-put-back:${projectId}:${String(revision)}`,
        at: ports.clock.now(),
        by: administrator,
        event: { kind: 'guards-put-back', projectId, projectKey, transitions },
      },
      () => [{ kind: 'governance', governance: { ...governance, revision } }],
    );
  });
}

/** What the sweep knows of the project is brought up to date, so that nobody has to wait for the next one. */
async function forgetFaults(ports: GuardPorts, project: GovernedProject): Promise<void> {
  await onFreshState(async () => {
    const state = await ports.sweepRegister.state();
    const faults = await lookAtGuards(ports, project, state.faults);
    await ports.sweepRegister.save({ ...state, revision: state.revision + 1, faults });
  });
}
