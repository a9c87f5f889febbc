import { describe, expect, it } from '@jest/globals';
import { genericPolicy } from '../../src/policies/generic';
import { describeClauses } from './clause-table';
import { describeDecisions } from './decision-table';
import { closingCases } from './generic/closing-cases';
import { implementationCases } from './generic/implementation-cases';
import { requestCases } from './generic/request-cases';

describeClauses(genericPolicy, {
  prefix: 'GEN',
  document: '001_ddf3e07542b195e1.txt',
  ids: [
    ['GEN-2', 'GEN-3s1', 'GEN-3s2', 'GEN-3n', 'GEN-3e1', 'GEN-3e2', 'GEN-3e3'],
    ['GEN-4.1a', 'GEN-4.1b', 'GEN-4.1c', 'GEN-4.1d', 'GEN-4.1e', 'GEN-4.1f'],
    ['GEN-4.2a', 'GEN-4.2b', 'GEN-4.3a', 'GEN-4.3b', 'GEN-4.3c', 'GEN-4.4a', 'GEN-4.4b', 'GEN-4.4c', 'GEN-4.5'],
    ['GEN-5a', 'GEN-5b', 'GEN-5c'],
    ['GEN-6a', 'GEN-6b', 'GEN-6c', 'GEN-6d', 'GEN-6e', 'GEN-6f'],
    ['GEN-7a', 'GEN-7b', 'GEN-7c', 'GEN-8a', 'GEN-8b'],
  ].flat(),
  // The app records the moves of a change itself, so nobody can leave their time out.
  recorded: ['GEN-6a'],
});

describeDecisions(
  genericPolicy,
  (policy) => [...requestCases(policy), ...implementationCases(policy), ...closingCases(policy)],
  // An emergency without a reason is refused for the same clause because the reason is missing.
  [
    'emergency-for-these-reasons-only when {"all":[{"not":{"field":"emergencyReason","in":["Restore service","Fix a security issue"]}}]}',
  ],
);

describe('the generic policy', () => {
  it('has standard changes approved by a role of its own', () => {
    const roles: readonly (string | null)[] = genericPolicy.roles.map(({ id }) => id);
    expect(genericPolicy.standardChanges.filter(({ preApprovedBy }) => !roles.includes(preApprovedBy))).toEqual([]);
  });

  it('starts the 24 hours of an emergency when its implementation begins', () => {
    expect(genericPolicy.clocks.map(({ from, within }) => ({ from, within }))).toEqual([
      { from: 'implementation-start', within: { hours: 24 } },
    ]);
  });
});
