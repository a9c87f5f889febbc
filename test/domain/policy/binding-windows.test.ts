import { describe, expect, it } from '@jest/globals';
import { known } from '../../../src/domain/change/change-facts';
import { bindingWindows, calendarSubjectOf } from '../../../src/domain/policy/binding-windows';
import type { Question } from '../../../src/domain/policy/clause';
import { changeFacts, unread } from '../../builders/change-facts';
import { ruleContext } from '../../builders/rule-context';
import { freeze, maintenance } from '../../builders/windows';

const QUESTION: Question = { id: 'when', clauses: ['T-1'], ask: 'When may nothing be changed?', kind: 'freezes' };
const OTHER: Question = { id: 'how-long', clauses: ['T-1'], ask: 'How long are records kept?', kind: 'months' };

const written = maintenance();
const answered = freeze();
const ofSite = freeze({ id: 'fair', title: 'Trade fair' });

describe('the windows that bind a change', () => {
  it('are those of the policy where nothing else is known', () => {
    expect(bindingWindows(ruleContext({ policy: { calendar: { windows: [written] } } }))).toEqual(known([written]));
  });

  it('are those of the policy, those it was answered with, and those of the calendar', () => {
    const policy = { calendar: { windows: [written] }, questions: [QUESTION], answers: { when: [answered] } };
    expect(bindingWindows(ruleContext({ policy, facts: { windows: known([ofSite]) } }))).toEqual(
      known([written, answered, ofSite]),
    );
    expect(policy.calendar.windows).toEqual([written]);
  });

  it('are none where the answer is that there are none', () => {
    expect(bindingWindows(ruleContext({ policy: { questions: [QUESTION], answers: { when: [] } } }))).toEqual(
      known([]),
    );
  });

  it.each([{}, { when: 'in December' }, { when: 12 }])('are not known while the question is open: %j', (answers) => {
    const policy = { calendar: { windows: [written] }, questions: [QUESTION], answers };
    expect(bindingWindows(ruleContext({ policy, facts: { windows: known([ofSite]) } }))).toEqual({
      state: 'unknown',
      cause: { code: 'not-looked-up', detail: 'when' },
    });
  });

  it('do not depend on questions about anything else', () => {
    expect(bindingWindows(ruleContext({ policy: { questions: [OTHER] } }))).toEqual(known([]));
    expect(
      bindingWindows(ruleContext({ policy: { questions: [OTHER], answers: { 'how-long': [answered] } } })),
    ).toEqual(known([]));
  });

  it('are not known while the calendar cannot be read', () => {
    const windows = unread('The calendar did not answer');
    expect(bindingWindows(ruleContext({ policy: { calendar: { windows: [written] } }, facts: { windows } }))).toEqual(
      windows,
    );
  });
});

describe('what a calendar looks at', () => {
  it('is what the change says of itself', () => {
    const fields = { changeType: 'Normal', category: 'Network', services: ['Shop', 'Mail'], environment: 'Production' };
    expect(calendarSubjectOf(changeFacts({ fields }))).toEqual({
      type: 'Normal',
      category: 'Network',
      services: ['Shop', 'Mail'],
      environment: 'Production',
    });
  });

  it.each([null, unread('Field of the test')])('is empty where the change says nothing, or %j', (nothing) => {
    const fields = { changeType: nothing, category: nothing, services: nothing, environment: nothing };
    const subject = { type: null, category: null, services: [], environment: null };
    expect(calendarSubjectOf(changeFacts({ fields }))).toEqual(subject);
    expect(calendarSubjectOf({ fields: {} })).toEqual(subject);
  });
});
