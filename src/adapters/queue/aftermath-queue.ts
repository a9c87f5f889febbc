import { Queue } from '@forge/events';
import { Failure } from '../../domain/failure';
import type { SweepMessage, SweepQueue } from '../../ports/sweep-queue';

/** As in manifest.yml. */
const QUEUE = 'aftermath';

/**
 * The queue of the sweep. One message at a time for each site: two sweeps would only look at the same things.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
export class AftermathQueue implements SweepQueue {
  async push(message: SweepMessage): Promise<void> {
    try {
      await new Queue({ key: QUEUE }).push({ body: { ...message }, concurrency: { key: QUEUE, limit: 1 } });
    } catch (error) {
      throw new Failure('unreachable', 'The work could not be queued. Try again.', { cause: error });
    }
  }
}
