import type { Policy } from '../../src/domain/policy/policy';
import { approvalRule, AT_AUTHORIZE, fieldsRule, policyWith, separationRule } from './policies';

const HIGH = { riskAtLeast: 'High' } as const;
const WINDOW = { from: '2026-12-19T00:00:00.000Z', until: '2027-01-04T06:00:00.000Z' };

/** A policy in which every key of the model, every kind of rule, condition and requirement is there at least once. */
export const everythingPolicy: Policy = policyWith(
  [
    fieldsRule({ fields: ['description', { oneOf: ['incident', 'blastRadius'] }], when: { term: 'major' } }),
    approvalRule({
      requirement: {
        allOf: [
          { anyOf: [{ role: 'owner' }, { percent: 50, role: 'board' }] },
          { atLeast: 1, of: [{ atLeast: 2, role: 'board' }] },
        ],
        inOrder: true,
      },
      veto: ['owner'],
      wait: { businessHours: 4 },
      expiresAfterHours: 72,
      humansOnly: true,
      distinctPeople: true,
    }),
    approvalRule({ id: 'no-veto', veto: 'nobody', wait: { hours: 1.5 } }),
    approvalRule({ id: 'later', wait: { businessDays: 1 } }),
    separationRule(),
    { ...AT_AUTHORIZE, id: 'same', kind: 'same-person', pairs: [['approver', 'verifier']] },
    { ...AT_AUTHORIZE, id: 'who', kind: 'who-may', duty: 'tester', roles: ['owner'] },
    { ...AT_AUTHORIZE, id: 'author', kind: 'authorship', fields: ['riskAssessment'], by: { duty: 'approver' } },
    { ...AT_AUTHORIZE, id: 'author-role', kind: 'authorship', fields: ['outcome'], by: { roles: ['owner'] } },
    { ...AT_AUTHORIZE, id: 'freezes', kind: 'outside-freezes', freezes: ['hard', 'soft'] },
    { ...AT_AUTHORIZE, id: 'windows', kind: 'in-maintenance-window', strength: 'warn' },
    { ...AT_AUTHORIZE, id: 'notice', kind: 'notice', notice: { businessDays: 2 } },
    { ...AT_AUTHORIZE, id: 'notice-hours', kind: 'notice', notice: { hours: 24 } },
    { ...AT_AUTHORIZE, id: 'notice-work', kind: 'notice', notice: { businessHours: 8 } },
    { ...AT_AUTHORIZE, id: 'overlap', kind: 'no-overlap' },
    { ...AT_AUTHORIZE, id: 'suites', kind: 'test-suites', suites: ['unit'] },
    { ...AT_AUTHORIZE, id: 'documents', kind: 'documents-updated' },
    { ...AT_AUTHORIZE, id: 'review', kind: 'post-implementation-review', meeting: true },
    { ...AT_AUTHORIZE, id: 'catalogue', kind: 'standard-catalogue' },
    { ...AT_AUTHORIZE, id: 'types', kind: 'allowed-types', types: ['normal', 'Emergency'] },
    { ...AT_AUTHORIZE, id: 'path', kind: 'emergency-path' },
    { ...AT_AUTHORIZE, id: 'exceptions', kind: 'exception-granted' },
  ],
  {
    id: 'EVERYTHING',
    about: {
      owner: 'Operations',
      author: 'Engineering',
      approvedBy: 'Board',
      approvedOn: '2026-01-01',
      status: 'approved',
      effectiveDate: '2026-02-01',
      lastUpdated: 'July 2026',
      nextReview: '2027-02-01',
      reviewEveryMonths: 12,
      reviewTriggers: ['a significant incident'],
      frameworks: [{ name: 'ISO/IEC 27001', controls: ['A.8.32'] }],
      revisions: [{ version: '1', date: '2026-01-01', author: 'Engineering', changes: 'First version.' }],
      source: 'everything.yaml',
    },
    categories: [{ id: 'Network', description: 'Cables.' }],
    risk: {
      how: 'scored',
      levels: ['Low', 'High'],
      combine: 'product',
      dimensions: [{ field: 'blastRadius', scores: { Small: 1, Large: 3 } }],
      bands: [
        { level: 'Low', from: 0 },
        { level: 'High', from: 3 },
      ],
    },
    fields: [{ id: 'blastRadius', title: 'Blast radius', kind: 'option' }],
    terms: [
      {
        id: 'wide',
        means: {
          any: [
            { field: 'blastRadius', atLeast: 3 },
            { field: 'blastRadius', atMost: 0 },
          ],
        },
      },
      {
        id: 'major',
        means: {
          all: [
            { term: 'wide' },
            { not: { field: 'incident', filled: false } },
            { field: 'category', in: ['network'] },
            { risk: ['High'] },
            { answer: 'which', in: ['four'] },
          ],
        },
        definedIn: 'T-1',
      },
    ],
    scope: { projects: ['OPS'], when: { field: 'services', in: ['Shop'] } },
    emergencies: { mode: 'both', bypasses: ['freezes', 'notice'], tell: ['board'] },
    standardChanges: [
      { id: 'patch', title: 'Monthly patch', preApprovedBy: 'security', until: '2026-12-31', when: { not: HIGH } },
      { id: 'add-user', title: 'Add a user', preApprovedBy: null },
    ],
    exceptions: {
      clauses: ['T-1'],
      requirement: { allOf: [{ role: 'owner' }, { role: 'security' }] },
      askedWith: ['riskAssessment'],
      reviewEveryDays: 90,
      longestDays: 365,
      granted: [
        {
          id: 'EX-1',
          clauses: ['T-1'],
          when: HIGH,
          grantedBy: ['owner', 'security'],
          riskAssessment: 'Small.',
          from: '2026-01-01',
          until: '2026-12-31',
          reviewedOn: ['2026-03-01'],
        },
      ],
    },
    delegation: { longestDays: 14, roles: ['owner'] },
    materialFields: ['description', 'blastRadius'],
    calendar: {
      businessHours: {
        timeZone: 'Europe/Berlin',
        workdays: [1, 2, 3, 4, 5],
        from: '09:00',
        until: '24:00',
        holidays: ['2026-12-25'],
      },
      windows: [
        {
          id: 'year-end',
          title: 'Year end',
          kind: 'freeze',
          strength: 'hard',
          interval: WINDOW,
          scope: { types: ['Normal'], categories: ['Network'], services: ['Shop'], environments: ['Production'] },
          exemptTypes: ['Emergency'],
          exemptionBy: 'board',
        },
        { id: 'night', title: 'Night', kind: 'maintenance', interval: WINDOW, scope: {} },
      ],
    },
    records: {
      retentionMonths: { answer: 'keep' },
      legalHold: true,
      notifications: [{ clauses: ['T-1'], on: 'approved', tell: ['board'], when: HIGH }],
    },
    clocks: [
      {
        id: 'documented',
        title: 'Document it',
        clauses: ['T-1'],
        from: 'implementation-end',
        within: { businessDays: 1 },
        when: HIGH,
        doneWhenFilled: ['outcome'],
      },
      { id: 'soon', title: 'Close it', clauses: [], from: 'created', within: { hours: 24 } },
      { id: 'reviewed', title: 'Review it', clauses: [], from: 'policy-review', within: { months: 1 } },
      { id: 'at-once', title: 'Look', clauses: [], from: 'implementation-start', within: { days: 0 } },
    ],
    questions: [
      {
        id: 'which',
        clauses: ['T-1'],
        ask: 'Which clause holds?',
        placeholder: '[which]',
        kind: 'choice',
        options: [{ id: 'four', title: 'Clause 4' }],
      },
      { id: 'keep', clauses: [], ask: 'How long?', kind: 'months' },
      { id: 'since', clauses: [], ask: 'Since when?', kind: 'date' },
      { id: 'who', clauses: [], ask: 'Who?', kind: 'text' },
      { id: 'when-not', clauses: [], ask: 'When not?', kind: 'freezes' },
    ],
    answers: {
      which: 'four',
      keep: 24,
      since: '2026-01-01',
      who: 'The owner.',
      'when-not': [{ id: 'audit', title: 'Audit', kind: 'freeze', strength: 'soft', interval: WINDOW }],
    },
    clauses: [
      {
        id: 'T-1',
        text: 'Changes are made with care.',
        service: 'enforced',
        section: '4',
        note: 'By rules.',
        promises: { gate: 'expedite', types: ['Emergency'], without: ['approval', 'rollbackSteps'] },
      },
    ],
  },
);
