import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SiteClock, StatePart } from '../../platform';
import type { FaultHooks } from '../fault-plan';
import { deliverySchema, type Delivery, type DroppedDelivery } from './delivery';

const jobSchema = z.object({
  queueName: z.string(),
  success: z.number(),
  inProgress: z.number(),
  failed: z.number(),
  cancelled: z.boolean(),
});
export type Job = z.infer<typeof jobSchema>;

const snapshotSchema = z.object({
  sequence: z.number(),
  waiting: z.array(deliverySchema),
  jobs: z.array(z.tuple([z.string(), jobSchema])),
});

export type NewDelivery = Pick<Delivery, 'kind' | 'moduleKey' | 'functionKey' | 'payload' | 'depth'> &
  Partial<Pick<Delivery, 'queueName' | 'jobId' | 'concurrency'>> & { readonly delaySeconds?: number };

/** Everything that waits to be delivered to the app. */
export interface Line extends StatePart {
  add(delivery: NewDelivery): void;
  /** What may be delivered now, in order. */
  due(): readonly Delivery[];
  waiting(): readonly Delivery[];
  remove(delivery: Delivery): void;
  /** Puts a delivery back with what is said about its next attempt. */
  postpone(delivery: Delivery, next: Pick<Delivery, 'dueAt' | 'retryCount' | 'retryReason' | 'retryData'>): void;
  drop(dropped: DroppedDelivery): void;
  /** Hands over what was dropped since the last time. */
  takeDropped(): readonly DroppedDelivery[];
  readonly jobs: Map<string, Job>;
}

/** `faults` decides what gets lost, doubled or late on its way into the line. */
export function createLine(clock: SiteClock, faults: Pick<FaultHooks, 'enqueue'>): Line {
  const jobs = new Map<string, Job>();
  let sequence = 0;
  let waiting: Delivery[] = [];
  let dropped: DroppedDelivery[] = [];
  const inOrder = (left: Delivery, right: Delivery): number =>
    left.dueAt - right.dueAt || left.sequence - right.sequence;
  return {
    name: 'queues',
    jobs,
    add: ({ delaySeconds = 0, ...delivery }) => {
      const { copies, delaySeconds: late } = faults.enqueue(delivery.kind);
      const now = clock.now();
      const dueAt = now + (delaySeconds + late) * 1000;
      const eventId = randomUUID();
      for (let copy = 0; copy < copies; copy += 1) {
        sequence += 1;
        waiting.push({ ...delivery, id: randomUUID(), eventId, enqueuedAt: now, dueAt, sequence, retryCount: 0 });
      }
      if (copies === 0) {
        dropped.push({
          kind: delivery.kind,
          name: delivery.queueName ?? delivery.moduleKey,
          function: delivery.functionKey,
          reason: 'fault',
        });
      }
    },
    due: () => waiting.filter(({ dueAt }) => dueAt <= clock.now()).sort(inOrder),
    waiting: () => [...waiting].sort(inOrder),
    remove: ({ id }) => {
      waiting = waiting.filter((other) => other.id !== id);
    },
    postpone: (delivery, next) => {
      sequence += 1;
      waiting = waiting.map((other) => (other.id === delivery.id ? { ...delivery, ...next, sequence } : other));
    },
    drop: (delivery) => {
      dropped.push(delivery);
    },
    takeDropped: () => {
      const taken = dropped;
      dropped = [];
      return taken;
    },
    snapshot: () => ({ sequence, waiting, jobs: [...jobs] }),
    restore: (value) => {
      const state = snapshotSchema.parse(value);
      sequence = state.sequence;
      waiting = state.waiting;
      jobs.clear();
      state.jobs.forEach(([id, job]) => jobs.set(id, job));
    },
  };
}
