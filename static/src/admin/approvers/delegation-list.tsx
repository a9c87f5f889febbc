import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { useContext } from 'react';
import { type DelegationView } from '../../../../src/contracts/api/admin-api';
import { absoluteDay } from '../../elements/instant-text';
import { personName, type Names } from '../../elements/person-name';
import { ReaderZone } from '../../elements/reader-zone';

const STATES = {
  now: { word: 'now', appearance: 'success' },
  later: { word: 'later', appearance: 'inprogress' },
  over: { word: 'over', appearance: 'default' },
} as const;

interface Props {
  readonly delegations: readonly DelegationView[];
  readonly names: Names;
  /** Asks to end one; absent where there is nothing to end. */
  readonly onEnd: ((delegation: DelegationView) => void) | undefined;
}

/** Who has whose role, from which day to which. */
export function DelegationList({ delegations, names, onEnd }: Props) {
  const zone = useContext(ReaderZone);
  return (
    <ul className="delegations">
      {delegations.map((delegation) => {
        const { role, roleTitle, from, to, since, until, state } = delegation;
        const { word, appearance } = STATES[state];
        const what = state === 'now' ? 'End' : 'Take back';
        // The end is the first moment after it: the last day is the one before.
        const lastDay = absoluteDay(Date.parse(until) - 1, zone);
        return (
          <li key={`${role} ${from} ${to} ${since}`} className="delegation">
            <div>
              <p>
                <strong>{personName(names, to)}</strong> for {personName(names, from)} as {roleTitle}{' '}
                <Lozenge appearance={appearance}>{word}</Lozenge>
              </p>
              <p className="subtle">
                <time dateTime={since} title={since}>
                  {absoluteDay(since, zone)}
                </time>{' '}
                to{' '}
                <time dateTime={until} title={`until ${until}`}>
                  {lastDay}
                </time>
              </p>
            </div>
            {onEnd && (
              <Button
                aria-label={`${what}: ${personName(names, to)} for ${personName(names, from)} as ${roleTitle}`}
                onClick={() => onEnd(delegation)}
              >
                {what}…
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
