import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { type ReactNode } from 'react';
import { type HealthView } from '../../../../src/contracts/api/health-api';
import { type ApiError } from '../../../../src/contracts/api/result';
import { FailedMessage } from '../../elements/failed-message';
import { TimeStamp } from '../../elements/time-stamp';

interface Props {
  readonly health: HealthView;
  readonly isBusy: boolean;
  readonly isReading: boolean;
  readonly error: ApiError | undefined;
  readonly sweepNow: () => void;
  readonly refresh: () => void;
}

/** When it was last looked, how long that took, and what waits. */
export function LastSweep({ health, isBusy, isReading, error, sweepNow, refresh }: Props) {
  const { last, running, failure, projects, waitingRecords } = health;
  return (
    <section aria-labelledby="last-sweep" className="last-sweep">
      <h2 id="last-sweep">Last sweep</h2>
      {failure !== null && (
        <SectionMessage appearance="warning" title="The last sweep did not come to its end">
          <p className="as-written">{failure.why}</p>
          <p>
            It ended <TimeStamp at={failure.at} />. The next one looks at everything again.
          </p>
        </SectionMessage>
      )}
      {last !== null && last.problems.length > 0 && (
        <SectionMessage appearance="warning" title="Some changes could not be looked at">
          <ul>
            {last.problems.map((problem) => (
              <li key={problem} className="as-written">
                {problem}
              </li>
            ))}
          </ul>
        </SectionMessage>
      )}
      {error !== undefined && (
        <FailedMessage what="The sweep could not be asked for." error={error} onRetry={sweepNow} />
      )}
      <dl className="facts">
        <Fact name="Finished">{last === null ? 'Never yet' : <TimeStamp at={last.finishedAt} />}</Fact>
        {last !== null && <Fact name="Took">{duration(last.startedAt, last.finishedAt)}</Fact>}
        {last !== null && (
          <Fact name="Looked at">{counted(last.looked, 'change that was touched', 'changes that were touched')}</Fact>
        )}
        {last !== null && <Fact name="Found">{last.found === 0 ? 'Nothing new' : `${String(last.found)} new`}</Fact>}
        <Fact name="Watched">{counted(projects, 'project', 'projects')}</Fact>
        <Fact name="Waiting">{waiting(running?.pending, waitingRecords)}</Fact>
      </dl>
      {running !== null && (
        <p>
          A sweep is under way since <TimeStamp at={running.startedAt} />.
        </p>
      )}
      <div className="buttons">
        <Button isLoading={isBusy} onClick={sweepNow}>
          Sweep now
        </Button>
        <Button appearance="subtle" isLoading={isReading} onClick={refresh}>
          Read again
        </Button>
      </div>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function duration(from: string, until: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 1000));
  if (seconds < 1) return 'Less than a second';
  return seconds < 120 ? counted(seconds, 'second', 'seconds') : counted(Math.round(seconds / 60), 'minute', 'minutes');
}

function waiting(pending: number | undefined, records: number): string {
  const parts = [
    ...(pending === undefined || pending === 0 ? [] : [`${String(pending)} to look at`]),
    ...(records === 0 ? [] : [counted(records, 'record for its page', 'records for their pages')]),
  ];
  return parts.length === 0 ? 'Nothing' : parts.join(', ');
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
