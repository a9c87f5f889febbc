import type { Condition } from '../domain/policy/condition';

export const STANDARD: Condition = { field: 'changeType', in: ['Standard'] };
export const NORMAL: Condition = { field: 'changeType', in: ['Normal'] };
export const EMERGENCY: Condition = { field: 'changeType', in: ['Emergency'] };
export const NOT_EMERGENCY: Condition = { not: EMERGENCY };

/** "Urgent changes required to restore service, address a critical security vulnerability, or prevent imminent data loss" (2). */
export const EMERGENCY_REASONS = [
  'Restore service',
  'Address a critical security vulnerability',
  'Prevent imminent data loss',
] as const;

/** "Change initiator documents the proposed change, rationale, affected systems, rollback plan, and estimated impact" (3.1). */
export const REQUEST = ['description', 'businessJustification', 'services', 'rollbackSteps', 'impactAnalysis'] as const;

/** "Technical review of risk, dependency impact, and testing requirements" (3.2). */
export const ASSESSMENT = ['riskAssessment', 'dependencyImpact', 'testPlan'] as const;

/** "The steps to restore the previous state, the personnel responsible, and the conditions" (4). */
export const ROLLBACK_PLAN = ['rollbackSteps', 'rollbackOwner', 'rollbackTrigger'] as const;

/** The owner of the policy holds 4 to be stronger than 5: an emergency has its rollback plan before it is implemented. */
export const ROLLBACK_PLAN_FIRST: Condition = { answer: 'emergency-rollback-plan', in: ['before-implementation'] };

/** The owner of the policy holds 6 to be stronger than 5: a freeze binds emergencies too. */
export const FREEZE_BINDS_EMERGENCIES: Condition = { answer: 'emergency-in-freeze', in: ['prohibited'] };
