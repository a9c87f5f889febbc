import { z } from 'zod';

const projectId = z.string().regex(/^\d{1,20}$/);

/** What the provisioner receives: which project to go on with or to look at, and how often that was tried before. */
export const setupEvent = z
  .object({
    body: z.discriminatedUnion('do', [
      z.strictObject({ do: z.literal('set-up'), projectId }),
      z.strictObject({ do: z.literal('refresh-guards'), projectId }),
    ]),
    retryContext: z.object({ retryCount: z.number() }).optional().catch(undefined),
  })
  .transform(({ body, retryContext }) => ({ ...body, retries: retryContext?.retryCount ?? 0 }));
