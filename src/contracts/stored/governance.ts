import { z } from 'zod';
import type { Governance } from '../../domain/provisioning/governed-project';
import type { StoredContract } from './stored-document';
import { accountId, gate, instant, revision } from './stored-parts';

/** The governed projects of the site. */
export const storedGovernance: StoredContract<Governance> = {
  schemaVersion: 1,
  document: z.strictObject({
    revision,
    projects: z.array(
      z.strictObject({
        projectId: z.string().min(1),
        projectKey: z.string().min(1),
        issueTypeId: z.string().min(1),
        workflowId: z.string().min(1),
        workflowSchemeId: z.string().min(1),
        transitions: z.array(z.strictObject({ transitionId: z.string().min(1), gate })),
        since: instant,
        by: accountId,
      }),
    ),
    underway: z.array(z.string().min(1)),
  }),
  upgrades: {},
};
