import { describe, expect, it } from '@jest/globals';
import { CLEAN, foundIn, foundWith } from './lint-clean-policy';

const placeholder = (text: string, where: string | null = null) => ({
  code: 'placeholder',
  severity: 'error',
  clauses: where === null ? ['C-10'] : [],
  ruleIds: [],
  text,
  where,
});

describe('a placeholder', () => {
  it.each([
    ['Last updated: [Date]', '[Date]'],
    ['Kept for a minimum of [X years].', '[X years]'],
    ['[Define who has authority to approve.]', '[Define who has authority to approve.]'],
    ['Approved by [ emergency authority ], always', '[ emergency authority ]'],
    ['[TBD]', '[TBD]'],
    ['![alt] is no picture here: [Name]', '[Name]'],
  ])('is found in "%s"', (text, found) => {
    expect(foundIn(text, 'placeholder')).toEqual([placeholder(found)]);
  });

  it.each([
    'a note [1], [2, 3], [4–6] and [^7]',
    'a box [x], [X], [ ] and [-]',
    'a link [to the wiki](https://wiki.example), [to it][wiki]',
    'its address\n[wiki]: https://wiki.example',
    'a picture ![of a plan](plan.png) and ![of another]',
    'a word [sic], and left out: [...] […]',
    'control [A.8.32], ticket [ABC-12]',
    'change[s] and [s]he',
    'an empty []',
  ])('is not found in "%s"', (text) => {
    expect(foundIn(text, 'placeholder')).toEqual([]);
  });

  it('is found once in a clause that has it twice, and each of several', () => {
    expect(foundIn('[Date], [Date] or [Time]', 'placeholder')).toEqual([placeholder('[Date]'), placeholder('[Time]')]);
  });

  it('is covered by a question about the clause that was answered, whatever its case and spaces', () => {
    const question = { id: 'date', clauses: ['C-10'], ask: 'When?', placeholder: '[the  Date]', kind: 'text' } as const;
    const asked = (overrides: { readonly clauses?: readonly string[] }, answers: Readonly<Record<string, string>>) =>
      foundIn('On [The date].', 'placeholder', {
        questions: [...CLEAN.questions, { ...question, ...overrides }],
        answers: { ...CLEAN.answers, ...answers },
      });
    expect(asked({}, { date: 'Monday' })).toEqual([]);
    expect(asked({}, {})).toEqual([placeholder('[The date]')]);
    expect(asked({}, { date: ' ' })).toEqual([placeholder('[The date]')]);
    expect(asked({ clauses: ['C-1'] }, { date: 'Monday' })).toEqual([placeholder('[The date]')]);
  });

  it('only warns where there is no text to enforce', () => {
    const clauses = CLEAN.clauses.map((clause) => (clause.id === 'C-8' ? { ...clause, text: '[To come]' } : clause));
    expect(foundWith({ clauses })).toEqual([{ ...placeholder('[To come]'), severity: 'warning', clauses: ['C-8'] }]);
  });

  it('is found in what the document says about itself', () => {
    const about = {
      ...CLEAN.about,
      owner: '[Owner]',
      reviewTriggers: ['an incident', '[Other trigger]'],
      revisions: [{ version: '1', date: '2025-06-01', author: '[Author]', changes: 'First.' }],
    };
    expect(foundWith({ about })).toEqual([
      placeholder('[Owner]', 'about.owner'),
      placeholder('[Other trigger]', 'about.reviewTriggers'),
      placeholder('[Author]', 'about.revisions'),
    ]);
  });

  it('is found in its words', () => {
    expect(
      foundWith({
        title: '[Organisation] changes',
        roles: CLEAN.roles.map((role) => (role.id === 'owner' ? { ...role, title: '[Head of IT]' } : role)),
        changeTypes: CLEAN.changeTypes.map((type) => ({ ...type, description: '[Definition]' })),
        categories: [{ id: 'Network', description: '[Which networks]' }],
        standardChanges: CLEAN.standardChanges.map((entry) => ({ ...entry, title: '[Job]' })),
      }),
    ).toEqual([
      placeholder('[Organisation]', 'title'),
      placeholder('[Head of IT]', 'roles'),
      placeholder('[Definition]', 'changeTypes'),
      placeholder('[Which networks]', 'categories'),
      placeholder('[Job]', 'standardChanges'),
    ]);
  });

  it('outside of clauses is covered by any question that was answered', () => {
    const about = { ...CLEAN.about, lastUpdated: '[Date]' };
    const questions = [
      ...CLEAN.questions,
      { id: 'date', clauses: [], ask: 'When?', placeholder: '[Date]', kind: 'date' } as const,
    ];
    expect(foundWith({ about, questions, answers: { ...CLEAN.answers, date: '2026-01-01' } })).toEqual([]);
  });
});

