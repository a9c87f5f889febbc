import './panel.css';
import './panel-details.css';
import SectionMessage from '@atlaskit/section-message';
import { useCallback } from 'react';
import { panelApi } from '../../../src/contracts/api/panel-api';
import { callBackend } from '../bridge/call-backend';
import { useIssueChanges } from '../bridge/issue-changes';
import { LoadingMessage } from '../elements/loading-message';
import { ReadingFailure } from '../elements/reading-failure';
import { useReading } from '../elements/use-reading';
import { GovernedChange } from './governed-change';
import { NotGoverned } from './not-governed';

/** Trying again would not help. */
const NOT_FOR_THE_READER = ['not-found', 'not-allowed'];

const readPanel = () => callBackend('getPanel', panelApi.getPanel, {});

/** The issue panel: what is still to be done before this change may go on, and the vote of an approver. */
export function ChangePanel() {
  const { reading, refresh, replace } = useReading(readPanel);
  useIssueChanges(useCallback(() => refresh(), [refresh]));

  return (
    <main className="panel">
      <h1 className="visually-hidden" tabIndex={-1}>
        Change control
      </h1>
      {reading.state === 'loading' && <LoadingMessage what="Checking this change against the policy…" />}
      {reading.state === 'failed' && NOT_FOR_THE_READER.includes(reading.error.code) ? (
        <SectionMessage appearance="information" title="You cannot see this change">
          <p>{reading.error.message}</p>
        </SectionMessage>
      ) : (
        <ReadingFailure reading={reading} what="This change could not be checked." onRetry={refresh} />
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
