import { z } from 'zod';

/** A message of the change-log queue, as `PublishQueue` sends it. */
export const queueMessage = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('record-change'), changeId: z.string().min(1) }),
  z.strictObject({
    do: z.literal('publish-page'),
    month: z.string().regex(/^\d{4}-\d{2}$/),
    part: z.number().int().nonnegative(),
  }),
]);

/**
 * What a consumer receives: the message, and how often it was tried before.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
export const queueEvent = z
  .object({
    body: queueMessage,
    retryContext: z.object({ retryCount: z.number() }).optional().catch(undefined),
  })
  .transform(({ body, retryContext }) => ({ message: body, retries: retryContext?.retryCount ?? 0 }));
