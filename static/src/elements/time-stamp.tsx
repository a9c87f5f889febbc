import { useContext } from 'react';
import { absoluteTime, relativeTime } from './instant-text';
import { ReaderZone } from './reader-zone';

interface Props {
  readonly at: string;
  /** A plan may lie ahead; what happened may not, whatever the clock of this computer says. */
  readonly isPlan?: boolean;
  /** Absolute only, where another instant beside it is told both ways. */
  readonly isPlain?: boolean;
}

/** An instant in the reader's own zone, absolute and relative. */
export function TimeStamp({ at, isPlan = false, isPlain = false }: Props) {
  const zone = useContext(ReaderZone);
  const relative = isPlain ? undefined : relativeTime(at, Date.now(), isPlan);
  return (
    <span>
      <time dateTime={at} title={at}>
        {absoluteTime(at, zone)}
      </time>
      {relative === undefined ? null : <span className="subtle"> ({relative})</span>}
    </span>
  );
}
