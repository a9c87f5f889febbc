import { describe, expect, it } from '@jest/globals';
import { policyDocument } from '../../src/contracts/policy-document';
import type { Policy } from '../../src/domain/policy/policy';
import { everythingPolicy } from '../builders/everything-policy';
import { problemsIn } from '../builders/malformed';
import { fieldsRule, policyWith } from '../builders/policies';
import { CHOICE_QUESTION, CLOCK, EXCEPTION_PATH, FREEZE, GRANTED, MONTHS_QUESTION } from '../builders/policy-parts';

const problems = (overrides: Partial<Policy>) => problemsIn(policyDocument, policyWith([], overrides));

describe('risk that is scored', () => {
  const risk = everythingPolicy.risk.how === 'scored' ? everythingPolicy.risk : undefined;
  it.each<[string, object, string]>([
    [
      'a level that is there twice',
      { levels: ['Low', 'High', 'low'] },
      'risk.levels.2: "low" is there more than once.',
    ],
    [
      'a field that there is not',
      { dimensions: [{ field: 'blast', scores: { Wide: 1 } }] },
      'risk.dimensions.0.field: There is no field "blast".',
    ],
    [
      'a field that is asked twice',
      { dimensions: [1, 2].map(() => ({ field: 'blastRadius', scores: { Wide: 1 } })) },
      'risk.dimensions.1.field: "blastRadius" is there more than once.',
    ],
    [
      'a field of which no option scores',
      { dimensions: [{ field: 'blastRadius', scores: {} }] },
      'risk.dimensions.0.scores: Say what at least one option of the field scores.',
    ],
    [
      'two scores for one option',
      { dimensions: [{ field: 'blastRadius', scores: { Wide: 1, Narrow: 0, wide: 9 } }] },
      'risk.dimensions.0.scores.wide: "wide" is there more than once.',
    ],
    [
      'a band of no level',
      { bands: [{ level: 'Dire', from: 0 }] },
      'risk.bands.0.level: There is no risk level "Dire".',
    ],
    [
      'bands out of order',
      {
        bands: [
          { level: 'Low', from: 3 },
          { level: 'High', from: 3 },
        ],
      },
      'risk.bands.1.from: Each band starts at a higher score than the one before it.',
    ],
  ])('is refused with %s', (_what, change, problem) => {
    expect(problemsIn(policyDocument, { ...everythingPolicy, risk: { ...risk, ...change } })).toEqual([problem]);
  });
});

describe('terms', () => {
  const term = (id: string, ...others: string[]) => ({ id, means: { any: others.map((other) => ({ term: other })) } });
  const last = { id: 'd', means: { risk: ['High'] } };

  it.each<[string, Policy['terms'], readonly string[]]>([
    ['itself', [term('a', 'a')], ['terms.0.means: A word cannot be explained by itself: "a" by "a".']],
    [
      'others that lead back, each circle once',
      [term('a', 'd', 'b'), term('b', 'c'), term('c', 'a'), last],
      ['terms.0.means: A word cannot be explained by itself: "a" by "b" by "c" by "a".'],
    ],
    [
      'words of a circle: the word itself is none of it',
      [term('x', 'a'), term('a', 'b'), term('b', 'a')],
      ['terms.1.means: A word cannot be explained by itself: "a" by "b" by "a".'],
    ],
    ['others, twice over, without a circle', [term('a', 'b', 'c'), term('b', 'd'), term('c', 'd', 'b'), last], []],
  ])('are explained by %s', (_what, terms, expected) => {
    expect(problems({ terms })).toEqual(expected);
  });

  it('that lead back through "all" and "not" are found as well', () => {
    const terms = [
      { id: 'a', means: { all: [{ not: { term: 'b' } }] } },
      { id: 'b', means: { not: { all: [{ term: 'a' }] } } },
    ];
    expect(problems({ terms })).toEqual(['terms.0.means: A word cannot be explained by itself: "a" by "b" by "a".']);
  });
});

