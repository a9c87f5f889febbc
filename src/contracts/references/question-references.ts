import { z } from 'zod';
import type { Question } from '../../domain/policy/clause';
import type { Answer, Policy } from '../../domain/policy/policy';
import { civilDate, count } from '../policy/parts';
import { broken, knownNames, missing, missingOf, repeated, type BrokenReference, type Path } from './broken-reference';
import { inWindow } from './calendar-references';
import type { KnownInPolicy } from './known-in-policy';

/** Questions about clauses that are not there, and answers that answer nothing or answer it in another way than asked. */
export function inQuestions({ questions, answers }: Policy, known: KnownInPolicy): readonly BrokenReference[] {
  return [
    ...questions.flatMap(({ clauses, options }, index) => [
      ...missingOf(clauses, known.clauses, ['questions', index, 'clauses']),
      ...repeated(
        (options ?? []).map(({ id }) => id),
        (option) => ['questions', index, 'options', option, 'id'],
      ),
    ]),
    ...Object.entries(answers).flatMap(([id, answer]) => inAnswer(id, answer, known)),
  ];
}

function inAnswer(id: string, answer: Answer, known: KnownInPolicy): readonly BrokenReference[] {
  const path = ['answers', id];
  const question = known.questionById.get(id);
  if (question === undefined) return missing(id, known.questionIds, path);
  if (question.kind === 'choice' && typeof answer === 'string') return inChoice(question, answer, path);
  const wrong = wrongAnswer(question, answer);
  if (wrong !== undefined) return [broken(path, wrong)];
  if (typeof answer === 'string' || typeof answer === 'number') return [];
  return answer.flatMap((window, index) => [
    ...(window.kind === 'freeze' ? [] : [broken([...path, index, 'kind'], 'Only freezes answer this question.')]),
    ...inWindow(window, known, [...path, index]),
  ]);
}

function inChoice(question: Question, answer: string, path: Path): readonly BrokenReference[] {
  const options = (question.options ?? []).map(({ id }) => id);
  return missing(answer, knownNames('option', options), path).map((problem) => ({
    hint: `The options are: ${options.join(', ')}.`,
    ...problem,
  }));
}

const FORMS: Readonly<Record<Question['kind'], readonly [form: z.ZodType, wrong: string]>> = {
  text: [z.string(), 'The question asks for a text.'],
  date: [civilDate, 'The question asks for a date, such as 2026-12-31.'],
  months: [count(1_200), 'The question asks for a number of months, such as 24.'],
  choice: [z.string(), 'The question asks for the id of one of its options.'],
  freezes: [z.array(z.unknown()), 'The question asks for a list of freeze windows.'],
};

function wrongAnswer(question: Question, answer: Answer): string | undefined {
  const [form, wrong] = FORMS[question.kind];
  return form.safeParse(answer).success ? undefined : wrong;
}
