import type { Policy } from '../domain/policy/policy';
import { NOIM_CLAUSES } from './noim-clauses';
import { NOIM_CLOSING_RULES } from './noim-closing-rules';
import { EMERGENCY, REQUEST } from './noim-conditions';
import { NOIM_QUESTIONS } from './noim-questions';
import { NOIM_REQUEST_RULES } from './noim-request-rules';

/**
 * The noIM₃ change management policy. It has six placeholders and contradicts itself twice; they are questions here, and
 * until its owner has answered them it cannot be put in force.
 *
 * Where the document leaves something else open, this is how it is read:
 * Sections 2 and 5 let standard changes and emergencies do without what section 3 asks before implementation. A standard
 * change is logged when it says what it is and which routine job it is one of. The retrospective review of an emergency
 * (2) is an approval of what was done, before it is closed. A freeze (6) is not something to pass with a reason, whatever
 * strength it was given. What was encountered (3.7) is asked for unless the outcome says that all went well. The 24 hours
 * of an emergency (5) run from when its implementation begins.
 *
 * A field can be edited after the gate that asked for it, so what a change must have is asked for again when it is
 * implemented and when it is closed.
 */
export const noimPolicy: Policy = {
  schemaVersion: 2,
  id: 'NOIM',
  title: 'noIM₃ Change Management Policy',
  version: '1.0',
  about: {
    lastUpdated: '[Date]',
    reviewEveryMonths: 12,
    reviewTriggers: [
      'a significant incident',
      'a material change to the platform architecture',
      'a relevant regulatory requirement',
    ],
  },
  roles: [
    { id: 'change-authority', title: 'Change Authority' },
    { id: 'emergency-authority', title: 'Emergency Authority' },
  ],
  changeTypes: [
    { id: 'Standard', description: 'Pre-approved, low-risk, routine.', emergency: false },
    { id: 'Normal', description: 'Assessed, approved and scheduled.', emergency: false },
    { id: 'Emergency', description: 'To restore service, close a critical hole or save data.', emergency: true },
  ],
  categories: [],
  risk: { how: 'asked', levels: [] },
  fields: [
    { id: 'dependencyImpact', title: 'Dependency impact', kind: 'text' },
    { id: 'issuesEncountered', title: 'Issues encountered', kind: 'text' },
  ],
  terms: [],
  scope: {
    when: {
      not: {
        all: [
          { answer: 'scope-exclusions', in: ['content-and-documentation'] },
          { field: 'tags', in: ['Content', 'Documentation'] },
        ],
      },
    },
  },
  emergencies: {
    mode: 'implement-first',
    bypasses: ['maintenance-windows'],
    tell: ['change-authority', 'emergency-authority'],
  },
  standardChanges: [],
  exceptions: 'none',
  delegation: 'none',
  materialFields: [
    'summary',
    'changeType',
    'description',
    'businessJustification',
    'services',
    'impactAnalysis',
    'riskAssessment',
    'dependencyImpact',
    'testPlan',
    'rollbackSteps',
    'rollbackOwner',
    'rollbackTrigger',
    'plannedStart',
    'plannedEnd',
  ],
  calendar: { windows: [] },
  records: {
    retentionMonths: { answer: 'retention' },
    legalHold: false,
    notifications: [{ clauses: ['NOIM-5b'], on: 'expedited', tell: ['change-authority', 'emergency-authority'] }],
  },
  clocks: [
    {
      id: 'emergency-documented',
      title: 'Emergency documented',
      clauses: ['NOIM-5c'],
      from: 'implementation-start',
      within: { hours: 24 },
      when: EMERGENCY,
      doneWhenFilled: [...REQUEST, 'rollbackOwner', 'rollbackTrigger'],
    },
    {
      id: 'policy-reviewed',
      title: 'Policy reviewed',
      clauses: ['NOIM-8'],
      from: 'policy-review',
      within: { days: 1 },
    },
  ],
  questions: NOIM_QUESTIONS,
  answers: {},
  clauses: NOIM_CLAUSES,
  rules: [...NOIM_REQUEST_RULES, ...NOIM_CLOSING_RULES],
};
