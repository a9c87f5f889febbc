import './health.css';
import { useState } from 'react';
import { healthApi } from '../../../../src/contracts/api/health-api';
import { type ApiError } from '../../../../src/contracts/api/result';
import { callBackend } from '../../bridge/call-backend';
import { LoadingMessage } from '../../elements/loading-message';
import { ReadingFailure } from '../../elements/reading-failure';
import { StatusLine } from '../../elements/status-line';
import { useReading } from '../../elements/use-reading';
import { FindingTable } from './finding-table';
import { LastSweep } from './last-sweep';

const readHealth = () => callBackend('health', healthApi.health, {});

/** Whether the record can be relied upon: when it was last held against Jira, and what was found. */
export function HealthTab() {
  const { reading, refresh, replace } = useReading(readHealth);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const [said, setSaid] = useState('');

  const sweepNow = () => {
    setBusy(true);
    setSaid('');
    void callBackend('sweepNow', healthApi.sweepNow, {}).then((result) => {
      setBusy(false);
      setError(result.ok ? undefined : result.error);
      if (!result.ok) return;
      replace(result.value);
      setSaid('The sweep was asked for. It takes a minute or two; read again to see what it found.');
    });
  };

  return (
    <>
      <p className="health-lead">
        Every hour the app holds what is on record against Jira: changes that moved around a gate, that were moved,
        turned into something else or deleted, gates that are missing, and events that never came.
      </p>
      <StatusLine text={said} />
      {reading.state === 'loading' && <LoadingMessage what="Reading what the last sweep found…" />}
      <ReadingFailure reading={reading} what="The state could not be read." onRetry={refresh} />
      {reading.state === 'ready' && (
        <>
          <LastSweep
            health={reading.value}
            isBusy={busy}
            isReading={reading.isReading}
            error={error}
            sweepNow={sweepNow}
            refresh={refresh}
          />
          <section aria-labelledby="found">
            <h2 id="found">What was found</h2>
            <FindingTable health={reading.value} />
          </section>
        </>
      )}
    </>
  );
}
