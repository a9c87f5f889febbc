import type { ChangeFacts } from '../change/change-facts';
import { isClosedStage } from '../change/lifecycle';
import type { Instant } from '../instant';
import { clocksOfChange } from '../obligation/clock-of-change';
import { checklistOf, type CheckedItem } from '../policy/checklist';
import { evaluatePolicy } from '../policy/evaluate-policy';
import { gateAhead } from '../policy/gate-ahead';
import type { Policy } from '../policy/policy';
import { isInScope } from '../policy/scope';
import { thingsNeeded } from '../policy/things-needed';
import type { Remedy } from '../reason';
import type { DecidedState } from './change-state';

const NOTHING: Omit<DecidedState, 'verdict'> = {
  gate: null,
  closedAs: null,
  missing: [],
  open: 0,
  roles: [],
  due: null,
};

/** A change for which no policy is in force. */
export const UNGOVERNED: DecidedState = { ...NOTHING, verdict: 'ungoverned' };

/**
 * Where a change stands under the policy in force, for people who look for it in Jira.
 * @param facts With the milestones of the change, as far as the policy has clocks.
 */
export function decideState(policy: Policy, facts: ChangeFacts, instant: Instant): DecidedState {
  if (!isInScope({ policy, facts })) return UNGOVERNED;
  const { stage } = facts;
  const due = firstDue(policy, facts, instant);
  if (stage.state === 'unknown') return { ...NOTHING, verdict: 'unknown', due };
  if (isClosedStage(stage.value)) return { ...NOTHING, verdict: 'closed', closedAs: stage.value, due };
  const gate = gateAhead(policy, facts);
  if (gate === undefined) return { ...NOTHING, verdict: 'unknown', due };
  const evaluation = evaluatePolicy(policy, facts, gate, instant);
  if (evaluation.verdict !== 'block') return { ...NOTHING, verdict: 'ready', gate, due };
  const missing = checklistOf(evaluation).filter(isMissing);
  return {
    verdict: verdictOf(missing),
    gate,
    closedAs: null,
    missing,
    open: thingsNeeded(evaluation),
    roles: [...new Set(missing.flatMap(({ remedy }) => roleAsked(remedy)))],
    due,
  };
}

/** A reason that could be given instead of a thing is not a thing that is missing. */
function isMissing({ state, remedy }: CheckedItem): boolean {
  return (state === 'unmet' || state === 'unknown') && remedy?.do !== 'give-reason';
}

function verdictOf(missing: readonly CheckedItem[]): 'waiting' | 'blocked' | 'unknown' {
  if (missing.every(({ state }) => state === 'unknown')) return 'unknown';
  return missing.every(({ state, remedy }) => state === 'unmet' && isWaiting(remedy)) ? 'waiting' : 'blocked';
}

function isWaiting(remedy: Remedy | undefined): boolean {
  return remedy?.do === 'wait' || roleAsked(remedy).length > 0;
}

function roleAsked(remedy: Remedy | undefined): readonly string[] {
  return remedy?.do === 'approve' || remedy?.do === 'approve-by-more' ? [remedy.role] : [];
}

function firstDue(policy: Policy, facts: ChangeFacts, instant: Instant): Instant | null {
  const open = clocksOfChange(policy, facts, instant).flatMap(({ standing: { state, dueAt } }) =>
    (state === 'running' || state === 'overdue') && dueAt !== null ? [dueAt] : [],
  );
  return open.sort()[0] ?? null;
}
