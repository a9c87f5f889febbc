import { z } from 'zod';
import type { SiteClock } from '../../platform';
import type { Outcome } from '../invocation';
import type { FaultHooks } from '../fault-plan';
import { createRandom } from '../random';
import type { Delivery, DeliveryReason, DeliveryRecord, DeliveryReport } from './delivery';
import type { Line } from './line';

export type DeliveryOrder = 'fifo' | { readonly shuffleWithSeed: number };

export interface DeliverOptions {
  /** When nothing is due, advance the site's clock to what comes next (delays and retries) until nothing is left. */
  readonly advanceClock?: boolean;
}

export interface DelivererOptions {
  readonly clock: SiteClock;
  readonly line: Line;
  readonly faults: Pick<FaultHooks, 'next'>;
  readonly order?: DeliveryOrder;
  readonly run: (delivery: Delivery) => Promise<Outcome>;
}

/** https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/#retention-window */
const RETENTION = 24 * 60 * 60 * 1000;
/** https://developer.atlassian.com/platform/forge/events-reference/product_events/ */
const MAX_EVENT_RETRIES = 4;
const MAX_RETRY_AFTER_SECONDS = 900;
const MAX_RETRY_DATA_BYTES = 4 * 1024;
/** The sandbox's own: failures are tried again at once so often in one `deliver()`, then wait for the next one. */
const ATTEMPTS_PER_DRAIN = 4;

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

interface Verdict {
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

function judge(delivery: Delivery, outcome: Outcome, now: number): Verdict {
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

/** Delivers one by one what is due; calls that come while it works wait for their turn. */
export function createDeliverer({ clock, line, faults, order = 'fifo', run }: DelivererOptions) {
  const random = order === 'fifo' ? undefined : createRandom(order.shuffleWithSeed);
  let last: Promise<unknown> = Promise.resolve();

  const count = (delivery: Delivery, change: { success?: number; failed?: number }): void => {
    const job = delivery.jobId === undefined ? undefined : line.jobs.get(delivery.jobId);
    if (job !== undefined) {
      job.inProgress = Math.max(0, job.inProgress - 1);
      job.success += change.success ?? 0;
      job.failed += change.failed ?? 0;
    }
  };

  const settle = (delivery: Delivery, verdict: Verdict): Verdict => {
    const now = clock.now();
    const cancelled = delivery.jobId !== undefined && line.jobs.get(delivery.jobId)?.cancelled === true;
    const { next } = verdict;
    if (next !== undefined && !cancelled && next.dueAt - delivery.enqueuedAt <= RETENTION) {
      line.postpone(delivery, next);
      return verdict;
    }
    line.remove(delivery);
    const delivered = verdict.outcome === 'delivered';
    count(delivery, delivered ? { success: 1 } : { failed: 1 });
    if (delivered) {
      return verdict;
    }
    const reason = now - delivery.enqueuedAt > RETENTION ? 'retries-exhausted' : (verdict.reason ?? 'threw');
    const name = delivery.queueName ?? delivery.moduleKey;
    line.drop({ kind: delivery.kind, name, function: delivery.functionKey, reason });
    return { ...verdict, outcome: 'given-up' };
  };

  const drain = async ({ advanceClock = false }: DeliverOptions): Promise<DeliveryReport> => {
    const deliveries: DeliveryRecord[] = [];
    const attempts = new Map<string, number>();
    const mayTry = ({ id }: Delivery): boolean => (attempts.get(id) ?? 0) < ATTEMPTS_PER_DRAIN;
    for (;;) {
      const due = line.due().filter(mayTry);
      const later = line.waiting().find((delivery) => delivery.dueAt > clock.now() && mayTry(delivery));
      if (due.length === 0 && (later === undefined || !advanceClock)) {
        return { deliveries, dropped: line.takeDropped() };
      }
      if (due.length === 0 && later !== undefined) {
        clock.set(new Date(later.dueAt));
        continue;
      }
      const delivery = due[
        random === undefined ? faults.next(due.length) : Math.floor(random() * due.length)
      ] as Delivery;
      attempts.set(delivery.id, (attempts.get(delivery.id) ?? 0) + 1);
      const { outcome, reason, message } = settle(delivery, judge(delivery, await run(delivery), clock.now()));
      deliveries.push({
        id: delivery.id,
        kind: delivery.kind,
        function: delivery.functionKey,
        outcome,
        ...(reason === undefined ? {} : { reason }),
        ...(message === undefined ? {} : { message }),
      });
    }
  };

  return (options: DeliverOptions = {}): Promise<DeliveryReport> => {
    const turn = last.then(() => drain(options));
    last = turn.catch(() => undefined);
    return turn;
  };
}
