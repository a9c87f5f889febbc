import { isBefore } from '../../change/gate-order';
import type { ApprovalRule } from '../policy-rule';
import type { LintCheck } from './lint-finding';
import { isNeverAlone } from './rule-reach';

/**
 * Approvals that let a change be authorized and that nobody looks at again before it is implemented: the plan can be
 * edited in between, which voids them, and nothing would stop it. Another approval that every such change needs at
 * `implement` will do.
 */
export const unkeptApprovals: LintCheck = (policy) => {
  const approvals = policy.rules.filter(
    (rule): rule is ApprovalRule => rule.kind === 'approval' && rule.strength === 'block',
  );
  const later = approvals.filter(({ gates }) => gates.includes('implement'));
  return approvals
    .filter(
      ({ gates, point }) =>
        !isBefore('authorize', point) && gates.includes('authorize') && !gates.includes('implement'),
    )
    .filter((rule) => !isNeverAlone(rule, later, policy))
    .map(({ id, clauses }) => ({ code: 'approval-not-kept', severity: 'warning', clauses, ruleIds: [id] }));
};
