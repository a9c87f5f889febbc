import { kvs } from '@forge/kvs';
import { SECRET_PREFIX, storedDeploySecret } from '../../contracts/stored/deploy-secrets';
import type { SecretVault } from '../../ports/deploy-gate';
import { unreadable } from './read-values';
import { fromStorage } from './storage-answer';
import { deploySecretKey } from './storage-keys';

/** 256 bits: as many as the HMAC has. */
const SECRET_BYTES = 32;

/**
 * Secrets in the encrypted part of Forge storage, which the platform never answers to a query.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-api/#kvs-setsecret
 */
export class KvsSecretVault implements SecretVault {
  async make(): Promise<{ readonly id: string; readonly secret: string }> {
    const id = crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
    const secret = `${SECRET_PREFIX}${Buffer.from(bytes).toString('base64url')}`;
    await fromStorage(kvs.setSecret(deploySecretKey(id), secret));
    return { id, secret };
  }

  async find(id: string): Promise<string | undefined> {
    const key = deploySecretKey(id);
    const value = await fromStorage(kvs.getSecret<unknown>(key));
    if (value === undefined) return undefined;
    const secret = storedDeploySecret.safeParse(value);
    if (!secret.success) throw unreadable(key, 'it is no secret of the deploy gate');
    return secret.data;
  }

  async forget(id: string): Promise<void> {
    await fromStorage(kvs.deleteSecret(deploySecretKey(id)));
  }
}
