import { type DeployGateView } from '../../../../src/contracts/api/deploy-api';
import { type ApiError } from '../../../../src/contracts/api/result';
import { ConfirmDialog } from '../../elements/confirm-dialog';

/** What is asked about, and for which project. */
export interface AskedAbout {
  readonly step: 'replace' | 'revoke';
  readonly gate: DeployGateView;
}

interface Props {
  readonly asked: AskedAbout;
  readonly isBusy: boolean;
  readonly failure: ApiError | undefined;
  readonly onConfirm: () => void;
  readonly onLookAgain: () => void;
  readonly onClose: () => void;
}

/** Asks before a secret is replaced or revoked. */
export function GateQuestion({ asked: { step, gate }, isBusy, failure, onConfirm, onLookAgain, onClose }: Props) {
  const isRevoking = step === 'revoke';
  return (
    <ConfirmDialog
      title={`${isRevoking ? 'Revoke' : 'Replace'} the secret of ${gate.projectKey}?`}
      confirm={isRevoking ? 'Revoke it' : 'Make a new one'}
      isDangerous={isRevoking}
      isBusy={isBusy}
      failure={failure}
      failureAction={failure?.code === 'moved-on' ? { label: 'Look again', run: onLookAgain } : undefined}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {isRevoking ? (
        <p>
          Every pipeline of {gate.projectKey} is refused from now on, until you make a new secret and give it to them.
          This is the step for a secret that has leaked.
        </p>
      ) : (
        <p>
          You are shown a new secret. The one that works now goes on working for 24 hours, so that you have time to
          change your pipelines{gate.previousUntil === null ? '' : '; the one before it stops working at once'}.
        </p>
      )}
      <p>This step goes on record with your name.</p>
    </ConfirmDialog>
  );
}
