import { z } from 'zod';
import type { Outcome } from '../invocation';
import type { Delivery, DeliveryReason, DeliveryRecord } from './delivery';

/** https://developer.atlassian.com/platform/forge/events-reference/product_events/ */
const MAX_EVENT_RETRIES = 4;
const MAX_RETRY_AFTER_SECONDS = 900;
const MAX_RETRY_DATA_BYTES = 4 * 1024;

/** What `return new InvocationError(...)` of `@forge/events` 3.0.8 becomes as JSON. */
const retryRequest = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .optional(),
});

const PLATFORM_REASONS: Readonly<Record<'timed-out' | 'killed', string>> = {
  'timed-out': 'FUNCTION_TIME_OUT',
  killed: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
};

/** What becomes of a delivery after one attempt; `next` says how it waits for another one. */
export interface Verdict {
  readonly outcome: DeliveryRecord['outcome'];
  readonly reason?: DeliveryReason;
  readonly message?: string;
  readonly next?: Pick<Delivery, 'dueAt' | 'retryCount' | 'retryReason' | 'retryData'>;
}

function requestedRetry(delivery: Delivery, value: unknown, now: number): Verdict | undefined {
  const parsed = retryRequest.safeParse(value);
  if (!parsed.success) {
    return undefined;
  }
  if (delivery.kind === 'event' && delivery.retryCount >= MAX_EVENT_RETRIES) {
    return { outcome: 'given-up', reason: 'retries-exhausted' };
  }
  const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = parsed.data.retryOptions ?? {};
  const fits = retryData !== undefined && Buffer.byteLength(JSON.stringify(retryData)) <= MAX_RETRY_DATA_BYTES;
  const dueAt = now + Math.min(retryAfter, MAX_RETRY_AFTER_SECONDS) * 1000;
  const next = { dueAt, retryCount: delivery.retryCount + 1, retryReason, retryData: fits ? retryData : undefined };
  return { outcome: 'retried', reason: 'requested', next };
}

/** Judges one attempt by what became of the invocation. Instants in milliseconds of site time. */
export function judge(delivery: Delivery, outcome: Outcome, now: number): Verdict {
  const { retryCount } = delivery;
  if (outcome.kind === 'returned') {
    return requestedRetry(delivery, outcome.value, now) ?? { outcome: 'delivered' };
  }
  if (outcome.kind !== 'threw') {
    const next = { dueAt: now, retryCount, retryReason: PLATFORM_REASONS[outcome.kind] };
    return { outcome: 'retried', reason: outcome.kind, next };
  }
  const { message } = outcome;
  // The platform retries events only after its own errors or on request; messages also when the app throws.
  return delivery.kind === 'event'
    ? { outcome: 'given-up', reason: 'threw', message }
    : {
        outcome: 'retried',
        reason: 'threw',
        message,
        next: { dueAt: now, retryCount: retryCount + 1, retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' },
      };
}
