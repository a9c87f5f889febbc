import { Failure } from '../../domain/failure';
import { obstaclesIn } from '../../domain/provisioning/obstacle';
import { partsMadeBy, type StepOutcome } from '../../domain/provisioning/outcome';
import { nextStep, progressIn } from '../../domain/provisioning/plan';
import type { SetupProgress } from '../../domain/provisioning/progress';
import { withParts, type Situation } from '../../domain/provisioning/situation';
import type { Step } from '../../domain/provisioning/step';
import type { Ports } from '../../ports/ports';
import { finishSetup } from './finish-setup';
import { save } from './go-on-with-setup';
import { readSituation } from './read-situation';
import { saveFieldMap } from './save-field-map';

export type SetupPorts = Pick<
  Ports,
  'administration' | 'archive' | 'setupRegister' | 'setupQueue' | 'ledger' | 'clock'
>;

/** As many as are surely done before the platform ends the invocation. */
const MOST_STEPS = 10;
const SECONDS_FOR_A_TASK = 5;
/** In between Jira has time for others: its configuration is locked while it changes. */
const SECONDS_BETWEEN_MESSAGES = 1;

/**
 * Does the next steps of a set-up and asks for the ones after them. It first looks at what there is, so that a step whose
 * end nobody wrote down is not done twice; after each step it writes down what was made.
 * @throws Failure as the ports do: to be tried again, or told to the administrator.
 */
export async function continueSetup(ports: SetupPorts, projectId: string): Promise<void> {
  const progress = await ports.setupRegister.progress(projectId);
  if (progress?.state !== 'running') return;
  const rested = await withTaskOver(ports, progress);
  if (rested === undefined) {
    await ports.setupQueue.push(projectId, SECONDS_FOR_A_TASK);
    return;
  }
  const situation = await readSituation(ports, projectId, rested.parts);
  requireNoObstacle(situation);
  await doSteps(ports, rested, situation);
}

/** The progress without the task that it waits for; undefined while that goes on. */
async function withTaskOver(ports: SetupPorts, progress: SetupProgress): Promise<SetupProgress | undefined> {
  if (progress.task === null) return progress;
  const outcome = await ports.administration.task(progress.task.taskId);
  if (outcome.state === 'running') return undefined;
  const after = await save(ports, progress, { task: null });
  if (outcome.state === 'done') return after;
  throw new Failure('unexpected-answer', `Jira could not finish a task of its own: ${outcome.why}`);
}

async function doSteps(ports: SetupPorts, before: SetupProgress, start: Situation): Promise<void> {
  let progress = before;
  let situation = start;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const step = nextStep(situation);
    if (step === undefined) {
      await finishSetup(ports, progress, situation);
      return;
    }
    const outcome = await perform(ports, progress, step);
    if ('task' in outcome) {
      await save(ports, progress, { task: { key: step.key, taskId: outcome.task } });
      await ports.setupQueue.push(progress.projectId, SECONDS_FOR_A_TASK);
      return;
    }
    const made = partsMadeBy(step, outcome.ids);
    situation = withParts(situation, made);
    progress = await save(ports, progress, {
      parts: { ...progress.parts, ...made },
      ...progressIn(situation),
    });
  }
  await ports.setupQueue.push(progress.projectId, SECONDS_BETWEEN_MESSAGES);
}

async function perform(ports: SetupPorts, { startedBy }: SetupProgress, { work }: Step): Promise<StepOutcome> {
  if (work.do !== 'save-field-map') return ports.administration.carryOut(work);
  await saveFieldMap(ports, startedBy, () => work.map);
  return { ids: {} };
}

/** The project may have changed since the plan was agreed to. */
function requireNoObstacle(situation: Situation): void {
  const [obstacle] = obstaclesIn(situation);
  if (obstacle === undefined) return;
  throw new Failure(
    'moved-on',
    'The project is not as it was when this began. Look at its plan again: it says what stands in the way.',
  );
}
