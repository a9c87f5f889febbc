import type { Policy } from '../../src/domain/policy/policy';
import { genericPolicy } from '../../src/policies/generic';

/** The generic policy, with exceptions that the CTO grants and a Security Lead who may be stood in for. */
export const FORGIVING_POLICY: Policy = {
  ...genericPolicy,
  exceptions: {
    clauses: ['GEN-4.1d', 'GEN-4.5'],
    requirement: { role: 'cto' },
    askedWith: ['deviationReason'],
    granted: [],
  },
  delegation: { longestDays: 14, roles: ['security-lead'] },
};
