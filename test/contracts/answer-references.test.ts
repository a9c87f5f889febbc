import { describe, expect, it } from '@jest/globals';
import { policyDocument } from '../../src/contracts/policy-document';
import type { Policy } from '../../src/domain/policy/policy';
import { problemsIn } from '../builders/malformed';
import { policyWith } from '../builders/policies';
import { CHOICE_QUESTION, FREEZE, MONTHS_QUESTION } from '../builders/policy-parts';

const problems = (overrides: Partial<Policy>) => problemsIn(policyDocument, policyWith([], overrides));

describe('answers', () => {
  const answered = (asked: Policy['questions'][number], answer: Policy['answers'][string]) =>
    problems({ questions: [asked], answers: { [asked.id]: answer } });

  it('answer questions that there are', () => {
    expect(problems({ questions: [MONTHS_QUESTION], answers: { kep: 3 } })).toEqual([
      'answers.kep: There is no question "kep". Did you mean "keep"?',
    ]);
  });

  it.each<[Policy['questions'][number], Policy['answers'][string], string]>([
    [MONTHS_QUESTION, '24', 'answers.keep: The question asks for a number of months, such as 24.'],
    [MONTHS_QUESTION, 1.5, 'answers.keep: The question asks for a number of months, such as 24.'],
    [{ ...MONTHS_QUESTION, kind: 'date' }, 'soon', 'answers.keep: The question asks for a date, such as 2026-12-31.'],
    [{ ...MONTHS_QUESTION, kind: 'date' }, 24, 'answers.keep: The question asks for a date, such as 2026-12-31.'],
    [{ ...MONTHS_QUESTION, kind: 'text' }, [FREEZE], 'answers.keep: The question asks for a text.'],
    [{ ...MONTHS_QUESTION, kind: 'freezes' }, 'never', 'answers.keep: The question asks for a list of freeze windows.'],
    [CHOICE_QUESTION, 4, 'answers.keep: The question asks for the id of one of its options.'],
    [CHOICE_QUESTION, 'fuor', 'answers.keep: There is no option "fuor". The options are: four.'],
    [CHOICE_QUESTION, 'fout', 'answers.keep: There is no option "fout". Did you mean "four"?'],
    [
      { ...MONTHS_QUESTION, kind: 'freezes' },
      [{ ...FREEZE, kind: 'maintenance', strength: undefined } as never],
      'answers.keep.0: Unrecognized key: "strength"',
    ],
    [
      { ...MONTHS_QUESTION, kind: 'freezes' },
      [FREEZE, { id: 'm', title: 'M', kind: 'maintenance', interval: FREEZE.interval }],
      'answers.keep.1.kind: Only freezes answer this question.',
    ],
    [
      { ...MONTHS_QUESTION, kind: 'freezes' },
      [{ ...FREEZE, exemptionBy: 'ceo' }],
      'answers.keep.0.exemptionBy: There is no role "ceo".',
    ],
  ])('%j is not answered by %j', (asked, answer, problem) => {
    expect(answered(asked, answer)).toEqual([problem]);
  });

  it.each<[Policy['questions'][number], Policy['answers'][string]]>([
    [MONTHS_QUESTION, 24],
    [{ ...MONTHS_QUESTION, kind: 'date' }, '2026-12-31'],
    [{ ...MONTHS_QUESTION, kind: 'text' }, 'Anything.'],
    [CHOICE_QUESTION, 'four'],
    [{ ...MONTHS_QUESTION, kind: 'freezes' }, []],
    [{ ...MONTHS_QUESTION, kind: 'freezes' }, [FREEZE]],
  ])('%j is answered by %j', (asked, answer) => {
    expect(answered(asked, answer)).toEqual([]);
  });
});
