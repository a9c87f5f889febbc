import { addDuration } from '../calendar/duration';
import type { ChangeFacts } from '../change/change-facts';
import { isClosedStage } from '../change/lifecycle';
import type { Instant } from '../instant';
import { answeredMetadata } from '../policy/answered-metadata';
import type { Truth } from '../policy/condition';
import { holds } from '../policy/holds';
import type { Policy } from '../policy/policy';
import { findField } from '../policy/rules/required-fields';
import type { PolicyClock, RunningClock } from './policy-clock';
import { reviewDueOn } from './review-due';

/**
 * Where every clock of the policy stands for a change at an instant, in the order of the policy. Clocks that do not apply
 * to the change are left out; one of which that is not known is unknown. At the very instant at which it is due, a clock
 * is not overdue yet. A clock whose start lies ahead (the policy's next review) has not started, but it is known when it
 * will be due.
 */
export function runningClocks(policy: Policy, facts: ChangeFacts, instant: Instant): readonly RunningClock[] {
  return policy.clocks.flatMap((clock) => {
    const applies = clock.when === undefined ? 'yes' : holds(clock.when, { policy, facts });
    if (applies === 'no') return [];
    const start = applies === 'yes' ? startOf(clock, policy, facts) : undefined;
    return [clockSince(clock, start, { policy, facts, instant })];
  });
}

interface ClockContext {
  readonly policy: Policy;
  readonly facts: ChangeFacts;
  readonly instant: Instant;
}

/** @param from When the clock starts; null where its event has not happened, undefined where that is not known. */
function clockSince(clock: PolicyClock, from: Instant | null | undefined, context: ClockContext): RunningClock {
  const { id: clockId, clauses } = clock;
  if (from === undefined) return { clockId, clauses, state: 'unknown', startedAt: null, dueAt: null };
  if (from === null) return { clockId, clauses, state: 'not-started', startedAt: null, dueAt: null };
  const dueAt = dueAfter(clock, from, context.policy);
  if (from > context.instant) return { clockId, clauses, state: 'not-started', startedAt: null, dueAt };
  return { clockId, clauses, state: stateOf(isDone(clock, context), dueAt, context.instant), startedAt: from, dueAt };
}

function stateOf(done: Truth, dueAt: Instant | null, instant: Instant): RunningClock['state'] {
  if (done === 'yes') return 'done';
  if (done === 'unknown' || dueAt === null) return 'unknown';
  return instant > dueAt ? 'overdue' : 'running';
}

function startOf({ from }: PolicyClock, policy: Policy, { milestones }: ChangeFacts): Instant | null | undefined {
  if (from === 'policy-review') {
    const day = reviewDueOn(answeredMetadata(policy));
    return day && `${day}T00:00:00.000Z`;
  }
  if (milestones?.state !== 'known') return undefined;
  const { createdAt, implementedFrom, implementedUntil } = milestones.value;
  if (from === 'created') return createdAt;
  return from === 'implementation-start' ? implementedFrom : implementedUntil;
}

/** Null where the clock runs for business days and the policy does not say what those are. */
function dueAfter({ within }: PolicyClock, start: Instant, { calendar }: Policy): Instant | null {
  if ('businessDays' in within && calendar.businessHours === undefined) return null;
  return addDuration(start, within, calendar.businessHours);
}

function isDone({ from, doneWhenFilled }: PolicyClock, { policy, facts }: ClockContext): Truth {
  if (doneWhenFilled !== undefined) {
    const found = doneWhenFilled.map((field) => findField(facts, field, policy).met);
    if (found.includes('no')) return 'no';
    return found.includes('unknown') ? 'unknown' : 'yes';
  }
  // A policy that was reviewed names another day for its next review, from which its clock then runs.
  if (from === 'policy-review') return 'no';
  if (facts.stage.state === 'unknown') return 'unknown';
  return isClosedStage(facts.stage.value) ? 'yes' : 'no';
}
