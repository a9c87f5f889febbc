import { describe, expect, it } from '@jest/globals';
import { runningClocks } from '../../src/domain/obligation/running-clocks';
import { isInScope } from '../../src/domain/policy/scope';
import type { Policy } from '../../src/domain/policy/policy';
import { noimPolicy } from '../../src/policies/noim';
import { changeFacts } from '../builders/change-facts';
import { describeClauses } from './clause-table';
import { NOON } from './decision-case';
import { describeDecisions } from './decision-table';
import { closingCases } from './noim/closing-cases';
import { emergencyCases } from './noim/emergency-cases';
import { requestCases } from './noim/request-cases';
import { AT_ONCE } from './noim/scene';

const ANSWERED: Policy = { ...noimPolicy, answers: AT_ONCE };

describeClauses(noimPolicy, {
  prefix: 'NOIM',
  document: '003_4a67d94fed367bf6.txt',
  ids: [
    ['NOIM-0', 'NOIM-1', 'NOIM-2s', 'NOIM-2n', 'NOIM-2e'],
    ['NOIM-3.1', 'NOIM-3.2', 'NOIM-3.3', 'NOIM-3.4', 'NOIM-3.5', 'NOIM-3.6', 'NOIM-3.7'],
    ['NOIM-4a', 'NOIM-4b', 'NOIM-5a', 'NOIM-5b', 'NOIM-5c', 'NOIM-5d', 'NOIM-6'],
    ['NOIM-7a', 'NOIM-7b', 'NOIM-8', 'NOIM-9'],
  ].flat(),
  // Nobody can delete a record before its time: the app deletes none.
  recorded: ['NOIM-7b'],
});

describeDecisions(
  ANSWERED,
  (policy) => [...requestCases(policy), ...emergencyCases(policy), ...closingCases(policy)],
  // An emergency without a reason is refused for the same clause because the reason is missing.
  [
    'emergency-for-these-reasons-only when {"all":[{"not":{"field":"emergencyReason","in":["Restore service","Address a critical security vulnerability","Prevent imminent data loss"]}}]}',
  ],
);

describe('the policy of noIM₃', () => {
  it('asks for each of its six placeholders, and for each of its two contradictions', () => {
    const asked = noimPolicy.questions.map(({ placeholder, clauses }) => placeholder ?? clauses.join(' against '));
    expect(asked).toEqual([
      '[Date]',
      '[Add scope exclusions if relevant, e.g. minor content updates, documentation changes.]',
      '[Adjust categories and definitions to match your actual change management framework.]',
      '[Define who has authority to approve emergency changes and the notification chain.]',
      '[Define any change freeze periods, e.g. end-of-financial-year, peak usage periods, or public holidays when production changes are prohibited.]',
      '[X years]',
      'NOIM-4a against NOIM-5a',
      'NOIM-5a against NOIM-6',
    ]);
  });

  it.each(['Content', 'Documentation'])(
    'does not govern changes with the label %s, if its owner excludes them',
    (tag) => {
      expect(governs(ANSWERED, [tag])).toBe(false);
      expect(governs({ ...ANSWERED, answers: { ...AT_ONCE, 'scope-exclusions': 'none' } }, [tag])).toBe(true);
      expect(governs(noimPolicy, [tag])).toBe(true);
    },
  );

  it('governs every other change', () => {
    expect(governs(ANSWERED, ['Release'])).toBe(true);
    expect(governs(ANSWERED, null)).toBe(true);
  });
});

describe('the clock of the review of the policy of noIM₃', () => {
  const clocks = (policy: Policy) =>
    runningClocks(policy, changeFacts(), NOON).filter(({ clauses }) => clauses.includes('NOIM-8'));

  it('runs out at the end of the day a year after the update that its owner answers with', () => {
    expect(clocks(ANSWERED).map(({ state, dueAt }) => ({ state, dueAt }))).toEqual([
      { state: 'not-started', dueAt: '2027-01-16T00:00:00.000Z' },
    ]);
  });

  it('is not known while nobody has answered', () => {
    expect(clocks(noimPolicy).map(({ state }) => state)).toEqual(['unknown']);
  });
});

function governs(policy: Policy, tags: readonly string[] | null): boolean {
  return isInScope({ policy, facts: changeFacts({ fields: { tags } }) });
}
