import Button from '@atlaskit/button/new';
import { useCallback, useState } from 'react';
import { panelApi, type HistoryEntry, type HistoryView } from '../../../src/contracts/api/panel-api';
import { type ApiError } from '../../../src/contracts/api/result';
import { callBackend } from '../bridge/call-backend';
import { LoadingMessage } from '../elements/loading-message';
import { LongText } from '../elements/long-text';
import { personName, type Names } from '../elements/person-name';
import { ReadingFailure } from '../elements/reading-failure';
import { FailedMessage } from '../elements/failed-message';
import { TimeStamp } from '../elements/time-stamp';
import { useReading } from '../elements/use-reading';

const readPage = (before: number | null) => callBackend('getHistory', panelApi.getHistory, { before });
const readNewest = () => readPage(null);

/** What the ledger says of this change, newest first, a page at a time. It is read when somebody asks for it. */
export function History() {
  const { reading, refresh, replace } = useReading(readNewest);
  const [more, setMore] = useState<{ readonly isReading: boolean; readonly error?: ApiError }>({ isReading: false });
  const readMore = useCallback(
    async (shown: HistoryView) => {
      setMore({ isReading: true });
      const further = await readPage(shown.before);
      if (!further.ok) {
        setMore({ isReading: false, error: further.error });
        return;
      }
      setMore({ isReading: false });
      replace({
        entries: [...shown.entries, ...further.value.entries],
        before: further.value.before,
        names: { ...shown.names, ...further.value.names },
      });
    },
    [replace],
  );
  if (reading.state === 'loading') return <LoadingMessage what="Reading the ledger…" />;
  if (reading.state === 'failed') {
    return <ReadingFailure reading={reading} what="The history could not be read." onRetry={refresh} />;
  }
  const { entries, before, names } = reading.value;
  return (
    <>
      {entries.length === 0 && before === null && <p>Nothing is on record about this change yet.</p>}
      <ol className="history">
        {entries.map((entry) => (
          <li key={entry.seq}>
            <Entry entry={entry} names={names} />
          </li>
        ))}
      </ol>
      {more.error && <FailedMessage what="Older entries could not be read." error={more.error} />}
      {before !== null && (
        <Button spacing="compact" isLoading={more.isReading} onClick={() => void readMore(reading.value)}>
          Show older entries
        </Button>
      )}
    </>
  );
}

function Entry({
  entry: { seq, at, by, text, comment },
  names,
}: {
  readonly entry: HistoryEntry;
  readonly names: Names;
}) {
  const name = by === null ? 'The app' : personName(names, by);
  return (
    <>
      <p>
        <strong>{name}</strong> {text}
      </p>
      <p className="subtle">
        <TimeStamp at={at} /> · ledger no. {seq}
      </p>
      {comment !== '' && (
        <div className="vote-comment">
          <LongText text={comment} label={`what ${name} wrote (ledger no. ${String(seq)})`} />
        </div>
      )}
    </>
  );
}
