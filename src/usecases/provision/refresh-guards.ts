import { placedGuards } from '../../domain/provisioning/place-guards';
import { knownFieldIds, type FieldMap } from '../../domain/change/field-map';
import type { Parts } from '../../domain/provisioning/situation';
import type { GuardsOfTransition } from '../../ports/jira-administration';
import type { Ports } from '../../ports/ports';
import { readSituation } from './read-situation';

type RegisterPorts = Pick<Ports, 'setupRegister' | 'setupQueue'>;

/**
 * Asks for the guards of every governed project to be brought up to date: they are compiled from the policy in force and
 * from who holds its roles, so that a change of either makes old ones of them. Asking twice does no harm.
 * @throws Failure `unreachable` when the queue does not take it.
 */
export async function askForFreshGuards({ setupRegister, setupQueue }: RegisterPorts): Promise<void> {
  const { projects } = await setupRegister.governance();
  for (const { projectId } of projects) await setupQueue.pushRefresh(projectId);
}

/**
 * Puts the guards that policy and settings ask for now on the transitions of a governed project: in the workflow that the
 * app made for it, and on those transitions that still carry the gate. One that somebody took off is for the sweep to tell.
 * Changes nothing where they are up to date.
 * @throws Failure as the ports do: to be tried again.
 */
export async function refreshGuards(
  ports: Pick<Ports, 'administration' | 'archive' | 'setupRegister'>,
  projectId: string,
): Promise<void> {
  const { projects } = await ports.setupRegister.governance();
  const project = projects.find((one) => one.projectId === projectId);
  if (project === undefined) return;
  await ports.administration.setGuards(project.workflowId, await wantedGuards(ports, projectId));
}

/**
 * The guards that policy and settings ask for now on the transitions of a project.
 * @throws Failure as the ports do.
 */
export async function wantedGuards(
  ports: Pick<Ports, 'administration' | 'archive' | 'setupRegister'>,
  projectId: string,
): Promise<readonly GuardsOfTransition[]> {
  const progress = await ports.setupRegister.progress(projectId);
  const { blueprint, parts, map } = await readSituation(ports, projectId, progress?.parts ?? {});
  const placed = { ...parts, ...mappedFields(map) };
  return blueprint.transitions
    .filter(({ gate }) => gate !== null)
    .map(({ id, guards }) => ({ transitionId: id, guards: placedGuards(guards, placed) }));
}

/** Somebody may have moved a part of the change to another field since the project was set up. */
function mappedFields(map: FieldMap): Parts {
  return Object.fromEntries(knownFieldIds(map).map(([field, id]) => [`field:${field}`, id]));
}
