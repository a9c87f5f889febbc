import { Queue } from '@forge/events';
import { Failure } from '../../domain/failure';
import type { PublishMessage, PublishQueue } from '../../ports/publish-queue';

/** As in manifest.yml. */
const QUEUE = 'change-log';

/**
 * The queue of the change log. Messages are worked on one at a time for each site: two that write the same page would
 * only get in each other's way.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
export class ChangeLogQueue implements PublishQueue {
  async push(message: PublishMessage): Promise<void> {
    try {
      await new Queue({ key: QUEUE }).push({ body: { ...message }, concurrency: { key: QUEUE, limit: 1 } });
    } catch (error) {
      throw new Failure('unreachable', 'The work could not be queued. Try again.', { cause: error });
    }
  }
}
