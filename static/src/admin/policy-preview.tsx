import { useCallback } from 'react';
import { adminApi } from '../../../src/contracts/api/admin-api';
import { callBackend } from '../bridge/call-backend';
import { FailedMessage } from '../elements/failed-message';
import { LoadingMessage } from '../elements/loading-message';
import { useReading } from '../elements/use-reading';
import { ClauseBrowser } from './clause-browser';

/** A policy as it would be in force, for reading. */
export function PolicyPreview({ presetId }: { readonly presetId: string }) {
  const { reading, refresh } = useReading(
    useCallback(() => callBackend('previewPolicy', adminApi.previewPolicy, { presetId }), [presetId]),
  );
  switch (reading.state) {
    case 'loading':
      return <LoadingMessage what="Reading the policy…" />;
    case 'failed':
      return (
        <FailedMessage
          what="The policy could not be read."
          error={reading.error}
          onRetry={refresh}
          isRetrying={reading.isReading}
        />
      );
    case 'ready':
      return <ClauseBrowser policy={reading.value} />;
  }
}
