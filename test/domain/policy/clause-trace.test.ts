import { describe, expect, it } from '@jest/globals';
import { countServices, traceClauses } from '../../../src/domain/policy/clause-trace';
import { fieldsRule, policyWith } from '../../builders/policies';

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
      { id: 'T-3', text: 'Third.', service: 'outside', note: 'A matter for people.' },
      { id: 'T-4', text: '', service: 'no-text' },
    ],
  },
);

describe('the clauses of a policy', () => {
  it('stand in the order of the document, each with the rules that serve it', () => {
    expect(traceClauses(policy).map(({ clause, rules }) => [clause.id, ...rules.map(({ id }) => id)])).toEqual([
      ['T-1', 'one'],
      ['T-2', 'one', 'two'],
      ['T-3'],
      ['T-4'],
    ]);
  });

  it('are counted by what is done about them, nothing left out', () => {
    expect(countServices(policy)).toEqual({ enforced: 2, evidenced: 0, reminded: 0, outside: 1, 'no-text': 1 });
  });
});
