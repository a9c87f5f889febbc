import ClockIcon from '@atlaskit/icon/core/clock';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { useContext } from 'react';
import { type ClockItem } from '../../../src/contracts/api/panel-api';
import { lengthOfTime, nearTime } from '../elements/instant-text';
import { ReaderZone } from '../elements/reader-zone';
import { useNow } from '../elements/use-now';
import { ClauseButtons } from './clause-buttons';

/** The terms of the policy that run for this change: those that are over first, then those that are due. */
export function ClockList({ clocks }: { readonly clocks: readonly ClockItem[] }) {
  const states: readonly ClockItem['state'][] = ['overdue', 'running', 'unknown'];
  const shown = states.flatMap((state) => clocks.filter((clock) => clock.state === state));
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="clocks">
      <h2 id="clocks">Terms</h2>
      <ul className="clocks">
        {shown.map((clock) => (
          <Clock key={clock.id} clock={clock} />
        ))}
      </ul>
    </section>
  );
}

function Clock({ clock }: { readonly clock: ClockItem }) {
  const { title, state, term, missing, clauses } = clock;
  const isOver = state === 'overdue';
  const Icon = isOver ? StatusWarningIcon : ClockIcon;
  return (
    <li className={`clock clock-${state}`}>
      <span className="clock-icon">
        <Icon label="" />
      </span>
      <div>
        <p>
          <strong>{title}</strong>: <Due clock={clock} />
          {isOver && (
            <>
              {' '}
              <Lozenge appearance="removed">Overdue</Lozenge>
            </>
          )}
        </p>
        <p className="subtle">
          {missing.length > 0 ? `Still to fill in: ${missing.join(', ')}. ` : ''}
          The policy asks for it {term}.
        </p>
      </div>
      <ClauseButtons clauses={clauses} />
    </li>
  );
}

/** "due in 3 hours, Fri 17:00 CET" */
function Due({ clock: { dueAt, state } }: { readonly clock: ClockItem }) {
  const zone = useContext(ReaderZone);
  const now = useNow();
  if (dueAt === null || state === 'unknown') return <span>when it is due could not be worked out</span>;
  const left = Date.parse(dueAt) - now;
  const at = (
    <time dateTime={dueAt} title={dueAt}>
      {nearTime(dueAt, now, zone)}
    </time>
  );
  if (state === 'overdue' || left < 0) {
    return (
      <span>
        was due {lengthOfTime(-left)} ago, {at}
      </span>
    );
  }
  return (
    <span>
      due in {lengthOfTime(left)}, {at}
    </span>
  );
}
