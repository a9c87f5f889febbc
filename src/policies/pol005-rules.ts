import type { Condition } from '../domain/policy/condition';
import type { Rule } from '../domain/policy/policy-rule';

/** "software technology, development tools and architecture design" (2a). */
export const CATEGORIES_OF_CTO = ['Software technology', 'Development tools', 'Architecture design'] as const;

/** "network infrastructure, cybersecurity and 3rd-party tools and services" (2b). */
export const CATEGORIES_OF_IT_DIRECTOR = [
  'Network infrastructure',
  'Cybersecurity',
  '3rd-party tools and services',
] as const;

const FOR_CTO: Condition = { field: 'category', in: CATEGORIES_OF_CTO };
const FOR_IT_DIRECTOR: Condition = { field: 'category', in: CATEGORIES_OF_IT_DIRECTOR };

/**
 * What the document asks of every change. The authoriser writes the assessments before voting, so who wrote them can be
 * told when the change is authorised. What a change must have is asked for again whenever it could be lost.
 */
export const POL005_RULES: readonly Rule[] = [
  {
    id: 'proposed-by',
    kind: 'who-may',
    clauses: ['POL005-1'],
    gates: ['submit', 'implement'],
    strength: 'block',
    duty: 'requester',
    roles: ['it-director', 'cto', 'development-team-leader'],
  },
  {
    id: 'category',
    kind: 'required-fields',
    clauses: ['POL005-2a', 'POL005-2b'],
    gates: ['submit', 'authorize', 'implement', 'close'],
    strength: 'block',
    fields: ['category'],
  },
  {
    id: 'authorized-by-cto',
    kind: 'approval',
    clauses: ['POL005-2a'],
    gates: ['authorize', 'implement', 'close'],
    point: 'authorize',
    when: { any: [FOR_CTO, { not: FOR_IT_DIRECTOR }] },
    strength: 'block',
    requirement: { role: 'cto' },
  },
  {
    id: 'authorized-by-it-director',
    kind: 'approval',
    clauses: ['POL005-2b'],
    gates: ['authorize', 'implement', 'close'],
    point: 'authorize',
    when: { any: [FOR_IT_DIRECTOR, { not: FOR_CTO }] },
    strength: 'block',
    requirement: { role: 'it-director' },
  },
  {
    id: 'no-way-around-authorization',
    kind: 'emergency-path',
    clauses: ['POL005-2a', 'POL005-2b', 'POL005-6b'],
    gates: ['expedite'],
    strength: 'block',
  },
  {
    id: 'justification-and-security-assessed',
    kind: 'required-fields',
    clauses: ['POL005-3a'],
    gates: ['authorize', 'implement', 'close'],
    strength: 'block',
    fields: ['impactAnalysis'],
  },
  {
    id: 'justification-and-security-assessed-by-authorizer',
    kind: 'authorship',
    clauses: ['POL005-3a'],
    gates: ['authorize', 'implement', 'close'],
    strength: 'block',
    fields: ['impactAnalysis'],
    by: { duty: 'approver' },
  },
  {
    id: 'risk-assessed',
    kind: 'required-fields',
    clauses: ['POL005-3b'],
    gates: ['authorize', 'implement', 'close'],
    strength: 'block',
    fields: ['riskAssessment'],
  },
  {
    id: 'risk-assessed-by-authorizer',
    kind: 'authorship',
    clauses: ['POL005-3b'],
    gates: ['authorize', 'implement', 'close'],
    strength: 'block',
    fields: ['riskAssessment'],
    by: { duty: 'approver' },
  },
  {
    id: 'rollback-mentioned',
    kind: 'required-fields',
    clauses: ['POL005-3c'],
    gates: ['authorize', 'implement', 'close'],
    strength: 'block',
    fields: ['rollbackSteps'],
  },
  {
    id: 'rollback-mentioned-by-authorizer',
    kind: 'authorship',
    clauses: ['POL005-3c'],
    gates: ['authorize', 'implement', 'close'],
    strength: 'block',
    fields: ['rollbackSteps'],
    by: { duty: 'approver' },
  },
  {
    id: 'implemented-by',
    kind: 'who-may',
    clauses: ['POL005-4'],
    gates: ['implement', 'complete', 'close'],
    strength: 'block',
    duty: 'implementer',
    roles: ['it-team', 'development-team'],
  },
  {
    id: 'tested-by',
    kind: 'who-may',
    clauses: ['POL005-6a'],
    gates: ['implement', 'close'],
    strength: 'block',
    duty: 'tester',
    roles: ['it-team', 'quality-assurance-team'],
  },
  {
    id: 'tested-before-production',
    kind: 'required-fields',
    clauses: ['POL005-6b'],
    gates: ['implement', 'close'],
    strength: 'block',
    fields: ['testResults'],
  },
  {
    id: 'checked',
    kind: 'required-fields',
    clauses: ['POL005-5'],
    gates: ['close'],
    strength: 'block',
    fields: ['verification'],
  },
  {
    id: 'checked-by-authorizer',
    kind: 'same-person',
    clauses: ['POL005-5'],
    gates: ['close'],
    strength: 'block',
    pairs: [['approver', 'verifier']],
  },
  {
    id: 'reported',
    kind: 'required-fields',
    clauses: ['POL005-7a', 'POL005-7b'],
    gates: ['close'],
    strength: 'block',
    fields: ['notified'],
  },
  {
    id: 'reported-to-higher-management',
    kind: 'required-fields',
    clauses: ['POL005-7c'],
    gates: ['close'],
    when: { term: 'major' },
    strength: 'block',
    fields: ['notified'],
  },
  {
    id: 'documents-updated',
    kind: 'documents-updated',
    clauses: ['POL005-8'],
    gates: ['close'],
    strength: 'block',
  },
  {
    id: 'documents-updated-by-authorizer',
    kind: 'authorship',
    clauses: ['POL005-8'],
    gates: ['close'],
    strength: 'block',
    fields: ['affectedDocuments'],
    by: { duty: 'approver' },
  },
];
