import type { ChangeFacts } from '../change/change-facts';
import type { Instant } from '../instant';
import { checklistOf, type CheckedItem } from './checklist';
import { isEmergency } from './emergency';
import { evaluatePolicy } from './evaluate-policy';
import type { Emergencies, Policy } from './policy';

/** What the policy does with an emergency, and which approvals come after it was implemented. */
export interface EmergencyCourse extends Emergencies {
  /** The approvals that are looked at before it is closed, as they stand. */
  readonly afterwards: readonly CheckedItem[];
}

/** The course of a change that is an emergency; undefined for any other. */
export function emergencyCourse(policy: Policy, facts: ChangeFacts, instant: Instant): EmergencyCourse | undefined {
  if (!isEmergency(policy, facts)) return undefined;
  const approvals = policy.rules.filter(({ kind, gates }) => kind === 'approval' && gates.includes('close'));
  const checklist = checklistOf(evaluatePolicy({ ...policy, rules: approvals }, facts, 'close', instant));
  return {
    ...policy.emergencies,
    afterwards: checklist.filter(({ ruleId }) => approvals.some(({ id }) => id === ruleId)),
  };
}
