import { earliestStart } from '../../calendar/business-time';
import { filledText } from '../filled-text';
import { notKnown } from '../not-known';
import type { RuleKind } from '../rule';

/** The planned start is at least so long after the moment at which the gate is passed. */
export const notice: RuleKind<'notice'> = {
  kind: 'notice',
  evaluate: ({ notice: wanted }, { policy, facts, instant }) => {
    const start = filledText(facts, 'plannedStart');
    if (typeof start !== 'string') return [start];
    const { businessHours } = policy.calendar;
    if (!('hours' in wanted) && businessHours === undefined) {
      return [notKnown({ code: 'calendar-unknown', cause: { code: 'not-looked-up', detail: 'businessHours' } })];
    }
    const earliest = earliestStart(instant, wanted, businessHours);
    if (start >= earliest) return [{ met: 'yes', reason: { code: 'notice-given', earliest } }];
    return [
      { met: 'no', reason: { code: 'notice-short', earliest, start }, remedy: { do: 'plan-after', instant: earliest } },
    ];
  },
};
