import type { Policy } from '../domain/policy/policy';
import { NOIM_CLAUSES } from './noim-clauses';
import { EMERGENCY } from './noim-conditions';
import { NOIM_QUESTIONS } from './noim-questions';
import { NOIM_RULES } from './noim-rules';

/**
 * The noIM₃ change management policy. It has six placeholders and contradicts itself twice; they are questions here, and
 * until its owner has answered them it cannot be put in force.
 *
 * Where the document leaves something else open, this is how it is read: a standard change is logged when it says what it
 * is and which routine job it is an instance of; the retrospective review of an emergency (2) is an approval of what was
 * done, before it is closed; a freeze is not something to pass with a reason, whatever strength it was given; what went
 * wrong (3.7) is asked for where the outcome says that something did.
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
    bypasses: ['maintenance-windows', 'notice'],
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
      doneWhenFilled: [
        'description',
        'businessJustification',
        'services',
        'impactAnalysis',
        'rollbackSteps',
        'rollbackOwner',
        'rollbackTrigger',
      ],
    },
    {
      id: 'policy-reviewed',
      title: 'Policy reviewed',
      clauses: ['NOIM-8'],
      from: 'policy-review',
      within: { days: 0 },
    },
  ],
  questions: NOIM_QUESTIONS,
  answers: {},
  clauses: NOIM_CLAUSES,
  rules: NOIM_RULES,
};
