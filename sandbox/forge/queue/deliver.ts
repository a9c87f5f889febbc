import type { SiteClock } from '../../platform';
import type { Outcome } from '../invocation';
import type { FaultHooks } from '../fault-plan';
import { createRandom } from '../random';
import type { Delivery, DeliveryRecord, DeliveryReport } from './delivery';
import type { Line } from './line';
import { judge, type Verdict } from './verdict';

export type DeliveryOrder = 'fifo' | { readonly shuffleWithSeed: number };

export interface DeliverOptions {
  /** When nothing is due, advance the site's clock to what comes next (delays and retries) until nothing is left. */
  readonly advanceClock?: boolean;
  /** How many run at the same time, as far as their concurrency keys allow; 1 when absent. */
  readonly parallel?: number;
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
/** The sandbox's own: failures are tried again at once so often in one `deliver()`, then wait for the next one. */
const ATTEMPTS_PER_DRAIN = 4;

/** Delivers what is due, one by one unless told otherwise; calls that come while it works wait for their turn. */
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

  const drain = async ({ advanceClock = false, parallel = 1 }: DeliverOptions): Promise<DeliveryReport> => {
    const deliveries: DeliveryRecord[] = [];
    const attempts = new Map<string, number>();
    const running = new Map<Delivery, Promise<void>>();
    const mayTry = ({ id }: Delivery): boolean => (attempts.get(id) ?? 0) < ATTEMPTS_PER_DRAIN;
    const mayStart = ({ id, concurrency }: Delivery): boolean => {
      const others = [...running.keys()];
      const sameKey = others.filter((other) => concurrency !== undefined && other.concurrency?.key === concurrency.key);
      return others.every((other) => other.id !== id) && sameKey.length < (concurrency?.limit ?? 1);
    };
    const attempt = async (delivery: Delivery): Promise<void> => {
      attempts.set(delivery.id, (attempts.get(delivery.id) ?? 0) + 1);
      const { outcome, reason, message } = settle(delivery, judge(delivery, await run(delivery), clock.now()));
      running.delete(delivery);
      deliveries.push({
        id: delivery.id,
        kind: delivery.kind,
        function: delivery.functionKey,
        outcome,
        ...(reason === undefined ? {} : { reason }),
        ...(message === undefined ? {} : { message }),
      });
    };
    for (;;) {
      const due = line.due().filter((delivery) => mayTry(delivery) && mayStart(delivery));
      const next = due[random === undefined ? faults.next(due.length) : Math.floor(random() * due.length)];
      if (next !== undefined && running.size < parallel) {
        running.set(next, attempt(next));
        continue;
      }
      if (running.size > 0) {
        await Promise.race(running.values());
        continue;
      }
      const later = line.waiting().find((delivery) => delivery.dueAt > clock.now() && mayTry(delivery));
      if (later === undefined || !advanceClock) {
        return { deliveries, dropped: line.takeDropped() };
      }
      clock.set(new Date(later.dueAt));
    }
  };

  return (options: DeliverOptions = {}): Promise<DeliveryReport> => {
    const turn = last.then(() => drain(options));
    last = turn.catch(() => undefined);
    return turn;
  };
}
