import { Failure } from '../../domain/failure';
import { withGoverned, type GuardedBy } from '../../domain/provisioning/governed-project';
import { guardsMark } from '../../domain/provisioning/outcome';
import { placedGuards } from '../../domain/provisioning/place-guards';
import type { SetupProgress } from '../../domain/provisioning/progress';
import type { Situation } from '../../domain/provisioning/situation';
import type { Ports } from '../../ports/ports';
import { onFreshState } from '../on-fresh-state';

type FinishPorts = Pick<Ports, 'administration' | 'setupRegister' | 'setupQueue' | 'ledger' | 'clock'>;

/**
 * Looks whether every gate is really on its transition, and puts on record that the project is under change control. One
 * that was so before is watched without a gap. Where the policy or the holders of its roles changed while the workflow was
 * there already, its guards are brought up to date.
 * @throws Failure `unexpected-answer` where a gate is missing.
 */
export async function finishSetup(
  ports: FinishPorts,
  progress: SetupProgress,
  { survey, parts, blueprint }: Situation,
): Promise<void> {
  const workflowId = parts['workflow'] ?? '';
  const transitions = (await ports.administration.gatesOf(workflowId)) ?? [];
  const wanted = blueprint.transitions.flatMap(({ id, gate }) => (gate === null ? [] : [{ transitionId: id, gate }]));
  requireGates(wanted, transitions);
  const guards = blueprint.transitions.map((transition) => ({ guards: placedGuards(transition.guards, parts) }));
  // Before the end is on record: nobody asks again after it.
  if (progress.parts['guards'] !== guardsMark(guards)) await ports.setupQueue.pushRefresh(progress.projectId);
  await onFreshState(async () => {
    const governance = await ports.setupRegister.governance();
    const now = ports.clock.now();
    const { projectId, startedBy: by, run } = progress;
    const projectKey = survey.project.key;
    const before = governance.projects.find((one) => one.projectId === projectId);
    const project = {
      projectId,
      projectKey,
      issueTypeId: parts['issue-type'] ?? '',
      workflowId,
      workflowSchemeId: parts['workflow-scheme'] ?? '',
      transitions,
      since: before?.since ?? now,
      by,
    };
    await ports.ledger.append(
      {
        actionId: `project-governed:${projectId}:${String(run)}`,
        at: now,
        by,
        event: { kind: 'project-governed', projectId, projectKey, workflowId },
      },
      () => [
        { kind: 'governance', governance: withGoverned(governance, project) },
        {
          kind: 'setup-progress',
          progress: {
            ...progress,
            revision: progress.revision + 1,
            state: 'finished',
            parts,
            changedAt: now,
            done: progress.total,
          },
        },
      ],
    );
  });
}

function requireGates(wanted: readonly GuardedBy[], found: readonly GuardedBy[]): void {
  const missing = wanted.filter(
    ({ transitionId, gate }) => !found.some((one) => one.transitionId === transitionId && one.gate === gate),
  );
  if (missing.length === 0) return;
  throw new Failure(
    'unexpected-answer',
    `The workflow lacks the gate on ${String(missing.length)} of its transitions. Delete the workflow and its scheme in Jira, and go on.`,
  );
}
