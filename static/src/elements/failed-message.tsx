import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { type ApiError } from '../../../src/contracts/api/result';

interface Props {
  /** What did not work, as a sentence. */
  readonly what: string;
  readonly error: ApiError;
  readonly onRetry?: () => void;
  readonly retryLabel?: string;
  readonly isRetrying?: boolean;
}

/** A failure in words, with the reference for the log and a way to try again. Announced when it appears. */
export function FailedMessage({ what, error, onRetry, retryLabel = 'Try again', isRetrying = false }: Props) {
  return (
    <div role="alert">
      <SectionMessage appearance="error" title={what}>
        <p className="as-written">
          {error.message}
          {error.ref === undefined ? null : <span className="subtle"> (ref {error.ref})</span>}
        </p>
        {onRetry && (
          <div className="failed-retry">
            <Button onClick={onRetry} isLoading={isRetrying}>
              {retryLabel}
            </Button>
          </div>
        )}
      </SectionMessage>
    </div>
  );
}
