import type { QuestionView } from '../../contracts/api/candidate';
import type { Policy } from '../../domain/policy/policy';

/** The questions that a policy leaves open, each with the words of the clauses that it is about. */
export function questionsOf({ questions, clauses }: Policy): QuestionView[] {
  return questions.map(({ id, ask, placeholder, clauses: about, kind, options }) => ({
    id,
    ask,
    placeholder: placeholder ?? null,
    clauses: about.map((clause) => ({ id: clause, text: clauses.find((one) => one.id === clause)?.text ?? '' })),
    kind,
    options: (options ?? []).map((option) => ({ ...option })),
  }));
}
