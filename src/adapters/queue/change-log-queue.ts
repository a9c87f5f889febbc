import type { PublishMessage, PublishQueue } from '../../ports/publish-queue';
import { pushOneAtATime } from './push-one-at-a-time';

/** The queue of the change log. One message at a time: two that write the same page would get in each other's way. */
export class ChangeLogQueue implements PublishQueue {
  push(message: PublishMessage): Promise<void> {
    return pushOneAtATime('change-log', message);
  }
}
