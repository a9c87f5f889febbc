import { z } from 'zod';

/** A product event or queue message on its way to a function of the app. Instants in milliseconds of site time. */
export const deliverySchema = z.object({
  id: z.string(),
  /** The same for all copies of one event or message. */
  eventId: z.string(),
  kind: z.enum(['event', 'message']),
  moduleKey: z.string(),
  functionKey: z.string(),
  /** The event's payload, or the body of the message. */
  payload: z.unknown(),
  queueName: z.string().optional(),
  jobId: z.string().optional(),
  concurrency: z.object({ key: z.string(), limit: z.number() }).optional(),
  /** How many messages led to this one. */
  depth: z.number(),
  enqueuedAt: z.number(),
  dueAt: z.number(),
  /** Position in line. */
  sequence: z.number(),
  /** Retries that the app asked for or its own errors caused; platform errors do not count. */
  retryCount: z.number(),
  retryReason: z.string().optional(),
  retryData: z.unknown().optional(),
});

export type Delivery = z.infer<typeof deliverySchema>;

export type DeliveryReason =
  'requested' | 'threw' | 'timed-out' | 'killed' | 'too-large' | 'retries-exhausted' | 'fault';

export interface DeliveryRecord {
  readonly id: string;
  readonly kind: Delivery['kind'];
  readonly function: string;
  readonly outcome: 'delivered' | 'retried' | 'given-up';
  /** Why it was not delivered. */
  readonly reason?: DeliveryReason;
  /** What the app threw. */
  readonly message?: string;
}

export interface DroppedDelivery {
  readonly kind: Delivery['kind'];
  /** Name of the queue, or key of the trigger. */
  readonly name: string;
  readonly function: string;
  readonly reason: DeliveryReason;
}

export interface DeliveryReport {
  readonly deliveries: readonly DeliveryRecord[];
  readonly dropped: readonly DroppedDelivery[];
}
