import { type QuestionView } from '../../../../src/contracts/api/candidate';
import { type FormAnswers } from './form-answers';
import { QuestionField } from './question-field';

interface Props {
  readonly questions: readonly QuestionView[];
  readonly open: readonly string[];
  readonly answers: FormAnswers;
  readonly onChange: (answers: FormAnswers) => void;
}

/** What the document leaves open, question by question, with the words of its own that stand there now. */
export function QuestionForm({ questions, open, answers, onChange }: Props) {
  return (
    <section aria-labelledby="questions">
      <h3 id="questions">What the document leaves open</h3>
      <p className="subtle">
        {open.length === 0
          ? `All ${String(questions.length)} questions are answered.`
          : `${String(open.length)} of ${String(questions.length)} questions are open. The policy can be put in force once all of them are answered.`}
      </p>
      <ol className="questions">
        {questions.map((question, index) => (
          <QuestionField
            key={question.id}
            question={question}
            position={index + 1}
            isOpen={open.includes(question.id)}
            answers={answers}
            onChange={onChange}
          />
        ))}
      </ol>
    </section>
  );
}
