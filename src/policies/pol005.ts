import type { Policy } from '../domain/policy/policy';
import { POL005_CLAUSES } from './pol005-clauses';
import { CATEGORIES_OF_CTO, CATEGORIES_OF_IT_DIRECTOR, POL005_RULES } from './pol005-rules';

const [SOFTWARE, TOOLS, ARCHITECTURE] = CATEGORIES_OF_CTO;
const [NETWORK, CYBERSECURITY, THIRD_PARTY] = CATEGORIES_OF_IT_DIRECTOR;

/**
 * POL-005, the change-management policy of an information security management system: three people may propose, the
 * category says which of two authorises, and whoever authorises assesses before, checks after, and keeps the documents.
 *
 * Where the document leaves something open, this is how it is read: a change of both categories, or of neither, is
 * authorised by both; the assessment of justification and security impacts is the impact analysis; a major change has
 * the tag "Major"; that the change was reported is what the change itself says, besides the app telling people. It knows
 * neither types of change, nor risk levels, nor a way for emergencies.
 */
export const pol005Policy: Policy = {
  schemaVersion: 2,
  id: 'POL005',
  title: 'POL-005 Change Management Policy',
  version: '1.1',
  about: {
    owner: 'e.stpierre',
    approvedOn: '2026-01-29',
    status: 'approved',
    nextReview: '2027-01-29',
    frameworks: [{ name: 'ISO/IEC 27001', controls: ['A.8.32'] }],
    source: 'POL-005',
  },
  roles: [
    { id: 'it-director', title: 'IT Director' },
    { id: 'cto', title: 'CTO' },
    { id: 'development-team-leader', title: 'Development Team Leader' },
    { id: 'it-team', title: 'IT Team' },
    { id: 'development-team', title: 'Development Team' },
    { id: 'quality-assurance-team', title: 'Quality Assurance Team' },
    { id: 'higher-management', title: 'Higher management (G7)' },
  ],
  changeTypes: [{ id: 'Normal', description: 'Every change: the document knows no types.', emergency: false }],
  categories: [
    { id: SOFTWARE, description: 'Authorised by the CTO.' },
    { id: TOOLS, description: 'Authorised by the CTO.' },
    { id: ARCHITECTURE, description: 'Authorised by the CTO.' },
    { id: NETWORK, description: 'Authorised by the IT Director.' },
    { id: CYBERSECURITY, description: 'Authorised by the IT Director.' },
    { id: THIRD_PARTY, description: 'Authorised by the IT Director.' },
  ],
  risk: { how: 'asked', levels: [] },
  fields: [],
  terms: [{ id: 'major', means: { field: 'tags', in: ['Major'] } }],
  scope: {},
  emergencies: { mode: 'not-allowed', bypasses: [], tell: [] },
  standardChanges: [],
  exceptions: 'none',
  delegation: 'none',
  materialFields: ['summary', 'description', 'category', 'impactAnalysis', 'riskAssessment', 'rollbackSteps'],
  calendar: { windows: [] },
  records: {
    retentionMonths: null,
    legalHold: false,
    notifications: [
      { clauses: ['POL005-7a'], on: 'implemented', tell: ['it-team'] },
      { clauses: ['POL005-7b'], on: 'implemented', tell: ['development-team', 'quality-assurance-team'] },
      { clauses: ['POL005-7c'], on: 'implemented', tell: ['higher-management'], when: { term: 'major' } },
    ],
  },
  clocks: [
    {
      id: 'policy-reviewed',
      title: 'Policy reviewed',
      clauses: ['POL005-M'],
      from: 'policy-review',
      within: { days: 1 },
    },
  ],
  questions: [],
  answers: {},
  clauses: POL005_CLAUSES,
  rules: POL005_RULES,
};
