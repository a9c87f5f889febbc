import type { Rule } from '../domain/policy/policy-rule';

/** What the document asks of every change. What a change must have is asked for again whenever it could be lost. */
export const MESTA_RULES: readonly Rule[] = [
  {
    id: 'documented',
    kind: 'required-fields',
    clauses: ['MESTA-1b'],
    gates: ['submit', 'implement', 'close'],
    strength: 'block',
    fields: ['description'],
  },
  {
    id: 'planned',
    kind: 'required-fields',
    clauses: ['MESTA-1a'],
    gates: ['submit', 'implement', 'close'],
    strength: 'block',
    fields: ['implementationPlan'],
  },
  {
    id: 'rollback-plan',
    kind: 'required-fields',
    clauses: ['MESTA-1d'],
    gates: ['submit', 'implement', 'close'],
    strength: 'block',
    fields: ['rollbackSteps'],
  },
  {
    id: 'approved',
    kind: 'approval',
    clauses: ['MESTA-1a'],
    gates: ['authorize', 'implement', 'close'],
    point: 'authorize',
    strength: 'block',
    requirement: { role: 'change-approver' },
  },
  {
    id: 'tested',
    kind: 'required-fields',
    clauses: ['MESTA-1a'],
    gates: ['implement', 'close'],
    strength: 'block',
    fields: ['testResults'],
  },
  {
    id: 'no-way-around-approval',
    kind: 'emergency-path',
    clauses: ['MESTA-1a'],
    gates: ['expedite'],
    strength: 'block',
  },
  {
    id: 'reviewed',
    kind: 'post-implementation-review',
    clauses: ['MESTA-1c'],
    gates: ['close'],
    strength: 'block',
    meeting: false,
  },
  {
    id: 'exception-approved-by-cto',
    kind: 'exception-granted',
    clauses: ['MESTA-3.3a'],
    gates: ['authorize', 'implement', 'close'],
    strength: 'block',
  },
];
