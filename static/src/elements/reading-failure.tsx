import { FailedMessage } from './failed-message';
import type { Reading } from './use-reading';

interface Props {
  readonly reading: Reading<unknown>;
  /** What is the case when there is nothing to show. */
  readonly what: string;
  readonly onRetry: () => void;
}

/** Says that something could not be read, or not read again, with the way to try once more; nothing while all is well. */
export function ReadingFailure({ reading, what, onRetry }: Props) {
  if (reading.state === 'loading' || reading.error === undefined) return null;
  return (
    <FailedMessage
      what={reading.state === 'failed' ? what : 'What you see may be out of date.'}
      error={reading.error}
      onRetry={onRetry}
      isRetrying={reading.isReading}
    />
  );
}
