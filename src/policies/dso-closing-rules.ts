import type { Rule } from '../domain/policy/policy-rule';
import { EMERGENCY, RISK_AXES } from './dso-conditions';

/** What is asked of a change by the time it is closed: sections 3.5, 3.6 and 4 of the document. */
export const DSO_CLOSING_RULES: readonly Rule[] = [
  {
    id: 'implementer-named',
    kind: 'required-fields',
    clauses: ['DSO-4'],
    gates: ['complete', 'close'],
    strength: 'block',
    fields: ['implementer'],
  },
  {
    id: 'implemented-by-platform-team',
    kind: 'who-may',
    clauses: ['DSO-4'],
    gates: ['complete', 'close'],
    when: { field: 'implementer', filled: true },
    strength: 'block',
    duty: 'implementer',
    roles: ['platform-team'],
  },
  {
    id: 'emergency-documented',
    kind: 'required-fields',
    clauses: ['DSO-3.1c', 'DSO-3.2b'],
    gates: ['close'],
    when: EMERGENCY,
    strength: 'block',
    fields: ['businessJustification', 'scope', 'impactAnalysis', 'rollbackSteps', 'testResults'],
  },
  {
    id: 'emergency-risk-assessment',
    kind: 'required-fields',
    clauses: ['DSO-3.2c'],
    gates: ['close'],
    when: EMERGENCY,
    strength: 'block',
    fields: RISK_AXES,
  },
  {
    id: 'emergency-reviewed',
    kind: 'approval',
    clauses: ['DSO-3.6b'],
    gates: ['close'],
    point: 'close',
    when: EMERGENCY,
    strength: 'block',
    requirement: { anyOf: [{ role: 'change-advisory-board' }, { role: 'designated-reviewer' }] },
  },
  {
    id: 'verification',
    kind: 'required-fields',
    clauses: ['DSO-3.5b'],
    gates: ['close'],
    strength: 'block',
    fields: ['verification', 'outcome'],
  },
];
