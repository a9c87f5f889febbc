import './macro.css';
import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useState } from 'react';
import { FailedMessage } from '../elements/failed-message';
import { LoadingMessage } from '../elements/loading-message';
import { StatusLine } from '../elements/status-line';
import { Filters } from './filters';
import { NO_FILTER, isFiltering, type LogFilter } from './log-filter';
import { RecordTable } from './record-table';
import { useRecords, type Records } from './use-records';

/** The macro: the changes on record that the reader may see, with filters. */
export function ChangeLog() {
  const [filter, setFilter] = useState<LogFilter>(NO_FILTER);
  const records = useRecords(filter);
  return (
    <main className="macro">
      <h1 className="visually-hidden">Change log</h1>
      {!isEmptyLog(records, filter) && <Filters filter={filter} types={records.types} onChange={setFilter} />}
      <StatusLine text={spoken(records)} />
      <div className="results" aria-busy={records.isReading}>
        <Results records={records} isFiltered={isFiltering(filter)} onClear={() => setFilter(NO_FILTER)} />
      </div>
    </main>
  );
}

/** There is nothing that a filter could find. */
function isEmptyLog({ rows, isReading, isComplete, error }: Records, filter: LogFilter): boolean {
  return rows?.length === 0 && isComplete && !isReading && error === undefined && !isFiltering(filter);
}

interface ResultsProps {
  readonly records: Records;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

function Results({ records, isFiltered, onClear }: ResultsProps) {
  const { rows, names, error, isReading, isComplete, readMore, readAgain } = records;
  if (rows === undefined) {
    return error ? (
      <FailedMessage
        what="The change log could not be read."
        error={error}
        onRetry={readAgain}
        isRetrying={isReading}
      />
    ) : (
      <LoadingMessage what="Reading the change log…" />
    );
  }
  return (
    <>
      {rows.length > 0 && <RecordTable rows={rows} names={names} />}
      {rows.length === 0 && isComplete && !isReading && <NothingToShow isFiltered={isFiltered} onClear={onClear} />}
      {error && (
        <FailedMessage
          what="The rest could not be read."
          error={error}
          onRetry={rows.length > 0 ? readMore : readAgain}
          isRetrying={isReading}
        />
      )}
      <div className="results-foot">
        {!isComplete && !error && (
          <Button isLoading={isReading} onClick={readMore}>
            Load more
          </Button>
        )}
        {(rows.length > 0 || !isComplete) && <span className="subtle">{countText(rows.length, isComplete)}</span>}
      </div>
    </>
  );
}

function NothingToShow({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  return isFiltered ? (
    <EmptyState
      header="No change matches"
      headingLevel={2}
      description="Nothing that you may see matches the filter."
      primaryAction={<Button onClick={onClear}>Clear filter</Button>}
    />
  ) : (
    <EmptyState
      header="There is no change for you to see here"
      headingLevel={2}
      description="A change appears here once it is closed, rejected or cancelled, for everybody who may see it in Jira. If you expected some, ask for access to their project. Jira admins set the log up under Jira settings → Apps → Change control."
    />
  );
}

function countText(count: number, isComplete: boolean): string {
  const changes = count === 1 ? '1 change' : `${String(count)} changes`;
  return isComplete ? changes : `${changes} so far`;
}

function spoken({ rows, isReading, isComplete }: Records): string {
  if (isReading || rows === undefined) return '';
  return rows.length === 0 && isComplete ? 'No change to show' : `Showing ${countText(rows.length, isComplete)}`;
}
