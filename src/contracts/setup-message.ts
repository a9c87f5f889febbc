import { z } from 'zod';

/** What the provisioner receives: which project to go on with, and how often that was tried before. */
export const setupEvent = z
  .object({
    body: z.strictObject({ do: z.literal('set-up'), projectId: z.string().regex(/^\d{1,20}$/) }),
    retryContext: z.object({ retryCount: z.number() }).optional().catch(undefined),
  })
  .transform(({ body, retryContext }) => ({ projectId: body.projectId, retries: retryContext?.retryCount ?? 0 }));
