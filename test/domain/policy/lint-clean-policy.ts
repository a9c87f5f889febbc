import type { Clause } from '../../../src/domain/policy/clause';
import type { LintFinding } from '../../../src/domain/policy/lint/lint-finding';
import { lintPolicy } from '../../../src/domain/policy/lint-policy';
import type { Condition } from '../../../src/domain/policy/condition';
import type { ExceptionPath, Policy } from '../../../src/domain/policy/policy';
import type { Rule } from '../../../src/domain/policy/policy-rule';

export const TODAY = '2026-03-02';

const EMERGENCY: Condition = { field: 'changeType', in: ['Emergency'] };
const STANDARD: Condition = { field: 'changeType', in: ['Standard'] };

const CLAUSES: readonly Clause[] = [
  {
    id: 'C-1',
    section: '1',
    text: 'A major change is one at risk level High [1].',
    service: 'evidenced',
    note: 'A word.',
  },
  { id: 'C-2', section: '2', text: 'Changes are approved by the owner (see section 1).', service: 'enforced' },
  { id: 'C-2.1', section: '2.1', text: 'A major change is also approved by the board.', service: 'enforced' },
  {
    id: 'C-3',
    section: '3',
    text: 'Emergencies may be implemented at once, under section 2 of the Ways of Working.',
    service: 'enforced',
    promises: { gate: 'expedite', types: ['Emergency'], without: ['approval', 'description'] },
  },
  {
    id: 'C-3a',
    section: '3',
    text: 'They are approved afterwards; see [our wiki](https://w.example).',
    service: 'enforced',
  },
  { id: 'C-3b', section: '3', text: 'They are described within a day.', service: 'reminded' },
  { id: 'C-4', section: '4', text: 'Routine changes come from a catalogue [x].', service: 'enforced' },
  { id: 'C-5', section: '5', text: 'No change is made in a freeze: [Dates].', service: 'enforced' },
  { id: 'C-6', section: '6', text: 'Exceptions are granted by the board and reviewed.', service: 'reminded' },
  { id: 'C-7', section: '7', text: 'Breaches are a matter for the owner.', service: 'outside', note: 'The owner.' },
  { id: 'C-8', section: '8', text: '', service: 'no-text' },
  { id: 'C-9', section: '9', text: 'The owner is told.', service: 'reminded' },
];

const RULES: readonly Rule[] = [
  {
    id: 'approval',
    kind: 'approval',
    clauses: ['C-2'],
    gates: ['authorize', 'implement'],
    point: 'authorize',
    when: { not: { any: [EMERGENCY, STANDARD] } },
    strength: 'block',
    requirement: { role: 'owner' },
  },
  {
    id: 'board-approval',
    kind: 'approval',
    clauses: ['C-2.1'],
    gates: ['authorize', 'implement'],
    point: 'authorize',
    when: { all: [{ term: 'major' }, { not: EMERGENCY }] },
    strength: 'block',
    requirement: { atLeast: 2, role: 'board' },
    veto: ['owner'],
  },
  {
    id: 'emergencies-only',
    kind: 'emergency-path',
    clauses: ['C-3'],
    gates: ['expedite'],
    strength: 'block',
  },
  {
    id: 'approved-afterwards',
    kind: 'approval',
    clauses: ['C-3a'],
    gates: ['close'],
    point: 'close',
    when: EMERGENCY,
    strength: 'block',
    requirement: { anyOf: [{ role: 'owner' }, { allOf: [{ role: 'board' }] }] },
  },
  {
    id: 'catalogue',
    kind: 'standard-catalogue',
    clauses: ['C-4'],
    gates: ['submit'],
    when: STANDARD,
    strength: 'block',
  },
  {
    id: 'freezes',
    kind: 'outside-freezes',
    clauses: ['C-5'],
    gates: ['implement'],
    strength: 'block',
    freezes: ['hard'],
  },
];

export const EXCEPTIONS: ExceptionPath = {
  clauses: ['C-6'],
  requirement: { role: 'board' },
  askedWith: [],
  reviewEveryDays: 90,
  longestDays: 365,
  granted: [
    {
      id: 'old-server',
      clauses: ['C-2'],
      grantedBy: ['board'],
      from: '2025-06-01',
      until: '2026-05-31',
      reviewedOn: ['2026-01-01'],
    },
  ],
};

/** A policy of an invented organisation in which there is nothing to find. */
export const CLEAN: Policy = {
  schemaVersion: 2,
  id: 'CLEAN',
  title: 'How we change things',
  version: '1',
  about: { owner: 'The owner', lastUpdated: '2025-06-01', reviewEveryMonths: 12 },
  roles: [
    { id: 'owner', title: 'Service Owner' },
    { id: 'board', title: 'Change Board' },
    { id: 'helper', title: 'Helper' },
    { id: 'warden', title: 'Warden' },
  ],
  changeTypes: [
    { id: 'Normal', description: 'Planned.', emergency: false },
    { id: 'Standard', description: 'Routine.', emergency: false },
    { id: 'Emergency', description: 'Urgent.', emergency: true },
  ],
  categories: [{ id: 'Network', description: 'Cables.' }],
  risk: { how: 'asked', levels: ['Low', 'High'] },
  fields: [],
  terms: [{ id: 'major', means: { risk: ['High'] }, definedIn: 'C-1' }],
  scope: {},
  emergencies: { mode: 'implement-first', bypasses: [], tell: ['helper'] },
  standardChanges: [{ id: 'patch', title: 'Monthly patch', preApprovedBy: 'owner', until: '2026-03-02' }],
  exceptions: EXCEPTIONS,
  delegation: 'none',
  materialFields: ['description'],
  calendar: {
    windows: [
      {
        id: 'year-end',
        title: 'Year end',
        kind: 'freeze',
        strength: 'hard',
        interval: { from: '2026-12-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' },
        exemptionBy: 'warden',
      },
    ],
  },
  records: {
    retentionMonths: 24,
    legalHold: false,
    notifications: [{ clauses: ['C-9'], on: 'closed', tell: ['owner'] }],
  },
  clocks: [
    {
      id: 'described',
      title: 'Described',
      clauses: ['C-3b'],
      from: 'implementation-start',
      within: { hours: 24 },
    },
  ],
  questions: [{ id: 'dates', clauses: ['C-5'], ask: 'When?', placeholder: '[Dates]', kind: 'freezes' }],
  answers: { dates: [] },
  clauses: CLAUSES,
  rules: RULES,
};

/** What is found in the clean policy once this is changed in it. */
export function foundWith(overrides: Partial<Policy>, today = TODAY): readonly LintFinding[] {
  return lintPolicy({ ...CLEAN, ...overrides }, today);
}

/** What is found once this clause is added, of this kind. */
export function foundIn(text: string, code: LintFinding['code'], overrides: Partial<Policy> = {}) {
  const clause: Clause = { id: 'C-10', section: '10', text, service: 'evidenced', note: 'Kept.' };
  return foundWith({ clauses: [...CLEAN.clauses, clause], ...overrides }).filter((finding) => finding.code === code);
}

/** What is found once rules are added. */
export function foundAmong(...rules: readonly Rule[]): readonly LintFinding[] {
  return foundWith({ rules: [...CLEAN.rules, ...rules] });
}

/** What is found once the rule of that id is changed; without it, once it is gone. */
export function foundAfter(id: string, change?: (rule: Rule) => Rule): readonly LintFinding[] {
  const rules = CLEAN.rules.flatMap((rule) => (rule.id !== id ? [rule] : change === undefined ? [] : [change(rule)]));
  return foundWith({ rules });
}