describe('a question', () => {
  const question = { id: 'which', clauses: ['C-2', 'C-3'], ask: 'Which of the two?', kind: 'choice' } as const;
  const options = ['first', 'second'].map((id) => ({ id, title: id }));
  const found = { code: 'unanswered-question', severity: 'error', clauses: ['C-2', 'C-3'], ruleIds: [] };

  it('that nobody has answered keeps the policy from being put in force, with both clauses of a contradiction', () => {
    expect(foundWith({ questions: [...CLEAN.questions, { ...question, options }] })).toEqual([
      { ...found, question: 'which', ask: 'Which of the two?' },
    ]);
  });

  it('is answered by one of its options only', () => {
    const answered = (which: string) =>
      foundWith({
        questions: [...CLEAN.questions, { ...question, options }],
        answers: { ...CLEAN.answers, which },
      });
    expect(answered('second')).toEqual([]);
    expect(answered('third')).toEqual([{ ...found, question: 'which', ask: 'Which of the two?' }]);
  });

  it('without options is answered by anything that is not blank', () => {
    const answered = (which: string | number) =>
      foundWith({
        questions: [...CLEAN.questions, { ...question, kind: 'text', options }, { ...question, id: 'free' }],
        answers: { ...CLEAN.answers, which, free: 'x' },
      }).map(({ code }) => code);
    expect(answered('anything')).toEqual([]);
    expect(answered(0)).toEqual([]);
    expect(answered('\t')).toEqual(['unanswered-question']);
  });

  it('is not answered by the words that stand for the answer', () => {
    const years = { ...question, kind: 'text', clauses: ['C-10'], placeholder: '[X years]' } as const;
    const count = (which: string, code: 'placeholder' | 'unanswered-question') =>
      foundIn('Kept for [X years].', code, {
        questions: [...CLEAN.questions, years],
        answers: { ...CLEAN.answers, which },
      }).length;
    expect([count('[x  years]', 'unanswered-question'), count('[x  years]', 'placeholder')]).toEqual([1, 1]);
    expect([count('7 years', 'unanswered-question'), count('7 years', 'placeholder')]).toEqual([0, 0]);
  });

  it('is not answered by what every object inherits, when it is called like that', () => {
    const inherited = { ...question, id: 'constructor', kind: 'text' } as const;
    expect(foundWith({ questions: [...CLEAN.questions, inherited] })).toEqual([
      { ...found, question: 'constructor', ask: 'Which of the two?' },
    ]);
  });
});

