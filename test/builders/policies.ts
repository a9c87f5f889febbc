import type { Policy, Rule, RuleOf } from '../../src/domain/policy/policy';
import { policyHash, type PolicyInForce } from '../../src/domain/policy/policy-in-force';

/** A small policy of an invented organisation: three types, three roles, and no rule but those the test is about. */
export function policyWith(rules: readonly Rule[], overrides: Partial<Policy> = {}): Policy {
  return {
    schemaVersion: 1,
    id: 'TEST',
    title: 'Policy of the test',
    version: '1',
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
    standardChanges: [
      { id: 'patch', title: 'Monthly patch', preApprovedBy: 'security' },
      { id: 'add-user', title: 'Add a user', preApprovedBy: 'security' },
    ],
    materialFields: ['description', 'rollbackSteps', 'plannedStart'],
    clauses: [{ id: 'T-1', text: 'Changes are made with care.', service: 'enforced' }],
    rules,
    ...overrides,
  };
}

const BASE = { clauses: ['T-1'], gates: ['authorize'], strength: 'block' } as const;

/** An approval asked for at Authorize. */
export function approvalRule(overrides: Partial<RuleOf<'approval'>> = {}): RuleOf<'approval'> {
  return {
    ...BASE,
    id: 'approval',
    kind: 'approval',
    point: 'authorize',
    requirement: { role: 'owner' },
    ...overrides,
  };
}

/** Fields that must be filled at Authorize. */
export function fieldsRule(overrides: Partial<RuleOf<'required-fields'>> = {}): RuleOf<'required-fields'> {
  return { ...BASE, id: 'fields', kind: 'required-fields', fields: ['description'], ...overrides };
}

/** Requesters do not approve at Authorize. */
export function separationRule(
  overrides: Partial<RuleOf<'requester-is-not-approver'>> = {},
): RuleOf<'requester-is-not-approver'> {
  return { ...BASE, id: 'separation', kind: 'requester-is-not-approver', ...overrides };
}

export function inForce(policy: Policy, overrides: Partial<PolicyInForce> = {}): PolicyInForce {
  return { revision: 1, policy, hash: policyHash(policy), since: '2026-01-01T00:00:00.000Z', ...overrides };
}
