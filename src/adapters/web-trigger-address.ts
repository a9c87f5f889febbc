import { webTrigger } from '@forge/api';
import { Failure } from '../domain/failure';
import type { DeployAddress } from '../ports/deploy-gate';

/** Key of the module in manifest.yml. */
const MODULE = 'deploy-gate';

/**
 * The address of the web trigger, which stays the same for an installation.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/web-trigger-api/
 */
export class WebTriggerAddress implements DeployAddress {
  async url(): Promise<string> {
    try {
      return await webTrigger.getUrl(MODULE);
    } catch (error) {
      throw new Failure('unreachable', 'Atlassian did not say where the deploy gate is. Try again.', { cause: error });
    }
  }
}
