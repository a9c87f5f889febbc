import type { Condition } from '../domain/policy/condition';

export const STANDARD: Condition = { field: 'changeType', in: ['Standard'] };
export const NORMAL: Condition = { field: 'changeType', in: ['Normal'] };
export const EMERGENCY: Condition = { field: 'changeType', in: ['Emergency'] };
export const NOT_EMERGENCY: Condition = { not: EMERGENCY };

/** "Changes impacting regulated data or security controls" (3.3). */
export const SECURITY_SIGNS_OFF: Condition = {
  any: [
    { field: 'dataClass', in: ['Regulated'] },
    { field: 'securityControls', in: ['Yes'] },
  ],
};

/** What a change request includes besides the results of its tests and the times that it is planned for (3.2). */
export const REQUEST = ['businessJustification', 'scope', 'impactAnalysis', 'rollbackSteps'] as const;

/** The three axes of the risk assessment (3.2). */
export const RISK_AXES = ['securityImpact', 'availabilityImpact', 'operationsImpact'] as const;

/** "Automated test suites (unit, integration, security)" (3.4). */
export const SUITES = ['Unit', 'Integration', 'Security'] as const;

/** The change names an environment that it was tested in, and that is none in which tests are to be made (3.4). */
export const TESTED_ELSEWHERE: Condition = {
  all: [{ field: 'testedIn', filled: true }, { not: { term: 'tested-outside-production' } }],
};
