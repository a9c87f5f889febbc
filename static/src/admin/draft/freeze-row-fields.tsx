import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import { rowProblem, type FreezeRow } from './form-answers';

interface Props {
  readonly row: FreezeRow;
  readonly position: number;
  readonly onChange: (row: FreezeRow) => void;
  readonly onRemove: () => void;
}

/** One freeze: what it is called, when it begins and when it ends. */
export function FreezeRowFields({ row, position, onChange, onRemove }: Props) {
  const id = useId();
  const problem = rowProblem(row);
  const field = (name: keyof FreezeRow, label: string, type: 'text' | 'datetime-local') => (
    <div>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Textfield
        id={`${id}-${name}`}
        type={type}
        value={row[name]}
        isInvalid={name === 'until' && problem !== undefined}
        aria-describedby={name === 'until' && problem !== undefined ? `${id}-problem` : undefined}
        onChange={(event) => onChange({ ...row, [name]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <li className="freeze-row" aria-label={`Freeze ${String(position)}`}>
      {field('title', 'Name', 'text')}
      {field('from', 'From', 'datetime-local')}
      {field('until', 'Until', 'datetime-local')}
      <Button appearance="subtle" aria-label={`Remove freeze ${String(position)}`} onClick={onRemove}>
        Remove
      </Button>
      {problem !== undefined && (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
    </li>
  );
}
