import type { Question } from '../domain/policy/clause';

/** What the document leaves blank, and what it says in two ways. Nothing is decided here: its owner answers. */
export const NOIM_QUESTIONS: readonly Question[] = [
  {
    id: 'last-updated',
    clauses: ['NOIM-0'],
    ask: 'When was the policy last updated?',
    placeholder: '[Date]',
    kind: 'date',
  },
  {
    id: 'scope-exclusions',
    clauses: ['NOIM-1'],
    ask: 'Are there changes that this policy does not govern?',
    placeholder: '[Add scope exclusions if relevant, e.g. minor content updates, documentation changes.]',
    kind: 'choice',
    options: [
      { id: 'none', title: 'No: it governs every change' },
      {
        id: 'content-and-documentation',
        title: 'Yes: minor content updates and documentation changes (label Content or Documentation)',
      },
    ],
  },
  {
    id: 'categories',
    clauses: ['NOIM-2s', 'NOIM-2n', 'NOIM-2e'],
    ask: 'Are standard, normal and emergency the categories that you work with, as they are defined here?',
    placeholder: '[Adjust categories and definitions to match your actual change management framework.]',
    kind: 'choice',
    options: [{ id: 'as-defined', title: 'Yes, as they are defined here' }],
  },
  {
    id: 'emergency-authority',
    clauses: ['NOIM-5d'],
    ask: 'Who has authority to approve emergency changes? They are implemented immediately, so this is who reviews and approves each one afterwards.',
    placeholder: '[Define who has authority to approve emergency changes and the notification chain.]',
    kind: 'choice',
    options: [
      { id: 'change-authority', title: 'The change authority, as for other changes' },
      { id: 'emergency-authority', title: 'A role of its own: the emergency authority' },
    ],
  },
  {
    id: 'freeze-periods',
    clauses: ['NOIM-6'],
    ask: 'When are production changes prohibited?',
    placeholder:
      '[Define any change freeze periods, e.g. end-of-financial-year, peak usage periods, or public holidays when production changes are prohibited.]',
    kind: 'freezes',
  },
  {
    id: 'retention',
    clauses: ['NOIM-7b'],
    ask: 'How long are change records kept, in months?',
    placeholder: '[X years]',
    kind: 'months',
  },
  {
    id: 'emergency-rollback-plan',
    clauses: ['NOIM-4a', 'NOIM-5a'],
    ask: 'Clause 4 asks emergency changes for a rollback plan before they are implemented; clause 5 lets them be implemented immediately. Which one holds?',
    kind: 'choice',
    options: [
      { id: 'before-implementation', title: 'Clause 4: the rollback plan comes first, for emergencies too' },
      { id: 'afterwards', title: 'Clause 5: implement first, write the rollback plan within 24 hours' },
    ],
  },
  {
    id: 'emergency-in-freeze',
    clauses: ['NOIM-5a', 'NOIM-6'],
    ask: 'Clause 5 lets emergency changes be implemented immediately; clause 6 prohibits production changes in a freeze. Which one holds for an emergency in a freeze?',
    kind: 'choice',
    options: [
      { id: 'allowed', title: 'Clause 5: an emergency goes ahead in a freeze' },
      { id: 'prohibited', title: 'Clause 6: a freeze stops emergencies too, so they say when they begin and end' },
    ],
  },
];
