import { describe, expect, it } from '@jest/globals';
import { dsoPolicy } from '../../src/policies/dso';
import { describeClauses } from './clause-table';
import { describeDecisions } from './decision-table';
import { laterCases } from './dso/later-cases';
import { requestCases } from './dso/request-cases';

describeClauses(dsoPolicy, {
  prefix: 'DSO',
  document: '002_11d8e816b4f74c98.txt',
  ids: [
    ['DSO-2', 'DSO-3.1a', 'DSO-3.1b', 'DSO-3.1c', 'DSO-3.2a', 'DSO-3.2b', 'DSO-3.2c', 'DSO-3.3a', 'DSO-3.3b'],
    ['DSO-3.4a', 'DSO-3.4b', 'DSO-3.5a', 'DSO-3.5b', 'DSO-3.5c', 'DSO-3.6a', 'DSO-3.6b', 'DSO-3.7a', 'DSO-3.7b'],
    ['DSO-3.8a', 'DSO-3.8b', 'DSO-4', 'DSO-5', 'DSO-6'],
  ].flat(),
});

describeDecisions(dsoPolicy, (policy) => [...requestCases(policy), ...laterCases(policy)]);

describe('the policy of DevSecOpsBook', () => {
  it('keeps records for twelve months', () => {
    expect(dsoPolicy.records.retentionMonths).toBe(12);
  });

  it('starts the 24 hours of an emergency when its implementation begins', () => {
    const clock = dsoPolicy.clocks.find(({ clauses }) => clauses.includes('DSO-3.6a'));
    expect({ from: clock?.from, within: clock?.within }).toEqual({
      from: 'implementation-start',
      within: { hours: 24 },
    });
  });
});
