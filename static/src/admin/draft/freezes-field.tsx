import Button from '@atlaskit/button/new';
import { useContext, useState } from 'react';
import { ReaderZone } from '../../elements/reader-zone';
import { EMPTY_ROW, type FreezeRow, type FreezesAnswer } from './form-answers';
import { FreezeRowFields } from './freeze-row-fields';

interface Props {
  readonly titleId: string;
  readonly wordsId: string;
  readonly value: FreezesAnswer;
  readonly onChange: (value: FreezesAnswer) => void;
}

/** The times in which nothing may be changed, row by row, or that there are none. */
export function FreezesField({ titleId, wordsId, value: { none, rows }, onChange }: Props) {
  const zone = useContext(ReaderZone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [isChosen, setChosen] = useState(rows.length > 0);
  const hasSome = !none && (isChosen || rows.length > 0);
  const setRows = (next: readonly FreezeRow[]) => onChange({ none: false, rows: next });
  return (
    <div role="group" aria-labelledby={titleId} aria-describedby={wordsId} className="freezes">
      <div className="radios">
        <label className="radio">
          <input type="radio" name={titleId} checked={none} onChange={() => onChange({ none: true, rows })} />
          <span>We have none</span>
        </label>
        <label className="radio">
          <input
            type="radio"
            name={titleId}
            checked={hasSome}
            onChange={() => {
              setChosen(true);
              setRows(rows.length > 0 ? rows : [EMPTY_ROW]);
            }}
          />
          <span>In these times</span>
        </label>
      </div>
      {hasSome && (
        <>
          <ul className="freeze-rows">
            {rows.map((row, index) => (
              <FreezeRowFields
                // Rows have no name of their own: they are what stands first, second, third.
                key={index}
                row={row}
                position={index + 1}
                onChange={(next) => setRows(rows.with(index, next))}
                onRemove={() => setRows(rows.toSpliced(index, 1))}
              />
            ))}
          </ul>
          <div className="buttons">
            <Button onClick={() => setRows([...rows, EMPTY_ROW])}>Add a freeze</Button>
          </div>
          <p className="subtle">Times are in {zone}. In each of them every production change is stopped.</p>
        </>
      )}
    </div>
  );
}
