import { type QuestionView } from '../../../../src/contracts/api/candidate';

interface Props {
  readonly titleId: string;
  readonly wordsId: string;
  readonly options: QuestionView['options'];
  /** Id of the option that is chosen; empty for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of several readings of the document; none is chosen before somebody chooses. */
export function ChoiceField({ titleId, wordsId, options, value, onChange }: Props) {
  return (
    <div role="radiogroup" aria-labelledby={titleId} aria-describedby={wordsId} className="radios">
      {options.map((option) => (
        <label key={option.id} className="radio">
          <input
            type="radio"
            name={titleId}
            value={option.id}
            checked={value === option.id}
            onChange={() => onChange(option.id)}
          />
          <span>{option.title}</span>
        </label>
      ))}
    </div>
  );
}
