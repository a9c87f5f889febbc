import { useCallback } from 'react';
import { setupApi, type SetupProjectView } from '../../../../src/contracts/api/setup-api';
import { callBackend } from '../../bridge/call-backend';
import { LoadingMessage } from '../../elements/loading-message';
import { ReadingFailure } from '../../elements/reading-failure';
import { useReading } from '../../elements/use-reading';
import { SetupPlan } from './setup-plan';

interface Props {
  readonly project: SetupProjectView;
  readonly onStarted: () => void;
  readonly onEnded: () => void;
}

/** One project: what it has and lacks, and the work on it. */
export function ProjectSetup({ project, onStarted, onEnded }: Props) {
  const { id, key } = project;
  const read = useCallback(() => callBackend('planSetup', setupApi.planSetup, { projectId: id }), [id]);
  const { reading, refresh } = useReading(read);
  const ended = useCallback(() => {
    refresh();
    onEnded();
  }, [refresh, onEnded]);
  return (
    <div className="setup-project">
      {reading.state === 'loading' && <LoadingMessage what={`Looking at what ${key} has…`} />}
      <ReadingFailure reading={reading} what={`${key} could not be looked at.`} onRetry={refresh} />
      {reading.state === 'ready' && (
        <SetupPlan plan={reading.value} onLookAgain={refresh} onStarted={onStarted} onEnded={ended} />
      )}
    </div>
  );
}
