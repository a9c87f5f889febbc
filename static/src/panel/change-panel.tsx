import './panel.css';
import { useCallback } from 'react';
import { panelApi } from '../../../src/contracts/api/panel-api';
import { callBackend } from '../bridge/call-backend';
import { useIssueChanges } from '../bridge/issue-changes';
import { FailedMessage } from '../elements/failed-message';
import { LoadingMessage } from '../elements/loading-message';
import { useReading } from '../elements/use-reading';
import { GovernedChange } from './governed-change';
import { NotGoverned } from './not-governed';

const readPanel = () => callBackend('getPanel', panelApi.getPanel, {});

/** The issue panel: what is still to be done before this change may go on, and the vote of an approver. */
export function ChangePanel() {
  const { reading, refresh, replace } = useReading(readPanel);
  useIssueChanges(useCallback(() => refresh(), [refresh]));

  return (
    <main className="panel">
      <h1 className="visually-hidden">Change control</h1>
      {reading.state === 'loading' && <LoadingMessage what="Checking this change against the policy…" />}
      {reading.state === 'failed' && (
        <FailedMessage
          what="This change could not be checked."
          error={reading.error}
          onRetry={refresh}
          isRetrying={reading.isReading}
        />
      )}
      {reading.state === 'ready' && reading.error && (
        <FailedMessage
          what="What you see may be out of date."
          error={reading.error}
          onRetry={refresh}
          isRetrying={reading.isReading}
        />
      )}
      {reading.state === 'ready' &&
        (reading.value.state === 'governed' ? (
          <GovernedChange panel={reading.value} isReading={reading.isReading} refresh={refresh} replace={replace} />
        ) : (
          <NotGoverned state={reading.value.state} />
        ))}
    </main>
  );
}
