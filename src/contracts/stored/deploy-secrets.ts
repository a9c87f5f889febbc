import { z } from 'zod';
import type { DeploySecrets } from '../../domain/deploy-gate/deploy-secrets';
import type { StoredContract } from './stored-document';
import { accountId, instant, revision } from './stored-parts';

const secretId = z.string().min(1);

/** Which secrets open the deploy gate. The secrets themselves are kept apart from it, encrypted by the platform. */
export const storedDeploySecrets: StoredContract<DeploySecrets> = {
  schemaVersion: 1,
  document: z.strictObject({
    revision,
    projects: z.record(
      z.string().min(1),
      z.strictObject({
        current: z.strictObject({ id: secretId, since: instant, by: accountId }),
        previous: z.strictObject({ id: secretId, until: instant }).nullable(),
      }),
    ),
  }),
  upgrades: {},
};

/** Lets a scanner for secrets tell what it has found; and no secret begins with a hyphen, as an option of a command does. */
export const SECRET_PREFIX = 'ccdg_';

/** One secret, as the encrypted part of the storage has it. */
export const storedDeploySecret = z.string().startsWith(SECRET_PREFIX);
