import type { Condition } from '../domain/policy/condition';

export const STANDARD: Condition = { field: 'changeType', in: ['Standard'] };
export const NORMAL: Condition = { field: 'changeType', in: ['Normal'] };
export const EMERGENCY: Condition = { field: 'changeType', in: ['Emergency'] };
export const NOT_EMERGENCY: Condition = { not: EMERGENCY };

/** "Changes impacting regulated data or security controls" (3.3). */
export const SECURITY_SIGNS_OFF: Condition = {
  any: [
    { field: 'dataClass', in: ['Regulated'] },
    { field: 'tags', in: ['Security-controls'] },
  ],
};

/** The three axes of the risk assessment (3.2). */
export const RISK_AXES = ['securityImpact', 'availabilityImpact', 'operationsImpact'] as const;
