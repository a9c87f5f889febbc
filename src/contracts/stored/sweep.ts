import { z } from 'zod';
import { SWEEP_PHASES, type SweepState } from '../../domain/aftermath/sweep';
import type { ChangeIdentity } from '../../domain/change/identity';
import type { StoredContract } from './stored-document';
import { changeIdentity, instant, revision } from './stored-parts';

const count = z.number().int().nonnegative();
const id = z.string().min(1);

/** How far the sweep has come. */
export const storedSweep: StoredContract<SweepState> = {
  schemaVersion: 1,
  document: z.strictObject({
    revision,
    run: z
      .strictObject({
        startedAt: instant,
        phase: z.enum(SWEEP_PHASES),
        pending: z.array(id),
        looked: count,
        problems: z.array(z.string()),
        fromSeq: count,
      })
      .nullable(),
    lookedThrough: instant.nullable(),
    indexedThrough: count,
    toldThrough: count,
    findings: z.array(count),
    faults: z.record(z.string(), z.strictObject({ times: count, lasts: z.boolean() })),
    last: z
      .strictObject({
        startedAt: instant,
        finishedAt: instant,
        looked: count,
        found: count,
        problems: z.array(z.string()),
      })
      .nullable(),
    failure: z.strictObject({ at: instant, why: z.string() }).nullable(),
  }),
  upgrades: {},
};

/** The changes that should be there. */
export const storedKnownChanges: StoredContract<{ readonly changes: readonly ChangeIdentity[] }> = {
  schemaVersion: 1,
  document: z.strictObject({ changes: z.array(changeIdentity) }),
  upgrades: {},
};

/** Projects in which a gate was asked although the app did not set them up. */
export const storedLearnedProjects: StoredContract<{
  readonly revision: number;
  readonly projects: readonly { readonly projectId: string; readonly since: string }[];
}> = {
  schemaVersion: 1,
  document: z.strictObject({
    revision,
    projects: z.array(z.strictObject({ projectId: id, since: instant })),
  }),
  upgrades: {},
};
