import { events } from '@forge/bridge';
import { useEffect } from 'react';

/**
 * Runs when Jira says that the issue in view was changed or commented on.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-panel/
 */
export function useIssueChanges(onChange: () => void): void {
  useEffect(() => {
    let stopped = false;
    let unsubscribe: (() => void) | undefined;
    events
      .on('JIRA_ISSUE_CHANGED', () => onChange())
      .then(
        (subscription) => {
          if (stopped) subscription.unsubscribe();
          else unsubscribe = () => subscription.unsubscribe();
        },
        // Without the event there is still the refresh button.
        () => undefined,
      );
    return () => {
      stopped = true;
      unsubscribe?.();
    };
  }, [onChange]);
}
