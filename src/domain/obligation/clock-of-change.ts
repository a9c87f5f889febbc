import type { ChangeFacts } from '../change/change-facts';
import type { FieldId } from '../change/change-field';
import type { Instant } from '../instant';
import type { Policy } from '../policy/policy';
import { findField } from '../policy/rules/required-fields';
import type { PolicyClock, RunningClock } from './policy-clock';
import { runningClocks } from './running-clocks';

/** A clock of the policy as it stands for a change, with what is still to be done. */
export interface ChangeClock {
  readonly clock: PolicyClock;
  readonly standing: RunningClock;
  /** Fields that are to be filled and are not; empty where the clock ends with the change. */
  readonly missing: readonly FieldId[];
}

/** The clocks of a change, those of the policy's own review left out: they run whatever becomes of the change. */
export function clocksOfChange(policy: Policy, facts: ChangeFacts, instant: Instant): readonly ChangeClock[] {
  return runningClocks(policy, facts, instant).flatMap((standing) => {
    const clock = policy.clocks.find(({ id }) => id === standing.clockId);
    if (clock === undefined || clock.from === 'policy-review') return [];
    const asked = clock.doneWhenFilled ?? [];
    return [{ clock, standing, missing: asked.filter((field) => findField(facts, field, policy).met !== 'yes') }];
  });
}
