import { useCallback, useEffect, useState } from 'react';
import { type ApiError, type Result } from '../../../../src/contracts/api/result';
import { setupApi, type SetupProgressView } from '../../../../src/contracts/api/setup-api';
import { callBackend } from '../../bridge/call-backend';

const BETWEEN_LOOKS = 1_000;

export interface SetupRun {
  readonly progress: SetupProgressView | undefined;
  readonly isBusy: boolean;
  /** The last thing asked for was refused. */
  readonly failure: ApiError | undefined;
  readonly start: () => Promise<boolean>;
  readonly goOn: () => Promise<boolean>;
  readonly forget: () => void;
}

/** The work on one project: looked at every second while it goes on. `onEnded` must stay the same function. */
export function useSetupRun(projectId: string, first: SetupProgressView | undefined, onEnded: () => void): SetupRun {
  const [progress, setProgress] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError>();

  useEffect(() => {
    if (progress?.state !== 'running') return;
    let isOver = false;
    const timer = setTimeout(() => {
      void callBackend('setupProgress', setupApi.setupProgress, { projectId }).then((result) => {
        if (isOver) return;
        // A look that fails says nothing of the work: it is looked at again.
        setProgress((before) => (result.ok ? result.value : before && { ...before }));
        if (result.ok && result.value.state !== 'running') onEnded();
      });
    }, BETWEEN_LOOKS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [progress, projectId, onEnded]);

  const ask = useCallback(async (call: () => Promise<Result<SetupProgressView>>) => {
    setBusy(true);
    setFailure(undefined);
    const result = await call();
    setBusy(false);
    if (result.ok) setProgress(result.value);
    else setFailure(result.error);
    return result.ok;
  }, []);

  return {
    progress,
    isBusy,
    failure,
    start: () => ask(() => callBackend('startSetup', setupApi.startSetup, { projectId })),
    goOn: () => ask(() => callBackend('goOnWithSetup', setupApi.goOnWithSetup, { projectId })),
    forget: () => setFailure(undefined),
  };
}
