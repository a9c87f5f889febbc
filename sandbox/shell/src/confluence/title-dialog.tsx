import Button from '@atlaskit/button/new';
import ModalDialog, { CloseButton, ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import { RefusalBox } from '../jira/refusal-box';
import { MessageLines } from '../loading';
import { linesOf } from '../site/site-client';

interface TitleDialogProps {
  readonly heading: string;
  readonly title: string;
  readonly submitLabel: string;
  /** A paragraph instead of a title. */
  readonly long?: boolean;
  readonly onClose: () => void;
  readonly onSubmit: (text: string) => Promise<void>;
}

/** Asks for one text; a refusal is shown and what was typed stays. */
export function TitleDialog({ heading, title, submitLabel, long = false, onClose, onSubmit }: TitleDialogProps) {
  const id = useId();
  const [text, setText] = useState(title);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<readonly string[]>([]);
  const submit = async () => {
    setBusy(true);
    setProblem([]);
    await onSubmit(text).catch((error: unknown) => {
      setProblem(linesOf(error));
    });
    setBusy(false);
  };
  return (
    <ModalDialog onClose={onClose} width="small" label={heading}>
      <form
        className="screen-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ModalHeader>
          <ModalTitle>{heading}</ModalTitle>
          <CloseButton onClick={onClose} />
        </ModalHeader>
        <ModalBody>
          {problem.length > 0 && (
            <RefusalBox title="Nothing was changed">
              <MessageLines lines={problem} />
            </RefusalBox>
          )}
          <div className="field">
            <label htmlFor={id} className="field-label">
              {long ? 'Text' : 'Title'}
            </label>
            {long ? (
              <TextArea
                id={id}
                minimumRows={4}
                value={text}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                }}
              />
            ) : (
              <Textfield
                id={id}
                value={text}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                }}
              />
            )}
          </div>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button appearance="primary" type="submit" isLoading={busy}>
            {submitLabel}
          </Button>
        </ModalFooter>
      </form>
    </ModalDialog>
  );
}
