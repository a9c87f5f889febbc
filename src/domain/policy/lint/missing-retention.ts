import type { LintCheck } from './lint-finding';

/** A policy that does not say how long records are kept; a blank that its owner has to fill in is a question. */
export const missingRetention: LintCheck = ({ records }) =>
  records.retentionMonths === null
    ? [{ code: 'retention-missing', severity: 'warning', clauses: [], ruleIds: [] }]
    : [];
