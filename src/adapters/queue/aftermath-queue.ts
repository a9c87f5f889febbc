import type { SweepMessage, SweepQueue } from '../../ports/sweep-queue';
import { pushOneAtATime } from './push-one-at-a-time';

/** The queue of the sweep. One message at a time: two sweeps would only look at the same things. */
export class AftermathQueue implements SweepQueue {
  push(message: SweepMessage): Promise<void> {
    return pushOneAtATime('aftermath', message);
  }
}
