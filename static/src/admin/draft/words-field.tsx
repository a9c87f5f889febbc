import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { wordsProblem } from './form-answers';

interface Props {
  readonly titleId: string;
  readonly wordsId: string;
  readonly kind: 'text' | 'date' | 'months';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** An answer that is written down: words, a date, or a number of months. */
export function WordsField({ titleId, wordsId, kind, value, onChange }: Props) {
  const problem = wordsProblem(kind, value);
  const problemId = `${titleId}-problem`;
  const named = {
    'aria-labelledby': titleId,
    'aria-describedby': problem === undefined ? wordsId : `${wordsId} ${problemId}`,
  };
  if (kind === 'text') {
    return (
      <TextArea
        {...named}
        value={value}
        minimumRows={2}
        resize="vertical"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <div className="short-field">
      <Textfield
        {...named}
        type={kind === 'date' ? 'date' : 'text'}
        inputMode={kind === 'months' ? 'numeric' : 'none'}
        isInvalid={problem !== undefined}
        value={value}
        elemAfterInput={kind === 'months' ? <span className="field-unit">months</span> : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {problem !== undefined && (
        <p id={problemId} className="field-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
