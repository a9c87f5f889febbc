import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef } from 'react';
import { type AdminView } from '../../../../src/contracts/api/admin-api';
import { type ProblemView } from '../../../../src/contracts/api/candidate';
import { FailedMessage } from '../../elements/failed-message';
import { LoadingMessage } from '../../elements/loading-message';
import { ClauseBrowser } from '../clause-browser';
import { PolicyFacts } from '../policy-facts';
import { type AdminActions } from '../use-admin-actions';
import { CheckResult } from './check-result';
import { OpenChanges } from './open-changes';
import { ProblemList } from './problem-list';
import { RolesWithoutHolders } from './roles-without-holders';
import { type PolicyDraft } from './use-policy-draft';

interface Props {
  readonly admin: AdminView;
  readonly draft: PolicyDraft;
  readonly actions: AdminActions;
  readonly refresh: () => void;
  readonly onGo: ((problem: ProblemView) => void) | undefined;
}

/** What came out of the last check, and the policy as it would be in force. It stays in view while the next one runs. */
export function DraftResult({ admin, draft, actions, refresh, onGo }: Props) {
  const { last, isChecking, failure } = draft.checking;
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever had the draft checked wants to read what came out.
  useEffect(() => {
    if (last !== undefined) title.current?.focus();
  }, [last]);

  if (last === undefined && failure === undefined)
    return isChecking ? <LoadingMessage what="Checking the policy…" /> : null;
  return (
    <>
      {failure && (
        <FailedMessage
          what="The policy could not be checked. Your draft is still here."
          error={failure}
          onRetry={draft.check}
        />
      )}
      {last !== undefined && (
        <section aria-labelledby="check-result">
          <h3 ref={title} id="check-result" tabIndex={-1}>
            What the checks found
          </h3>
          {draft.current === undefined && !isChecking && (
            <SectionMessage appearance="information" title="You have edited the draft since this check">
              <p>Check it again to see what is true now.</p>
            </SectionMessage>
          )}
          {last.result.readable ? (
            <CheckResult checked={last.result} />
          ) : (
            <ProblemList problems={last.result.problems} onGo={onGo} />
          )}
        </section>
      )}
      {last?.result.readable === true && (
        <>
          <OpenChanges preview={draft.preview} candidate={last.candidate} />
          <RolesWithoutHolders
            admin={admin}
            roles={last.result.roles}
            actions={actions}
            refresh={refresh}
            onSaved={draft.check}
          />
          <section aria-labelledby="as-in-force">
            <h3 id="as-in-force">The policy as it would be in force</h3>
            <PolicyFacts policy={last.result.policy} />
            <ClauseBrowser policy={last.result.policy} />
          </section>
        </>
      )}
    </>
  );
}
