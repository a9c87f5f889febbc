import { z } from 'zod';

/** A message of the queue `aftermath`, as `SweepQueue` sends it. */
export const sweepMessage = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('sweep') }),
  z.strictObject({ do: z.literal('look-for'), changeId: z.string().min(1) }),
  z.strictObject({ do: z.literal('tell') }),
]);

/** What the consumer receives: the message, and how often it was tried before. */
export const sweepEvent = z
  .object({
    body: sweepMessage,
    retryContext: z.object({ retryCount: z.number() }).optional().catch(undefined),
  })
  .transform(({ body, retryContext }) => ({ message: body, retries: retryContext?.retryCount ?? 0 }));
