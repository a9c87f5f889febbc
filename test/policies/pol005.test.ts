import { describe, expect, it } from '@jest/globals';
import { pol005Policy } from '../../src/policies/pol005';
import { describeClauses } from './clause-table';
import { describeDecisions } from './decision-table';
import { laterCases } from './pol005/later-cases';
import { requestCases } from './pol005/request-cases';

describeClauses(pol005Policy, {
  prefix: 'POL005',
  document: '004_196d065c08e58f31.txt',
  ids: [
    ['POL005-M', 'POL005-S', 'POL005-1', 'POL005-2a', 'POL005-2b', 'POL005-3a', 'POL005-3b', 'POL005-3c'],
    ['POL005-4', 'POL005-5', 'POL005-6a', 'POL005-6b', 'POL005-7a', 'POL005-7b', 'POL005-7c', 'POL005-8', 'POL005-9'],
  ].flat(),
  // The app publishes the record of a change itself, so nobody can keep it elsewhere.
  recorded: ['POL005-9'],
});

describeDecisions(pol005Policy, (policy) => [...requestCases(policy), ...laterCases(policy)]);

describe('POL-005', () => {
  it('reports every implementation to the IT and the development team, and major ones to higher management', () => {
    expect(pol005Policy.records.notifications).toEqual([
      { clauses: ['POL005-7a'], on: 'implemented', tell: ['it-team'] },
      { clauses: ['POL005-7b'], on: 'implemented', tell: ['development-team', 'quality-assurance-team'] },
      { clauses: ['POL005-7c'], on: 'implemented', tell: ['higher-management'], when: { term: 'major' } },
    ]);
  });
});
