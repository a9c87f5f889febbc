import { useState } from 'react';
import { type DeployGatesView } from '../../../../src/contracts/api/deploy-api';
import { DEPLOY_SCRIPT, DEPLOY_SCRIPT_NAME } from '../../../../src/contracts/deploy-script';
import { FailedMessage } from '../../elements/failed-message';
import { StatusLine } from '../../elements/status-line';
import { CopyText } from './copy-text';
import { GateQuestion, type AskedAbout } from './gate-question';
import { GateTable } from './gate-table';
import { MadeSecretMessage } from './made-secret';
import { NewGate } from './new-gate';
import { useGateActions } from './use-gate-actions';

interface Props {
  readonly view: DeployGatesView;
  readonly replace: (view: DeployGatesView) => void;
  readonly refresh: () => void;
}

/** The secrets of the deploy gate, and what a pipeline needs in order to ask. */
export function DeployGates({ view, replace, refresh }: Props) {
  const actions = useGateActions(view.revision, replace);
  const [asked, setAsked] = useState<AskedAbout>();
  const close = () => {
    setAsked(undefined);
    actions.forget();
  };
  const carryOut = async ({ step, gate }: AskedAbout) => {
    const act = step === 'revoke' ? actions.revoke : actions.make;
    if (await act(gate.projectKey)) setAsked(undefined);
  };
  return (
    <>
      <StatusLine text={actions.said} />
      <section aria-labelledby="gate-secrets">
        <h2 id="gate-secrets">Secrets</h2>
        {actions.made && <MadeSecretMessage made={actions.made} onStored={actions.hide} />}
        <GateTable
          view={view}
          onReplace={(gate) => setAsked({ step: 'replace', gate })}
          onRevoke={(gate) => setAsked({ step: 'revoke', gate })}
        />
        {actions.failure && asked === undefined && (
          <FailedMessage
            what="No secret was made."
            error={actions.failure}
            onRetry={() => {
              actions.forget();
              refresh();
            }}
            retryLabel="Look again"
          />
        )}
        <NewGate gates={view.gates} isBusy={actions.busy && asked === undefined} onMake={actions.make} />
      </section>
      <section aria-labelledby="gate-pipeline">
        <h2 id="gate-pipeline">In your pipeline</h2>
        <p>
          Set CHANGE_GATE_URL and CHANGE_GATE_SECRET as variables, and run the script before you deploy. Its exit status
          is 0 for yes, 1 for no, and 2 where nobody can tell.
        </p>
        {view.url === null ? (
          <p role="status">Atlassian does not say at the moment where the gate is. Open this page again in a while.</p>
        ) : (
          <CopyText label="CHANGE_GATE_URL" text={view.url} />
        )}
        <CopyText label={DEPLOY_SCRIPT_NAME} text={DEPLOY_SCRIPT} />
      </section>
      {asked && (
        <GateQuestion
          asked={asked}
          isBusy={actions.busy}
          failure={actions.failure}
          onConfirm={() => void carryOut(asked)}
          onLookAgain={() => {
            close();
            refresh();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
