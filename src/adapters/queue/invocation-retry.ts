import { InvocationError, InvocationErrorCode } from '@forge/events';
import type { Retry } from '../../ports/retry';

/** The platform calls again after at most 900 seconds. @see https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
const MOST_SECONDS = 900;

export class InvocationRetry implements Retry {
  later(seconds: number): unknown {
    const retryAfter = Math.min(MOST_SECONDS, Math.max(1, Math.ceil(seconds)));
    return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
  }
}
