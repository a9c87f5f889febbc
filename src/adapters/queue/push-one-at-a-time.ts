import { Queue } from '@forge/events';
import { Failure } from '../../domain/failure';

/**
 * Puts a message in a queue of which one message at a time is worked on for each site.
 * @param queue Its key in manifest.yml.
 * @param afterSeconds How long the message waits at least.
 * @throws Failure `unreachable` when the queue does not take it.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
export async function pushOneAtATime(queue: string, message: object, afterSeconds = 0): Promise<void> {
  try {
    await new Queue({ key: queue }).push({
      body: { ...message },
      concurrency: { key: queue, limit: 1 },
      ...(afterSeconds > 0 && { delayInSeconds: afterSeconds }),
    });
  } catch (error) {
    throw new Failure('unreachable', 'The work could not be queued. Try again.', { cause: error });
  }
}
