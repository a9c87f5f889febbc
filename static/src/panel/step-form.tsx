import Button from '@atlaskit/button/new';
import { useEffect, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { type ApiError } from '../../../src/contracts/api/result';
import { FailedMessage } from '../elements/failed-message';

interface Props {
  /** Names the form for who does not see it. */
  readonly label: string;
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly isBusy: boolean;
  /** What is wrong with what was filled in. */
  readonly problem?: string | undefined;
  readonly failure: ApiError | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A step that is taken on the spot: its words, its fields, and two buttons. Escape gives it up. */
export function StepForm(props: Props) {
  const { label, confirm, isDangerous = false, isBusy, problem, failure, onConfirm, onCancel, children } = props;
  const form = useRef<HTMLFormElement>(null);
  // Whatever opened it is gone.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) onConfirm();
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isBusy) onCancel();
  };
  return (
    <form ref={form} className="step-form" aria-label={label} onSubmit={submit} onKeyDown={leave}>
      {children}
      <p className="vote-problem" role="alert">
        {problem ?? ''}
      </p>
      {failure && <FailedMessage what="That did not work." error={failure} />}
      <div className="vote-buttons">
        <Button type="submit" appearance={isDangerous ? 'danger' : 'primary'} isLoading={isBusy}>
          {confirm}
        </Button>
        <Button appearance="subtle" isDisabled={isBusy} onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
