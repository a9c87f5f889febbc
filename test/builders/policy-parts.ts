import type { GrantedException } from '../../src/domain/policy/policy';

/** Parts of policies that are right as they are: a test spoils one thing of them. */

export const FREEZE = {
  id: 'w',
  title: 'W',
  kind: 'freeze',
  strength: 'hard',
  interval: { from: '2026-12-19T00:00:00.000Z', until: '2027-01-04T06:00:00.000Z' },
} as const;

export const MONTHS_QUESTION = { id: 'keep', clauses: [], ask: 'How long?', kind: 'months' } as const;

export const CHOICE_QUESTION = {
  ...MONTHS_QUESTION,
  kind: 'choice',
  options: [{ id: 'four', title: 'Clause 4' }],
} as const;

export const EXCEPTION_PATH = { clauses: [], requirement: { role: 'owner' }, askedWith: [], granted: [] } as const;

export const GRANTED: GrantedException = {
  id: 'EX-1',
  clauses: ['T-1'],
  grantedBy: ['owner'],
  from: '2026-01-01',
  until: '2026-12-31',
  reviewedOn: [],
};

export const CLOCK = { id: 'c', title: 'C', clauses: [], from: 'created', within: { hours: 1 } } as const;
