import type { Policy } from '../domain/policy/policy';
import { MESTA_CLAUSES } from './mesta-clauses';
import { MESTA_RULES } from './mesta-rules';

/**
 * The change-management policy of Mesta Technologies. Its body is mostly a placeholder, so it asks for little: one kind
 * of change, which is planned, tested and approved before it is implemented, documented, reviewed, and can be rolled
 * back; and exceptions by the CTO.
 *
 * Where the document leaves something open, this is how it is read: it does not say who approves, so a role of that name
 * does; it does not say how a change is planned, tested, documented or reviewed, so one field stands for each; it has no
 * way for emergencies, so there is none. It mentions no risk levels: none are asked for.
 */
export const mestaPolicy: Policy = {
  schemaVersion: 2,
  id: 'MESTA',
  title: 'Mesta change management policy',
  version: '2.0.0',
  about: {
    owner: 'Chief Technology Officer',
    author: 'Engineering Team',
    approvedBy: 'Chief Technology Officer',
    approvedOn: '2025-01-20',
    status: 'Current approved version',
    effectiveDate: '2025-02-01',
    nextReview: '2026-02-01',
    frameworks: [
      {
        name: 'Security controls',
        controls: [
          'change-management-process-enforced',
          'production-changes-controlled',
          'secure-code-review-process-established',
        ],
      },
    ],
    revisions: [{ version: '2.0.0', date: '2025-01-20', author: 'Engineering Team', changes: 'Current version' }],
    source: 'change-management-policy',
  },
  roles: [
    { id: 'change-approver', title: 'Change Approver' },
    { id: 'cto', title: 'Chief Technology Officer' },
  ],
  changeTypes: [{ id: 'Normal', description: 'Every change: the document knows no types.', emergency: false }],
  categories: [],
  risk: { how: 'asked', levels: [] },
  fields: [],
  terms: [],
  scope: {},
  emergencies: { mode: 'not-allowed', bypasses: [], tell: [] },
  standardChanges: [],
  exceptions: {
    clauses: ['MESTA-3.3a', 'MESTA-3.3b'],
    requirement: { role: 'cto' },
    askedWith: [],
    reviewEveryDays: 90,
    granted: [],
  },
  delegation: 'none',
  materialFields: ['summary', 'description', 'implementationPlan', 'rollbackSteps'],
  calendar: { windows: [] },
  records: { retentionMonths: null, legalHold: false, notifications: [] },
  clocks: [
    {
      id: 'policy-reviewed',
      title: 'Policy reviewed',
      clauses: ['MESTA-M2'],
      from: 'policy-review',
      within: { days: 1 },
    },
    {
      id: 'exception-reviewed',
      title: 'Exception reviewed',
      clauses: ['MESTA-3.3b'],
      from: 'created',
      within: { months: 3 },
      when: { field: 'exceptionTo', filled: true },
    },
  ],
  questions: [],
  answers: {},
  clauses: MESTA_CLAUSES,
  rules: MESTA_RULES,
};
