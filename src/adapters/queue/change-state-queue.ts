import { Queue } from '@forge/events';
import { Failure } from '../../domain/failure';
import type { StateMessage, StateQueue } from '../../ports/state-queue';

/** As in manifest.yml. */
const QUEUE = 'change-state';

/**
 * The queue of the fields that say where changes stand. One message at a time for each site, so that nobody overwrites
 * what was found out later.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
export class ChangeStateQueue implements StateQueue {
  async push(message: StateMessage): Promise<void> {
    try {
      await new Queue({ key: QUEUE }).push({ body: { ...message }, concurrency: { key: QUEUE, limit: 1 } });
    } catch (error) {
      throw new Failure('unreachable', 'The work could not be queued. Try again.', { cause: error });
    }
  }
}
