import { describe, expect, it } from '@jest/globals';
import type { PolicyClock } from '../../../src/domain/obligation/policy-clock';
import { countServices, traceClauses } from '../../../src/domain/policy/clause-trace';
import type { Notification } from '../../../src/domain/policy/policy';
import { fieldsRule, policyWith } from '../../builders/policies';

const clock: PolicyClock = {
  ...{ id: 'documented', title: 'Documentation', clauses: ['T-3', 'T-2'] },
  from: 'created',
  within: { hours: 24 },
};

const told: Notification = { clauses: ['T-3'], on: 'closed', tell: ['owner'] };

const policy = policyWith(
  [
    fieldsRule({ id: 'one', clauses: ['T-2', 'T-1'] }),
    fieldsRule({ id: 'two', clauses: ['T-2'] }),
    fieldsRule({ id: 'none', clauses: [] }),
  ],
  {
    clauses: [
      { id: 'T-1', text: 'First.', service: 'enforced' },
      { id: 'T-2', text: 'Second.', service: 'enforced' },
      { id: 'T-3', text: 'Third.', service: 'reminded', note: 'A clock reminds.' },
      { id: 'T-4', text: '', service: 'no-text' },
    ],
    clocks: [clock],
    questions: [
      { id: 'first', clauses: ['T-1', 'T-4'], ask: 'Which of the two?', kind: 'text' },
      { id: 'second', clauses: ['T-4'], ask: 'Until when?', kind: 'date' },
    ],
    records: { retentionMonths: 12, legalHold: false, notifications: [told] },
  },
);

describe('the clauses of a policy', () => {
  it('stand in the order of the document, each with the rules and clocks that serve it and what it leaves open', () => {
    const lines = traceClauses(policy).map(({ clause, rules, clocks, questions }) =>
      [clause.id, ...[...rules, ...clocks, ...questions].map(({ id }) => id)].join(' '),
    );
    expect(lines).toEqual(['T-1 one first', 'T-2 one two documented', 'T-3 documented', 'T-4 first second']);
  });

  it('stand with whoever is told because of them', () => {
    expect(traceClauses(policy).map(({ notifications }) => notifications)).toEqual([[], [], [told], []]);
  });

  it('are counted by what is done about them, nothing left out', () => {
    expect(countServices(policy)).toEqual({ enforced: 2, evidenced: 0, reminded: 1, outside: 0, 'no-text': 1 });
  });
});
