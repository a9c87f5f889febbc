import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import type { DeployNonces } from '../../ports/deploy-gate';
import { failureOf } from './storage-answer';
import { nonceKey } from './storage-keys';

/**
 * Nonces in Forge storage: a key that exists cannot be set again. The platform may forget one later than asked, never
 * earlier.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-api/#kvs-set
 */
export class KvsDeployNonces implements DeployNonces {
  async claim(digest: string): Promise<boolean> {
    try {
      await kvs.set(nonceKey(digest), true, { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 15, unit: 'MINUTES' } });
      return true;
    } catch (error) {
      if (error instanceof ForgeKvsAPIError && error.code === 'KEY_CONFLICT') return false;
      throw failureOf(error);
    }
  }
}
