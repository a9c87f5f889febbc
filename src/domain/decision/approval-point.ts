import type { Voter } from '../approval/voter';
import { keepWeights } from '../approval/kept-weights';
import type { ChangeFacts } from '../change/change-facts';
import type { Gate } from '../change/lifecycle';
import type { Instant } from '../instant';
import { holds } from '../policy/holds';
import { gateAhead } from '../policy/gate-ahead';
import type { Policy } from '../policy/policy';
import type { ApprovalRule } from '../policy/policy-rule';
import type { RuleContext } from '../policy/rule';
import { approval } from '../policy/rules/approval';
import { grantingRoles, rolesHeardBy } from './asked-roles';

/** A point for which votes are asked, the rules that ask, and the roles whose votes they hear, each once. */
export interface ApprovalPoint {
  readonly gate: Gate;
  /** The gate ahead, at which the rules look at the votes. */
  readonly ahead: Gate;
  readonly rules: readonly ApprovalRule[];
  readonly roles: readonly string[];
}

/**
 * The point for which this change asks for approvals now: one of those that the rules of the gate ahead look at. An
 * approved change still asks, so that approvals voided by an edit can be given again. Of several points the first comes
 * first at which a rule waits for votes, then the first of all; for a voter, those count before the others that hear one
 * of the voter's roles. A change that asks for an exception where no rule asks for approval is voted on for the gate
 * ahead. None where nobody is asked.
 */
export function approvalPoint(
  policy: Policy,
  facts: ChangeFacts,
  instant: Instant,
  voter?: Voter,
): ApprovalPoint | undefined {
  const points = approvalPoints(policy, facts, instant);
  return points.find(({ roles }) => voter === undefined || mayHear(roles, voter)) ?? points[0];
}

/** Every point that asks for approvals now, those first at which a rule waits for votes. */
export function approvalPoints(policy: Policy, facts: ChangeFacts, instant: Instant): readonly ApprovalPoint[] {
  const ahead = gateAhead(policy, facts);
  if (ahead === undefined) return [];
  const context: RuleContext = { policy, facts, gate: ahead, instant, weights: keepWeights() };
  const granting = grantingRoles(policy, facts);
  const rules = policy.rules.filter(
    (rule): rule is ApprovalRule =>
      rule.kind === 'approval' &&
      rule.gates.includes(ahead) &&
      (rule.when === undefined || holds(rule.when, context) !== 'no'),
  );
  if (rules.length === 0) {
    return granting.length === 0 ? [] : [{ gate: ahead, ahead, rules, roles: [...new Set(granting)] }];
  }
  const points = [...new Set(rules.map(({ point }) => point))].map((point): ApprovalPoint => {
    const asking = rules.filter((rule) => rule.point === point);
    return { gate: point, ahead, rules: asking, roles: [...new Set([...asking.flatMap(rolesHeardBy), ...granting])] };
  });
  const waiting = points.filter((point) => point.rules.some((rule) => waitsForVotes(rule, context)));
  return [...waiting, ...points.filter((point) => !waiting.includes(point))];
}

/** Whether votes could still do something for a rule; time alone does the rest of a waiting period. */
function waitsForVotes(rule: ApprovalRule, context: RuleContext): boolean {
  return approval.evaluate(rule, context).some(({ met, reason }) => met !== 'yes' && reason.code !== 'waiting-period');
}

function mayHear(roles: readonly string[], { rolesHeld, delegated }: Voter): boolean {
  return rolesHeld.some((role) => roles.includes(role)) || delegated.some(({ role }) => roles.includes(role));
}
