import { changesOverlapping, type PlannedChange } from '../../calendar/overlapping-changes';
import { unknown } from '../../change/change-facts';
import { later, type Instant } from '../../instant';
import { calendarSubjectOf } from '../binding-windows';
import type { Finding } from '../evaluation';
import { notKnown } from '../not-known';
import { findOpenPlan } from '../open-plan';
import { plannedInterval } from '../planned-interval';
import type { RuleKind } from '../rule';
import { findField } from './required-fields';

/** No other change is planned at the same time on one of the same services. A change without services is asked for them. */
export const noOverlap: RuleKind<'no-overlap'> = {
  kind: 'no-overlap',
  evaluate: (_rule, { facts }) => {
    const planned = plannedInterval(facts);
    const named = findField(facts, 'services');
    if (planned === undefined || named.met !== 'yes') {
      return [...findOpenPlan(facts), ...(named.met === 'yes' ? [] : [named])];
    }
    const others = facts.plannedChanges ?? unknown('not-looked-up', 'plannedChanges');
    if (others.state === 'unknown') return [notKnown({ code: 'calendar-unknown', cause: others.cause })];
    const own = { services: calendarSubjectOf(facts).services, planned };
    const overlapping = changesOverlapping(own, others.value);
    if (overlapping.length === 0) return [{ met: 'yes', reason: { code: 'no-overlap' } }];
    const remedy = { do: 'plan-after', instant: freeFrom(own, others.value) } as const;
    return overlapping.map(({ key, planned: { from, until } }): Finding => ({
      met: 'no',
      reason: { code: 'overlaps', key, from, until },
      remedy,
    }));
  },
  needs: () => ({ plannedChanges: true }),
};

type OwnPlan = Pick<PlannedChange, 'services' | 'planned'>;

/** The first instant from the planned start on at which a change that takes as long overlaps none of the others. */
function freeFrom(own: OwnPlan, others: readonly PlannedChange[]): Instant {
  const { from, until } = own.planned;
  const [overlapping] = changesOverlapping(own, others);
  if (overlapping === undefined) return from;
  // Any start before the other is done would overlap it again.
  const start = overlapping.planned.until;
  const end = later(start, Date.parse(until) - Date.parse(from));
  return freeFrom({ ...own, planned: { from: start, until: end } }, others);
}
