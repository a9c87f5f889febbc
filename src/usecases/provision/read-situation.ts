import { blueprintFor } from '../../domain/provisioning/blueprint';
import { situationOf, type Parts, type Situation } from '../../domain/provisioning/situation';
import type { Ports } from '../../ports/ports';

/**
 * Reads everything that the set-up of a project follows from, as it is now.
 * @param recorded What was made before, by part.
 * @throws Failure `not-found` for a project that is not there, and as the ports do.
 */
export async function readSituation(
  { administration, archive, setupRegister }: Pick<Ports, 'administration' | 'archive' | 'setupRegister'>,
  projectId: string,
  recorded: Parts,
): Promise<Situation> {
  const [inForce, settings, map] = await Promise.all([
    archive.policyInForce(),
    archive.settings(),
    setupRegister.fieldMap(),
  ]);
  const blueprint = blueprintFor(inForce?.policy, settings);
  return situationOf(blueprint, await administration.survey(projectId, blueprint, map), map, recorded);
}
