import './health.css';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { healthApi } from '../../../../src/contracts/api/health-api';
import { type ApiError } from '../../../../src/contracts/api/result';
import { callBackend } from '../../bridge/call-backend';
import { LoadingMessage } from '../../elements/loading-message';
import { ReadingFailure } from '../../elements/reading-failure';
import { StatusLine } from '../../elements/status-line';
import { useActions } from '../../elements/use-actions';
import { useReading } from '../../elements/use-reading';
import { FindingTable } from './finding-table';
import { LastSweep } from './last-sweep';
import { PutBackQuestion, type MendableProject } from './put-back-question';

const readHealth = () => callBackend('health', healthApi.health, {});

/** Whether the record can be relied upon: when it was last held against Jira, and what was found. */
export function HealthTab() {
  const { reading, refresh, replace } = useReading(readHealth);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState<MendableProject>();
  const actions = useActions(replace);

  const putBack = async ({ projectId, projectKey }: MendableProject) => {
    const done = await actions.run('putGuardsBack', `The guards of ${projectKey} are back on their transitions.`, () =>
      callBackend('putGuardsBack', healthApi.putGuardsBack, { projectId }),
    );
    if (done) setAsked(undefined);
  };

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
      <StatusLine text={actions.said} />
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
            {actions.said !== '' && (
              <SectionMessage appearance="success">
                <p>{actions.said}</p>
              </SectionMessage>
            )}
            <FindingTable health={reading.value} onPutBack={setAsked} />
          </section>
          {asked && (
            <PutBackQuestion
              project={asked}
              isBusy={actions.busy !== undefined}
              failure={actions.failure?.error}
              onConfirm={() => void putBack(asked)}
              onClose={() => {
                setAsked(undefined);
                actions.forget();
              }}
            />
          )}
        </>
      )}
    </>
  );
}
