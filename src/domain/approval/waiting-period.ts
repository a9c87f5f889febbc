import { earliestStart, type BusinessHours, type Notice } from '../calendar/business-time';
import type { Instant } from '../instant';
import type { Finding } from '../policy/evaluation';
import { notKnown } from '../policy/not-known';

/**
 * Whether a requirement has been met for long enough. A wait in business time is not known where the policy does not say
 * when business is done.
 * @param since When the requirement became met.
 */
export function findWait(
  wait: Notice,
  since: Instant,
  instant: Instant,
  businessHours: BusinessHours | undefined,
): Finding {
  if (!('hours' in wait) && businessHours === undefined) {
    return notKnown({ code: 'calendar-unknown', cause: { code: 'not-looked-up', detail: 'businessHours' } });
  }
  const until = earliestStart(since, wait, businessHours);
  if (instant >= until) return { met: 'yes', reason: { code: 'waiting-period-over', since, until } };
  return { met: 'no', reason: { code: 'waiting-period', since, until }, remedy: { do: 'wait', until } };
}
