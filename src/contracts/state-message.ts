import { z } from 'zod';

const stateMessage = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('show-state'), changeId: z.string().min(1) }),
  z.strictObject({ do: z.literal('show-all'), cursor: z.string().nullable() }),
]);

/** What the consumer of the queue `change-state` receives: the message, and how often it was tried before. */
export const stateEvent = z
  .object({
    body: stateMessage,
    retryContext: z.object({ retryCount: z.number() }).optional().catch(undefined),
  })
  .transform(({ body, retryContext }) => ({ message: body, retries: retryContext?.retryCount ?? 0 }));
