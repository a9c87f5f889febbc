import { z } from 'zod';
import type { GateTrail } from '../../domain/aftermath/gate-verdict';
import type { StoredContract } from './stored-document';
import { gate, instant, revision, sha256 } from './stored-parts';

/** What the gates said of one change. */
export const storedGateTrail: StoredContract<GateTrail> = {
  schemaVersion: 1,
  document: z.strictObject({
    revision,
    changeId: z.string().min(1),
    verdicts: z.array(
      z.strictObject({
        gate,
        verdict: z.enum(['allow', 'warn']),
        at: instant,
        from: z.string().nullable(),
        to: z.string().nullable(),
        policyHash: sha256,
        evaluationDigest: sha256,
        fingerprint: sha256,
        moveId: z.string().min(1).nullable(),
      }),
    ),
    settled: z.array(z.string().min(1)),
  }),
  upgrades: {},
};
