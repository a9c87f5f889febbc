import { type PolicyView } from '../../../../src/contracts/api/admin-api';
import { type ApiError } from '../../../../src/contracts/api/result';
import { ConfirmDialog } from '../../elements/confirm-dialog';
import { countText } from '../../elements/count-text';
import { type SwitchRun } from './use-switch-preview';

interface Props {
  readonly policy: PolicyView;
  readonly inForce: PolicyView | null;
  readonly run: SwitchRun;
  /** What could not be checked to the end: putting the policy in force is to take that upon oneself. */
  readonly notChecked: readonly string[];
  readonly isBusy: boolean;
  readonly failure: ApiError | undefined;
  readonly onConfirm: () => void;
  readonly onCheckAgain: () => void;
  readonly onClose: () => void;
}

/** The last question before a policy decides over every change. */
export function SwitchDialog({
  policy,
  inForce,
  run,
  notChecked,
  isBusy,
  failure,
  onConfirm,
  onCheckAgain,
  onClose,
}: Props) {
  return (
    <ConfirmDialog
      title={`Put "${policy.title}", version ${policy.version}, in force?`}
      confirm="Put in force"
      isBusy={isBusy}
      failure={failure}
      failureAction={failure?.code === 'moved-on' ? { label: 'Check again', run: onCheckAgain } : undefined}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        <strong>{stuckText(run)}</strong>
      </p>
      {notChecked.map((text) => (
        <p key={text} className="as-written">
          <strong>Not checked:</strong> {text}
        </p>
      ))}
      <p>
        From now on every transition of a change request in Jira is checked against this policy
        {inForce === null ? '' : ` instead of ${inForce.id}, version ${inForce.version}`}, also for changes that are
        under way. Votes and records are kept.
      </p>
      <p>This step goes on record with your name.</p>
    </ConfirmDialog>
  );
}

function stuckText({ state, looked, stuck, unread }: SwitchRun): string {
  const isAll = state === 'done' && unread.length === 0;
  const found =
    stuck.length === 0
      ? 'No open change would be stuck'
      : `${countText(stuck.length, 'open change')} would be stuck until what is newly asked is there`;
  if (isAll) return `${found}.`;
  return `${found}, as far as is known: ${countText(looked - unread.length, 'open change was', 'open changes were')} looked at, not all.`;
}
