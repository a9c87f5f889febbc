import { type QuestionView } from '../../../../src/contracts/api/candidate';
import { instantAt } from '../../elements/zoned-time';

/** A freeze as it is being filled in; times as the clocks of the reader show them: "2026-12-24T00:00". */
export interface FreezeRow {
  readonly title: string;
  readonly from: string;
  readonly until: string;
}

/** When nothing may be changed: rows, or that there is no such time. */
export interface FreezesAnswer {
  readonly none: boolean;
  readonly rows: readonly FreezeRow[];
}

/** What somebody has filled in so far, question id -> answer. */
export interface FormAnswers {
  readonly words: Readonly<Record<string, string>>;
  readonly freezes: Readonly<Record<string, FreezesAnswer>>;
}

export const NOTHING_ANSWERED: FormAnswers = { words: {}, freezes: {} };
export const NO_FREEZES_YET: FreezesAnswer = { none: false, rows: [] };
export const EMPTY_ROW: FreezeRow = { title: '', from: '', until: '' };

/** The answers that are complete, as the text that the backend reads. What is left out is open. */
export function completeAnswers(
  questions: readonly QuestionView[],
  form: FormAnswers,
  zone: string | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answerTo(question, form, zone);
      return answer === undefined ? [] : [[question.id, answer]];
    }),
  );
}

function answerTo({ id, kind }: QuestionView, form: FormAnswers, zone: string | undefined): string | undefined {
  if (kind === 'freezes') return freezesText(form.freezes[id] ?? NO_FREEZES_YET, zone);
  const words = (form.words[id] ?? '').trim();
  return words === '' || wordsProblem(kind, words) !== undefined ? undefined : words;
}

/** What is wrong with an answer in words, as a sentence. */
export function wordsProblem(kind: QuestionView['kind'], words: string): string | undefined {
  const isWrong = kind === 'months' && words.trim() !== '' && !/^[1-9]\d{0,3}$/.test(words.trim());
  return isWrong ? 'Write a whole number of months, e.g. 24.' : undefined;
}

/** What is wrong with a freeze that is filled in, as a sentence. */
export function rowProblem({ from, until }: FreezeRow): string | undefined {
  const isWrong = from !== '' && until !== '' && from >= until;
  return isWrong ? 'It must end after it begins.' : undefined;
}

function freezesText({ none, rows }: FreezesAnswer, zone: string | undefined): string | undefined {
  if (none) return '[]';
  const windows = rows.map(({ title, from, until }, index) => ({
    id: `freeze-${String(index + 1)}`,
    title: title.trim(),
    kind: 'freeze',
    strength: 'hard',
    interval: { from: instantAt(from, zone), until: instantAt(until, zone) },
  }));
  const isComplete = windows.every(
    ({ title, interval: { from, until } }) => title !== '' && from !== undefined && until !== undefined && from < until,
  );
  return rows.length > 0 && isComplete ? JSON.stringify(windows) : undefined;
}
