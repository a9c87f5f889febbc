import { describe, expect, it } from '@jest/globals';
import { policyDocument } from '../../src/contracts/policy-document';
import type { Policy } from '../../src/domain/policy/policy';
import { problemsIn } from '../builders/malformed';
import { policyWith } from '../builders/policies';
import { CLOCK, EXCEPTION_PATH, FREEZE, GRANTED, MONTHS_QUESTION } from '../builders/policy-parts';

type Overrides = Partial<Policy>;

const problems = (overrides: Overrides) => problemsIn(policyDocument, policyWith([], overrides));

describe('a policy', () => {
  it.each<[string, Overrides, string]>([
    [
      'materialFields',
      { materialFields: ['summary', 'sumary'] },
      'materialFields.1: There is no field "sumary". Did you mean "summary"?',
    ],
    [
      'terms',
      { terms: [{ id: 't', means: { term: 'u' }, definedIn: 'T-7' }] },
      'terms.0.means.term: There is no term "u".',
    ],
    [
      'terms',
      { terms: [{ id: 't', means: { risk: ['High'] }, definedIn: 'X' }] },
      'terms.0.definedIn: There is no clause "X".',
    ],
    [
      'scope',
      { scope: { projects: ['CHG', 'X2_Y', 'chg'] } },
      'scope.projects.2: "chg" is no key of a Jira project. Write it in capitals: CHG.',
    ],
    ['scope', { scope: { when: { field: 'colour', filled: true } } }, 'scope.when.field: There is no field "colour".'],
    [
      'emergencies',
      { emergencies: { mode: 'both', bypasses: [], tell: ['ceo'] } },
      'emergencies.tell.0: There is no role "ceo".',
    ],
    [
      'standardChanges',
      { standardChanges: [{ id: 'a', title: 'A', preApprovedBy: 'ceo' }] },
      'standardChanges.0.preApprovedBy: There is no role "ceo".',
    ],
    [
      'standardChanges',
      { standardChanges: [{ id: 'a', title: 'A', preApprovedBy: null, when: { risk: ['Dire'] } }] },
      'standardChanges.0.when.risk.0: There is no risk level "Dire".',
    ],
    [
      'exceptions',
      { exceptions: { ...EXCEPTION_PATH, clauses: ['X'] } },
      'exceptions.clauses.0: There is no clause "X".',
    ],
    [
      'exceptions',
      { exceptions: { ...EXCEPTION_PATH, requirement: { allOf: [{ role: 'ceo' }] } } },
      'exceptions.requirement.allOf.0.role: There is no role "ceo".',
    ],
    [
      'exceptions',
      { exceptions: { ...EXCEPTION_PATH, askedWith: ['colour'] } },
      'exceptions.askedWith.0: There is no field "colour".',
    ],
    [
      'exceptions',
      { exceptions: { ...EXCEPTION_PATH, granted: [{ ...GRANTED, clauses: ['X'] }] } },
      'exceptions.granted.0.clauses.0: There is no clause "X".',
    ],
    [
      'exceptions',
      { exceptions: { ...EXCEPTION_PATH, granted: [{ ...GRANTED, grantedBy: ['ceo'] }] } },
      'exceptions.granted.0.grantedBy.0: There is no role "ceo".',
    ],
    [
      'exceptions',
      { exceptions: { ...EXCEPTION_PATH, granted: [{ ...GRANTED, when: { term: 'x' } }] } },
      'exceptions.granted.0.when.term: There is no term "x".',
    ],
    ['delegation', { delegation: { longestDays: 3, roles: ['ceo'] } }, 'delegation.roles.0: There is no role "ceo".'],
    [
      'calendar',
      { calendar: { windows: [{ ...FREEZE, scope: { types: ['Majro'] } }] } },
      'calendar.windows.0.scope.types.0: There is no change type "Majro".',
    ],
    [
      'calendar',
      { calendar: { windows: [{ ...FREEZE, scope: { categories: ['Network'] } }] } },
      'calendar.windows.0.scope.categories.0: There is no category "Network".',
    ],
    [
      'calendar',
      { calendar: { windows: [{ ...FREEZE, exemptTypes: ['Majro'] }] } },
      'calendar.windows.0.exemptTypes.0: There is no change type "Majro".',
    ],
    [
      'calendar',
      { calendar: { windows: [{ ...FREEZE, exemptionBy: 'ceo' }] } },
      'calendar.windows.0.exemptionBy: There is no role "ceo".',
    ],
    [
      'records',
      { records: { retentionMonths: { answer: 'keep' }, legalHold: false, notifications: [] } },
      'records.retentionMonths.answer: There is no question "keep".',
    ],
    [
      'records',
      {
        records: { retentionMonths: { answer: 'keep' }, legalHold: false, notifications: [] },
        questions: [{ ...MONTHS_QUESTION, kind: 'text' }],
      },
      'records.retentionMonths.answer: This question does not ask for a number of months. Set its kind to "months".',
    ],
    [
      'notifications',
      notifying({ clauses: ['X'], on: 'closed', tell: ['board'] }),
      'records.notifications.0.clauses.0: There is no clause "X".',
    ],
    [
      'notifications',
      notifying({ clauses: [], on: 'closed', tell: ['ceo'] }),
      'records.notifications.0.tell.0: There is no role "ceo".',
    ],
    [
      'notifications',
      notifying({ clauses: [], on: 'closed', tell: ['board'], when: { term: 'x' } }),
      'records.notifications.0.when.term: There is no term "x".',
    ],
    ['clocks', { clocks: [{ ...CLOCK, clauses: ['X'] }] }, 'clocks.0.clauses.0: There is no clause "X".'],
    ['clocks', { clocks: [{ ...CLOCK, when: { term: 'x' } }] }, 'clocks.0.when.term: There is no term "x".'],
    [
      'clocks',
      { clocks: [{ ...CLOCK, doneWhenFilled: ['colour'] }] },
      'clocks.0.doneWhenFilled.0: There is no field "colour".',
    ],
    [
      'clocks',
      { clocks: [{ ...CLOCK, within: { businessDays: 1 } }] },
      'clocks.0.within.businessDays: This cannot be counted: the policy does not say when the organisation works. Add calendar.businessHours.',
    ],
    [
      'questions',
      { questions: [{ ...MONTHS_QUESTION, clauses: ['X'] }] },
      'questions.0.clauses.0: There is no clause "X".',
    ],
    [
      'promises',
      promising({ gate: 'expedite', types: ['Majro'], without: ['approval'] }),
      'clauses.0.promises.types.0: There is no change type "Majro".',
    ],
    [
      'promises',
      promising({ gate: 'expedite', types: ['Emergency'], without: ['approval', 'summary', 'aproval'] }),
      'clauses.0.promises.without.2: There is no field "aproval". Did you mean "approval"?',
    ],
  ])('refers to what there is not, under %s', (_where, overrides, problem) => {
    expect(problems(overrides)).toContain(problem);
  });
});

function notifying(notification: Policy['records']['notifications'][number]): Overrides {
  return { records: { retentionMonths: null, legalHold: false, notifications: [notification] } };
}

function promising(promises: NonNullable<Policy['clauses'][number]['promises']>): Overrides {
  return { clauses: [{ id: 'T-1', text: 'At once.', service: 'enforced', promises }] };
}
