import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { type ReactNode } from 'react';
import { type ApiError } from '../../../src/contracts/api/result';
import { FailedMessage } from './failed-message';

interface Props {
  readonly title: string;
  /** What the step does, in words. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly isBusy: boolean;
  readonly failure: ApiError | undefined;
  /** What to do about the failure, besides trying the same again. */
  readonly failureAction?: { readonly label: string; readonly run: () => void } | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before a step that matters. Escape and Cancel leave everything as it is; the focus goes back to its button. */
export function ConfirmDialog(props: Props) {
  const { title, children, confirm, isDangerous = false, isBusy, failure, failureAction, onConfirm, onClose } = props;
  return (
    <Modal {...(isBusy ? {} : { onClose })} width="small">
      <ModalHeader>
        <ModalTitle isMultiline>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className="dialog-words">
          {children}
          {failure && (
            <FailedMessage
              what="That did not work."
              error={failure}
              {...(failureAction ? { onRetry: failureAction.run, retryLabel: failureAction.label } : {})}
            />
          )}
        </div>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" isDisabled={isBusy} onClick={onClose}>
          Cancel
        </Button>
        <Button appearance={isDangerous ? 'danger' : 'primary'} isLoading={isBusy} onClick={onConfirm}>
          {confirm}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
