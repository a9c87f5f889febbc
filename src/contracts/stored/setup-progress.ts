import { z } from 'zod';
import type { SetupProgress } from '../../domain/provisioning/progress';
import type { StoredContract } from './stored-document';
import { accountId, instant, revision } from './stored-parts';

/** How far the set-up of a project has come. */
export const storedSetupProgress: StoredContract<SetupProgress> = {
  schemaVersion: 1,
  document: z.strictObject({
    revision,
    projectId: z.string().min(1),
    projectKey: z.string().min(1),
    state: z.enum(['running', 'failed', 'finished']),
    run: z.number().int().positive(),
    startedBy: accountId,
    startedAt: instant,
    changedAt: instant,
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    parts: z.record(z.string(), z.string()),
    task: z.strictObject({ key: z.string(), taskId: z.string() }).nullable(),
    failure: z.string().nullable(),
  }),
  upgrades: {},
};
