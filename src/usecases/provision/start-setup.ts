import type { AccountId } from '../../domain/change/identity';
import { Failure } from '../../domain/failure';
import { withStarted } from '../../domain/provisioning/governed-project';
import type { Obstacle } from '../../domain/provisioning/obstacle';
import { progressOf } from '../../domain/provisioning/plan';
import type { Ports } from '../../ports/ports';
import { onFreshState } from '../on-fresh-state';
import { planSetup } from './plan-setup';

type StartPorts = Pick<Ports, 'administration' | 'archive' | 'setupRegister' | 'setupQueue' | 'ledger' | 'clock'>;

/**
 * Begins to put a project under change control, and puts that on record. What is under way already only goes on.
 * @returns what stands in the way; where anything does, nothing was started.
 * @throws Failure `bad-request` where nothing is left to do.
 */
export async function startSetup(
  ports: StartPorts,
  administrator: AccountId,
  projectId: string,
): Promise<readonly Obstacle[]> {
  const obstacles = await onFreshState(() => recordStart(ports, administrator, projectId));
  if (obstacles.length === 0) await ports.setupQueue.push(projectId);
  return obstacles;
}

async function recordStart(
  ports: StartPorts,
  administrator: AccountId,
  projectId: string,
): Promise<readonly Obstacle[]> {
  const { project, plan, progress, governed } = await planSetup(ports, projectId);
  if (progress?.state === 'running') return [];
  if (plan.obstacles.length > 0) return plan.obstacles;
  const { done, total } = progressOf(plan.steps);
  if (done === total && governed !== undefined) {
    throw new Failure('bad-request', 'This project is under change control already: everything is there.');
  }
  const governance = await ports.setupRegister.governance();
  const now = ports.clock.now();
  const run = (progress?.run ?? 0) + 1;
  const next = {
    revision: (progress?.revision ?? 0) + 1,
    projectId,
    projectKey: project.key,
    state: 'running',
    run,
    startedBy: administrator,
    startedAt: now,
    changedAt: now,
    done,
    total,
    parts: progress?.parts ?? {},
    task: null,
    failure: null,
  } as const;
  await ports.ledger.append(
    {
      actionId: `provisioning-started:${projectId}:${String(run)}`,
      at: now,
      by: administrator,
      event: { kind: 'provisioning-started', projectId, projectKey: project.key },
    },
    () => [
      { kind: 'setup-progress', progress: next },
      { kind: 'governance', governance: withStarted(governance, projectId) },
    ],
  );
  return [];
}
