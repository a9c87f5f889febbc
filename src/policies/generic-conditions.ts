import type { Requirement } from '../domain/approval/requirement';
import type { Condition } from '../domain/policy/condition';

export const EMERGENCY: Condition = { field: 'changeType', in: ['Emergency'] };
export const NOT_EMERGENCY: Condition = { not: EMERGENCY };
export const STANDARD: Condition = { field: 'changeType', in: ['Standard'] };
export const LOW_RISK: Condition = { term: 'low-risk' };

/** "Urgent changes required to restore service or fix security issues" (3). */
export const EMERGENCY_REASONS = ['Restore service', 'Fix a security issue'] as const;

/** Everything but emergencies, and of standard changes only those that are not of low impact after all (3, 4.2). */
export const REVIEWED_FIRST: Condition = {
  all: [NOT_EMERGENCY, { any: [{ not: STANDARD }, { term: 'high-impact' }] }],
};

export const BOTH_REVIEWERS = { allOf: [{ role: 'security-lead' }, { role: 'cto' }] } as const satisfies Requirement;
