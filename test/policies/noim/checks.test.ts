import { describe, expect, it } from '@jest/globals';
import { noimPolicy } from '../../../src/policies/noim';
import { checked, found, stuckIn } from '../checked-policy';
import { AT_ONCE, FREEZE_FIRST, OWN_AUTHORITY, PLAN_FIRST } from './scene';

describe('NOIM on 20 November 2026', () => {
  const WORDS = [
    ['warning', 'undefined-word', 'minor', 'NOIM-1'],
    ['warning', 'undefined-word', 'significant', 'NOIM-8'],
    ['warning', 'undefined-word', 'critical', 'NOIM-2e'],
    ['warning', 'undefined-word', 'low-risk', 'NOIM-2s'],
  ];

  it('may not be put in force before its owner answers: six placeholders are blank, and it contradicts itself twice', () => {
    const check = checked(noimPolicy, '2026-11-20');
    expect({ mayBeActivated: check.mayBeActivated, stuck: stuckIn(check) }).toEqual({
      mayBeActivated: false,
      stuck: [],
    });
    expect(found(check)).toEqual([
      ['error', 'placeholder', '[Date]'],
      ['error', 'placeholder', '[Date]', 'NOIM-0'],
      [
        'error',
        'placeholder',
        '[Add scope exclusions if relevant, e.g. minor content updates, documentation changes.]',
        'NOIM-1',
      ],
      [
        'error',
        'placeholder',
        '[Adjust categories and definitions to match your actual change management framework.]',
        'NOIM-2e',
      ],
      [
        'warning',
        'placeholder',
        '[Define who has authority to approve emergency changes and the notification chain.]',
        'NOIM-5d',
      ],
      [
        'error',
        'placeholder',
        '[Define any change freeze periods, e.g. end-of-financial-year, peak usage periods, or public holidays when production changes are prohibited.]',
        'NOIM-6',
      ],
      ['error', 'placeholder', '[X years]', 'NOIM-7b'],
      ['error', 'unanswered-question', 'last-updated', 'NOIM-0'],
      ['error', 'unanswered-question', 'scope-exclusions', 'NOIM-1'],
      ['error', 'unanswered-question', 'categories', 'NOIM-2s', 'NOIM-2n', 'NOIM-2e'],
      ['error', 'unanswered-question', 'emergency-authority', 'NOIM-5d'],
      ['error', 'unanswered-question', 'freeze-periods', 'NOIM-6'],
      ['error', 'unanswered-question', 'retention', 'NOIM-7b'],
      ['error', 'unanswered-question', 'emergency-rollback-plan', 'NOIM-4a', 'NOIM-5a'],
      ['error', 'unanswered-question', 'emergency-in-freeze', 'NOIM-5a', 'NOIM-6'],
      ['error', 'broken-promise', 'rollbackSteps,rollbackOwner,rollbackTrigger', 'NOIM-5a', 'NOIM-4a', 'NOIM-4b'],
      ...WORDS,
      ['warning', 'no-review-date', ''],
    ]);
  });

  it.each([
    ['clause 5 twice', {}],
    ['clause 4 against clause 5', PLAN_FIRST],
    ['clause 6 against clause 5', FREEZE_FIRST],
    ['clauses 4 and 6 against clause 5', { ...PLAN_FIRST, ...FREEZE_FIRST }],
    ['an authority of its own for emergencies', OWN_AUTHORITY],
  ])('may be put in force once its owner has answered, with %s; only its words are open', (_answer, answers) => {
    const check = checked({ ...noimPolicy, answers: { ...AT_ONCE, ...answers } }, '2026-11-20');
    expect({ mayBeActivated: check.mayBeActivated, stuck: stuckIn(check) }).toEqual({
      mayBeActivated: true,
      stuck: [],
    });
    expect(found(check)).toEqual(WORDS);
  });

  it.each(noimPolicy.questions.map(({ id }) => id))('may not be put in force while %s alone is open', (id) => {
    const { [id]: _open, ...others } = AT_ONCE;
    const check = checked({ ...noimPolicy, answers: others }, '2026-11-20');
    const open = check.lint.filter(({ code }) => code === 'unanswered-question');
    expect({ mayBeActivated: check.mayBeActivated, open: open.length }).toEqual({ mayBeActivated: false, open: 1 });
  });

  it('is overdue for review a year after the update that its owner answers with', () => {
    const overdue = (today: string) =>
      found(checked({ ...noimPolicy, answers: AT_ONCE }, today)).filter(([, code]) => code === 'review-overdue');
    expect(overdue('2027-01-15')).toEqual([]);
    expect(overdue('2027-01-16')).toEqual([['warning', 'review-overdue', '1 days', 'NOIM-8']]);
  });
});
