import { type FindingView } from '../../../../src/contracts/api/health-api';
import { type ApiError } from '../../../../src/contracts/api/result';
import { ConfirmDialog } from '../../elements/confirm-dialog';

export type MendableProject = NonNullable<FindingView['mendable']>;

interface Props {
  readonly project: MendableProject;
  readonly isBusy: boolean;
  readonly failure: ApiError | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before the workflow of a project is changed. */
export function PutBackQuestion({ project: { projectKey }, ...rest }: Props) {
  return (
    <ConfirmDialog title={`Put the guards of ${projectKey} back?`} confirm="Put them back" {...rest}>
      <p>
        Every transition in the workflow of {projectKey} that has lost its gate gets it again, with what Jira checks
        beside it for the policy in force. Nothing else in the workflow is changed. It takes a few seconds.
      </p>
      <p>This goes on record with your name. Changes that went through meanwhile stay where they are.</p>
    </ConfirmDialog>
  );
}
