import type { Condition } from '../domain/policy/condition';

export const STANDARD: Condition = { field: 'changeType', in: ['Standard'] };
export const NORMAL: Condition = { field: 'changeType', in: ['Normal'] };
export const EMERGENCY: Condition = { field: 'changeType', in: ['Emergency'] };
export const NOT_STANDARD: Condition = { not: STANDARD };

/** The owner of the policy holds 4 to be stronger than 5: an emergency has its rollback plan before it is implemented. */
export const ROLLBACK_PLAN_FIRST: Condition = { answer: 'emergency-rollback-plan', in: ['before-implementation'] };

/** The owner of the policy holds 6 to be stronger than 5: a freeze binds emergencies too. */
export const FREEZE_BINDS_EMERGENCIES: Condition = { answer: 'emergency-in-freeze', in: ['prohibited'] };
