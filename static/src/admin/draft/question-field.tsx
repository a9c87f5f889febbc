import Lozenge from '@atlaskit/lozenge/lozenge';
import { type QuestionView } from '../../../../src/contracts/api/candidate';
import { ChoiceField } from './choice-field';
import { ClauseQuote } from './clause-quote';
import { NO_FREEZES_YET, type FormAnswers } from './form-answers';
import { FreezesField } from './freezes-field';
import { WordsField } from './words-field';

interface Props {
  readonly question: QuestionView;
  readonly position: number;
  readonly isOpen: boolean;
  readonly answers: FormAnswers;
  readonly onChange: (answers: FormAnswers) => void;
}

/** One question: what is asked, the words of the document that it is about, and its answer. */
export function QuestionField({ question, position, isOpen, answers, onChange }: Props) {
  const { id, ask, clauses, placeholder, kind, options } = question;
  const titleId = `question-${id}`;
  const wordsId = `${titleId}-words`;
  const words = answers.words[id] ?? '';
  const setWords = (next: string) => onChange({ ...answers, words: { ...answers.words, [id]: next } });
  return (
    <li className="question">
      <p className="question-title">
        <span id={titleId}>
          {position}. {ask}
        </span>{' '}
        <Lozenge appearance={isOpen ? 'moved' : 'success'}>{isOpen ? 'open' : 'answered'}</Lozenge>
      </p>
      <div id={wordsId} className="question-words">
        {placeholder !== null && !clauses.some(({ text }) => text.includes(placeholder)) && (
          <p>
            In the document: <q>{placeholder}</q>
          </p>
        )}
        {clauses.map((clause) => (
          <ClauseQuote key={clause.id} clause={clause} marked={placeholder} />
        ))}
      </div>
      {kind === 'choice' && (
        <ChoiceField titleId={titleId} wordsId={wordsId} options={options} value={words} onChange={setWords} />
      )}
      {kind === 'freezes' && (
        <FreezesField
          titleId={titleId}
          wordsId={wordsId}
          value={answers.freezes[id] ?? NO_FREEZES_YET}
          onChange={(next) => onChange({ ...answers, freezes: { ...answers.freezes, [id]: next } })}
        />
      )}
      {kind !== 'choice' && kind !== 'freezes' && (
        <WordsField titleId={titleId} wordsId={wordsId} kind={kind} value={words} onChange={setWords} />
      )}
    </li>
  );
}
