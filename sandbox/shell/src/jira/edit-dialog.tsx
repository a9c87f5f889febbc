import ModalDialog, { ModalTransition } from '@atlaskit/modal-dialog';
import { useSession } from '../session';
import { editIssue } from '../site/jira-api';
import type { JiraIssue, ScreenField } from '../site/jira-shapes';
import { ScreenForm } from './screen-form';

interface EditDialogProps {
  readonly issue: JiraIssue;
  /** The fields to edit; undefined while nothing is edited. */
  readonly fields: readonly ScreenField[] | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Edits some fields of a work item; what was not touched is not sent. */
export function EditDialog({ issue, fields, onClose, onSaved }: EditDialogProps) {
  const { site } = useSession();
  const single = fields?.length === 1 ? fields[0]?.name : undefined;
  return (
    <ModalTransition>
      {fields !== undefined && (
        <ModalDialog onClose={onClose} width="medium" shouldScrollInViewport label={`Edit ${issue.key}`}>
          <ScreenForm
            title={single ?? `Edit ${issue.key}`}
            fields={fields}
            values={issue.fields}
            submitLabel="Save"
            onClose={onClose}
            onSubmit={async (changed) => {
              if (Object.keys(changed).length > 0) {
                await editIssue(site, issue.key, changed);
                onSaved();
              }
              onClose();
            }}
          />
        </ModalDialog>
      )}
    </ModalTransition>
  );
}
