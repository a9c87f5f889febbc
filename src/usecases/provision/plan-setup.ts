import type { GovernedProject } from '../../domain/provisioning/governed-project';
import { planFor, type SetupPlan } from '../../domain/provisioning/plan';
import type { SetupProgress } from '../../domain/provisioning/progress';
import type { Survey } from '../../domain/provisioning/survey';
import type { Ports } from '../../ports/ports';
import { readSituation } from './read-situation';

/** What would be done to a project, and what was done before. */
export interface PlannedSetup {
  readonly project: Survey['project'];
  readonly plan: SetupPlan;
  readonly progress: SetupProgress | undefined;
  readonly governed: GovernedProject | undefined;
}

/** Looks at a project and says what it lacks to be governed. Changes nothing. @throws Failure as `readSituation` does. */
export async function planSetup(
  ports: Pick<Ports, 'administration' | 'archive' | 'setupRegister'>,
  projectId: string,
): Promise<PlannedSetup> {
  const [progress, { projects }] = await Promise.all([
    ports.setupRegister.progress(projectId),
    ports.setupRegister.governance(),
  ]);
  const situation = await readSituation(ports, projectId, progress?.parts ?? {});
  return {
    project: situation.survey.project,
    plan: planFor(situation),
    progress,
    governed: projects.find((project) => project.projectId === projectId),
  };
}
