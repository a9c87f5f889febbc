import Button from '@atlaskit/button/new';
import { ModalBody, ModalFooter, ModalHeader, ModalTitle, CloseButton } from '@atlaskit/modal-dialog';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { hasFormatting } from '../adf/plain-text';
import { isRecord } from '../adf/document';
import { MessageLines } from '../loading';
import { useSession } from '../session';
import type { ScreenField } from '../site/jira-shapes';
import { linesOf, SiteError } from '../site/site-client';
import { draftOf, valueOf, type Draft } from './field-draft';
import { FieldEditor } from './field-editor';
import { kindOf } from './field-kind';
import { RefusalBox } from './refusal-box';

interface ScreenFormProps {
  readonly title: string;
  readonly fields: readonly ScreenField[];
  /** What the fields hold now, by id. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly submitLabel: string;
  readonly refusalTitle?: string;
  /** Receives the fields that were changed, in the format of Jira. */
  readonly onSubmit: (changed: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly onClose: () => void;
  /** Stands above the fields, e.g. a choice that decides which fields there are. */
  readonly children?: ReactNode;
  /** Stands below them. */
  readonly after?: ReactNode;
}

/** The inside of a dialog with the fields of a Jira screen. A refusal is shown in the dialog and nothing is lost. */
export function ScreenForm({
  title,
  fields,
  values,
  submitLabel,
  refusalTitle = 'Nothing was changed',
  onSubmit,
  onClose,
  children,
  after,
}: ScreenFormProps) {
  const { me } = useSession();
  const formId = useId();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SiteError | Error>();
  const fieldErrors = failure instanceof SiteError ? failure.fieldErrors : {};
  const submit = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const changed = fields.flatMap((field) => {
        const draft = drafts[field.id];
        return draft === undefined ? [] : [[field.id, valueOf(field, draft, me.timeZone)] as const];
      });
      await onSubmit(Object.fromEntries(changed));
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="screen-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ModalHeader>
        <ModalTitle>{title}</ModalTitle>
        <CloseButton onClick={onClose} />
      </ModalHeader>
      <ModalBody>
        {failure !== undefined && (
          <RefusalBox title={refusalTitle}>
            <MessageLines lines={linesOf(failure)} />
          </RefusalBox>
        )}
        {children}
        {fields.map((field) => {
          const value = values[field.id];
          return (
            <FieldEditor
              key={field.id}
              field={field}
              id={`${formId}-${field.id}`}
              draft={drafts[field.id] ?? draftOf(field, value, me.timeZone)}
              onChange={(draft) => {
                setDrafts((before) => ({ ...before, [field.id]: draft }));
              }}
              error={fieldErrors[field.id]}
              hint={
                kindOf(field) === 'document' && isRecord(value) && hasFormatting(value)
                  ? 'This text has formatting; saving a change here keeps the words only.'
                  : undefined
              }
            />
          );
        })}
        {after}
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
  );
}
