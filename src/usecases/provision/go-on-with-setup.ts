import { Failure } from '../../domain/failure';
import type { SetupProgress } from '../../domain/provisioning/progress';
import type { Ports } from '../../ports/ports';
import { onFreshState } from '../on-fresh-state';

type RegisterPorts = Pick<Ports, 'setupRegister' | 'clock'>;

/**
 * Goes on with a set-up that ended before its time, or that nobody works on any more. Asking twice does no harm.
 * @throws Failure `not-found` where none was started, `bad-request` for one that has finished.
 */
export async function goOnWithSetup(
  ports: RegisterPorts & Pick<Ports, 'setupQueue'>,
  projectId: string,
): Promise<void> {
  await onFreshState(async () => {
    const progress = await ports.setupRegister.progress(projectId);
    if (progress === undefined) throw new Failure('not-found', 'Nobody has begun to set this project up.');
    if (progress.state === 'finished') throw new Failure('bad-request', 'The set-up of this project has finished.');
    if (progress.state === 'failed') await save(ports, progress, { state: 'running', failure: null, task: null });
  });
  await ports.setupQueue.push(projectId);
}

/** Writes down that the set-up ended before its time, and why. What was made stays, and is found again. */
export async function failSetup(ports: RegisterPorts, projectId: string, why: string): Promise<void> {
  await onFreshState(async () => {
    const progress = await ports.setupRegister.progress(projectId);
    if (progress?.state !== 'running') return;
    await save(ports, progress, { state: 'failed', failure: why });
  });
}

/** Writes down how far a set-up has come. @throws Failure `conflict` when it went on elsewhere. */
export async function save(
  { setupRegister, clock }: RegisterPorts,
  before: SetupProgress,
  change: Partial<SetupProgress>,
): Promise<SetupProgress> {
  const next = { ...before, ...change, revision: before.revision + 1, changedAt: clock.now() };
  await setupRegister.save(next);
  return next;
}