describe('a reference', () => {
  const dangling = (reference: string) => ({
    code: 'dangling-reference',
    severity: 'warning',
    clauses: ['C-10'],
    ruleIds: [],
    reference,
  });

  it.each([
    ['kept there (see section 44 for details)', ['section 44']],
    ['as in Section 2.2.', ['Section 2.2']],
    ['under clause 11', ['clause 11']],
    ['in Appendix B', ['Appendix B']],
    ['in annex C.1', ['annex C.1']],
    ['by § 12', ['§ 12']],
    ['sections 1 and 12', ['sections 12']],
    ['Chapters 1, 13 or 14', ['Chapters 13', 'Chapters 14']],
    ['paragraphs 20-21', ['paragraphs 20', 'paragraphs 21']],
    ['article 15 of this policy', ['article 15']],
    ['section 16 of the document', ['section 16']],
    ['By the Act, one must. See section 17', ['section 17']],
  ])('to what is not there is found: "%s"', (text, references) => {
    expect(foundIn(text, 'dangling-reference')).toEqual(references.map(dangling));
  });

  it.each([
    'see section 1, and section 2',
    'see section 2.1',
    'ISO/IEC 27001 standard, clause A.8.32',
    'ISO 27001, section 99',
    'NIST-800, section 99',
    'the Data Protection Act, section 99',
    'the standard (section 99)',
    'section 99 of the Regulation',
    '(section 99) of Volume 3',
    'a section about 4 things; a cross section 4x',
    'subsection 99',
    'Section A, in short',
  ])('is fine in "%s"', (text) => {
    const clauses = [...CLEAN.clauses, { id: 'A', section: 'Appendix A', text: '', service: 'no-text' } as const];
    expect(
      foundIn(text, 'dangling-reference', { clauses: [...clauses, { id: 'C-10', text, service: 'no-text' }] }),
    ).toEqual([]);
  });

  it('is fine where there is a deeper part, not where a number only begins alike', () => {
    const within = (section: string, text: string) =>
      foundIn('', 'dangling-reference', {
        clauses: [
          { id: 'C-10', text, service: 'no-text' },
          { id: 'C-11', section, text: '', service: 'no-text' },
        ],
      });
    expect(within('7.1', 'see section 7')).toEqual([]);
    expect(within('7a', 'see section 7')).toEqual([]);
    expect(within('Section 7', 'see clause 7')).toEqual([]);
    expect(within('§7', 'see § 7')).toEqual([]);
    expect(within('71', 'see section 7')).toEqual([dangling('section 7')]);
    expect(within('7', 'see section 7.1')).toEqual([dangling('section 7.1')]);
  });
});

describe('a word of severity', () => {
  const undefinedWord = (word: string, term: string | null = null) => ({
    code: 'undefined-word',
    severity: 'warning',
    clauses: ['C-10'],
    ruleIds: [],
    word,
    term,
  });

  it.each([
    ['a significant incident', ['significant']],
    ['Serious violations, severe and substantial ones', ['substantial', 'serious', 'severe']],
    ['a critical hole or a minor one', ['minor', 'critical']],
    ['Moderate risk', ['moderate']],
    ['high-risk or high impact', ['high-risk', 'high-impact']],
    ['Low risk, low-impact, medium-risk', ['medium-risk', 'low-risk', 'low-impact']],
  ])('that is not defined is found: "%s"', (text, words) => {
    expect(foundIn(text, 'undefined-word')).toEqual(words.map((word) => undefinedWord(word)));
  });

  it.each(['the majority', 'significantly', 'a risk that is high', 'a major change'])('is none in "%s"', (text) => {
    expect(foundIn(text, 'undefined-word')).toEqual([]);
  });

  it('is named with what the policy itself takes it to mean', () => {
    const terms = [...CLEAN.terms, { id: 'High Risk', means: { risk: ['High'] } }];
    expect(foundIn('high-risk changes', 'undefined-word', { terms })).toEqual([
      undefinedWord('high-risk', 'High Risk'),
    ]);
    const term = { id: 'high_risk', means: { risk: ['High'] }, definedIn: 'C-1' };
    expect(foundIn('high-risk changes', 'undefined-word', { terms: [...CLEAN.terms, term] })).toEqual([]);
  });

  it('is found once, with every clause that uses it', () => {
    const clauses = CLEAN.clauses.map((clause) =>
      ['C-1', 'C-7', 'C-8'].includes(clause.id) ? { ...clause, text: `${clause.text} Critical.` } : clause,
    );
    // Where there is no text to enforce, no word decides anything.
    expect(foundWith({ clauses })).toEqual([{ ...undefinedWord('critical'), clauses: ['C-1', 'C-7'] }]);
  });
});
