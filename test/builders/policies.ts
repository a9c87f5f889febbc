import type { Policy } from '../../src/domain/policy/policy';
import { policyHash, type PolicyInForce } from '../../src/domain/policy/policy-in-force';
import type { Rule, RuleOf } from '../../src/domain/policy/policy-rule';
import { MATERIAL } from './change-facts';

/** Only owners close a change. */
export const OWNER_CLOSES: Rule = {
  id: 'may-close',
  clauses: ['T-1'],
  gates: ['close'],
  strength: 'block',
  kind: 'who-may',
  duty: 'closer',
  roles: ['owner'],
};

/**
 * A small policy of an invented organisation: three types, three roles, three risk levels that are asked for, no
 * calendar, no clocks, no questions, and no rule but those the test is about.
 */
export function policyWith(rules: readonly Rule[] = [], overrides: Partial<Policy> = {}): Policy {
  return {
    schemaVersion: 2,
    id: 'TEST',
    title: 'Policy of the test',
    version: '1',
    about: {},
    roles: [
      { id: 'owner', title: 'Service Owner' },
      { id: 'security', title: 'Security Officer' },
      { id: 'board', title: 'Change Board' },
    ],
    changeTypes: [
      { id: 'Normal', description: 'Planned.', emergency: false },
      { id: 'Standard', description: 'Routine.', emergency: false },
      { id: 'Emergency', description: 'Urgent.', emergency: true },
    ],
    categories: [],
    risk: { how: 'asked', levels: ['Low', 'Medium', 'High'] },
    fields: [],
    terms: [],
    scope: {},
    emergencies: { mode: 'implement-first', bypasses: [], tell: [] },
    standardChanges: [
      { id: 'patch', title: 'Monthly patch', preApprovedBy: 'security' },
      { id: 'add-user', title: 'Add a user', preApprovedBy: 'security' },
    ],
    exceptions: 'none',
    delegation: 'none',
    materialFields: MATERIAL,
    calendar: { windows: [] },
    records: { retentionMonths: 12, legalHold: false, notifications: [] },
    clocks: [],
    questions: [],
    answers: {},
    clauses: [{ id: 'T-1', text: 'Changes are made with care.', service: 'enforced' }],
    rules,
    ...overrides,
  };
}

/** What every rule has: one that blocks at Authorize, for the policy's only clause. */
export const AT_AUTHORIZE = { clauses: ['T-1'], gates: ['authorize'], strength: 'block' } as const;

/** An approval asked for at Authorize. */
export function approvalRule(overrides: Partial<RuleOf<'approval'>> = {}): RuleOf<'approval'> {
  return {
    ...AT_AUTHORIZE,
    id: 'approval',
    kind: 'approval',
    point: 'authorize',
    requirement: { role: 'owner' },
    ...overrides,
  };
}

/** Fields that must be filled at Authorize. */
export function fieldsRule(overrides: Partial<RuleOf<'required-fields'>> = {}): RuleOf<'required-fields'> {
  return { ...AT_AUTHORIZE, id: 'fields', kind: 'required-fields', fields: ['description'], ...overrides };
}

/** Requesters do not approve at Authorize. */
export function separationRule(overrides: Partial<RuleOf<'separate-duties'>> = {}): RuleOf<'separate-duties'> {
  return {
    ...AT_AUTHORIZE,
    id: 'separation',
    kind: 'separate-duties',
    pairs: [['requester', 'approver']],
    ...overrides,
  };
}

export function inForce(policy: Policy, overrides: Partial<PolicyInForce> = {}): PolicyInForce {
  return { revision: 1, policy, hash: policyHash(policy), since: '2026-01-01T00:00:00.000Z', ...overrides };
}
