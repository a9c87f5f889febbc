import type { Rule } from '../domain/policy/policy-rule';
import { EMERGENCY, REQUEST, RISK_AXES, SUITES } from './dso-conditions';

/** What is asked of a change when it is closed, of an emergency for the first time: sections 3.2 and 3.4 to 3.6. */
export const DSO_CLOSING_RULES: readonly Rule[] = [
  {
    id: 'emergency-documented',
    kind: 'required-fields',
    clauses: ['DSO-3.1c', 'DSO-3.2b'],
    gates: ['close'],
    when: EMERGENCY,
    strength: 'block',
    fields: [...REQUEST, 'testResults'],
  },
  {
    id: 'risk-assessment-on-record',
    kind: 'required-fields',
    clauses: ['DSO-3.2c'],
    gates: ['close'],
    strength: 'block',
    fields: RISK_AXES,
  },
  {
    id: 'test-environment-on-record',
    kind: 'required-fields',
    clauses: ['DSO-3.4a'],
    gates: ['close'],
    strength: 'block',
    fields: ['testedIn'],
  },
  {
    id: 'suites-on-record',
    kind: 'test-suites',
    clauses: ['DSO-3.4b'],
    gates: ['close'],
    strength: 'block',
    suites: SUITES,
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
    id: 'deployed-by-pipeline',
    kind: 'required-fields',
    clauses: ['DSO-3.5a'],
    gates: ['close'],
    strength: 'block',
    fields: ['pipelineRun'],
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