describe('names', () => {
  const [clause] = policyWith().clauses;
  it.each<[string, Partial<Policy>, string]>([
    [
      'roles',
      { roles: [...policyWith().roles, { id: 'owner', title: 'O' }] },
      'roles.3.id: "owner" is there more than once.',
    ],
    [
      'change types that differ in case only',
      { changeTypes: [...policyWith().changeTypes, { id: 'NORMAL', description: '', emergency: false }] },
      'changeTypes.3.id: "NORMAL" is there more than once.',
    ],
    [
      'categories that differ in case only',
      { categories: ['Network', 'network'].map((id) => ({ id, description: '' })) },
      'categories.1.id: "network" is there more than once.',
    ],
    [
      'fields',
      { fields: ['A', 'B'].map((title) => ({ id: 'size', title, kind: 'text' as const })) },
      'fields.1.id: "size" is there more than once.',
    ],
    [
      'a field of every change',
      { fields: [{ id: 'summary', title: 'Short', kind: 'text' }] },
      'fields.0.id: Every change has a field "summary" already.',
    ],
    [
      'the people who asked',
      { fields: [{ id: 'requesters', title: 'Who asked', kind: 'text' }] },
      'fields.0.id: "requesters" stands for the people who asked for the change.',
    ],
    [
      'the title of a field of every change',
      { fields: [{ id: 'short', title: 'summary', kind: 'text' }] },
      'fields.0.title: "summary" is there more than once.',
    ],
    [
      'titles of fields',
      { fields: ['a', 'b'].map((id) => ({ id, title: 'Size', kind: 'text' as const })) },
      'fields.1.title: "Size" is there more than once.',
    ],
    [
      'terms',
      { terms: [1, 2].map(() => ({ id: 't', means: { risk: ['High'] } })) },
      'terms.1.id: "t" is there more than once.',
    ],
    [
      'standard changes',
      { standardChanges: ['A', 'B'].map((title) => ({ id: 'a', title, preApprovedBy: null })) },
      'standardChanges.1.id: "a" is there more than once.',
    ],
    [
      'titles of standard changes',
      { standardChanges: ['a', 'b'].map((id) => ({ id, title: id === 'a' ? 'Patch' : 'patch', preApprovedBy: null })) },
      'standardChanges.1.title: "patch" is there more than once.',
    ],
    [
      'granted exceptions',
      { exceptions: { ...EXCEPTION_PATH, granted: [GRANTED, GRANTED] } },
      'exceptions.granted.1.id: "EX-1" is there more than once.',
    ],
    ['windows', { calendar: { windows: [FREEZE, FREEZE] } }, 'calendar.windows.1.id: "w" is there more than once.'],
    [
      'a window of the policy and one of an answer',
      {
        calendar: { windows: [FREEZE] },
        questions: [{ ...MONTHS_QUESTION, kind: 'freezes' }],
        answers: { keep: [FREEZE] },
      },
      'answers.keep.0.id: "w" is there more than once.',
    ],
    ['clocks', { clocks: [CLOCK, CLOCK] }, 'clocks.1.id: "c" is there more than once.'],
    ['questions', { questions: [MONTHS_QUESTION, MONTHS_QUESTION] }, 'questions.1.id: "keep" is there more than once.'],
    [
      'options',
      { questions: [{ ...CHOICE_QUESTION, options: [...CHOICE_QUESTION.options, ...CHOICE_QUESTION.options] }] },
      'questions.0.options.1.id: "four" is there more than once.',
    ],
    [
      'clauses',
      { clauses: clause === undefined ? [] : [clause, clause] },
      'clauses.1.id: "T-1" is there more than once.',
    ],
    [
      'rules, the second and the third',
      { rules: [fieldsRule(), fieldsRule(), fieldsRule()] },
      'rules.2.id: "fields" is there more than once.',
    ],
  ])('are given once: %s', (_what, overrides, problem) => {
    expect(problems(overrides)).toContain(problem);
  });

  it('of clauses and roles may differ in case only', () => {
    expect(problems({ roles: [...policyWith().roles, { id: 'OWNER', title: 'O' }] })).toEqual([]);
  });
});
