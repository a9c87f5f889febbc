import { continueSetup } from '../../src/usecases/provision/continue-setup';
import { startSetup } from '../../src/usecases/provision/start-setup';
import type { Fakes } from '../fakes/create-fakes';
import { CLEAN_POLICY, siteOfCleanPolicy } from './clean-policy';
import { ADMIN } from './governed-site';
import { inForce } from './policies';
import { surveyOf } from './surveys';

/** A site with the clean policy in force, on which the project of `surveyOf` was put under change control. */
export async function siteWithProjectSetUp(projectId: string): Promise<Fakes> {
  const fakes = siteOfCleanPolicy(inForce(CLEAN_POLICY));
  fakes.administration.site = surveyOf();
  await startSetup(fakes, ADMIN, projectId);
  for (let messages = 0; messages < 50 && fakes.store.setups.get(projectId)?.state === 'running'; messages += 1) {
    await continueSetup(fakes, projectId);
  }
  return fakes;
}
