import type { StateMessage, StateQueue } from '../../ports/state-queue';
import { pushOneAtATime } from './push-one-at-a-time';

/**
 * The queue of the fields that say where changes stand. One message at a time, so that nobody overwrites what was found
 * out later.
 */
export class ChangeStateQueue implements StateQueue {
  push(message: StateMessage): Promise<void> {
    return pushOneAtATime('change-state', message);
  }
}
