import { isBefore } from '../../change/gate-order';
import type { LintCheck } from './lint-finding';

/** Approvals that a gate asks for although they are only given further on. */
export const lateApprovals: LintCheck = ({ rules }) =>
  rules
    .filter((rule) => rule.kind === 'approval')
    .map((rule) => ({ rule, gates: rule.gates.filter((gate) => isBefore(gate, rule.point)) }))
    .filter(({ gates }) => gates.length > 0)
    .map(({ rule: { id, clauses, point }, gates }) => ({
      code: 'approval-too-late',
      severity: 'error',
      clauses,
      ruleIds: [id],
      point,
      gates,
    }));
