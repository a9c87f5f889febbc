import TextArea from '@atlaskit/textarea';
import { useId, useState } from 'react';
import { panelApi, type ExceptionView, type PanelView } from '../../../src/contracts/api/panel-api';
import { callBackend } from '../bridge/call-backend';
import { type Actions } from '../elements/use-actions';
import { StepForm } from './step-form';

interface Props {
  readonly exceptions: ExceptionView;
  readonly actions: Actions<PanelView>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** `askExceptionRequest` takes no more. */
const LONGEST = { field: 5000, reason: 2000 } as const;

/** From what, and why: written into the fields of the change that the policy names. */
export function AskException({ exceptions: { offered, fields }, actions, onDone, onCancel }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(offered.length === 1 ? [0] : []));
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const id = useId();

  const written = fields.filter(({ isText }) => isText);
  const elsewhere = fields.filter(({ isText, value }) => !isText && value === null);
  const textOf = (field: string, value: string | null) => texts[field] ?? value ?? '';
  const send = async () => {
    const missing = problemOf();
    setProblem(missing);
    if (missing !== undefined) return;
    const edited = written.filter(({ id: field, value }) => textOf(field, value).trim() !== (value ?? ''));
    const payload = {
      names: [...new Set([...chosen].flatMap((place) => offered[place]?.names ?? []))],
      fields: Object.fromEntries(edited.map(({ id: field, value }) => [field, textOf(field, value).trim()])),
      reason: reason.trim(),
    };
    const taken = await actions.run('askException', 'You asked for an exception.', () =>
      callBackend('askException', panelApi.askException, payload),
    );
    if (taken) onDone();
  };
  const problemOf = () => {
    if (chosen.size === 0) return 'Choose from what you ask an exception.';
    const empty = written.find(({ id: field, value }) => textOf(field, value).trim() === '');
    if (empty) return `Fill in ${empty.label}.`;
    const long = written.find(({ id: field, value }) => textOf(field, value).length > LONGEST.field);
    if (long) return `${long.label} is longer than ${String(LONGEST.field)} characters.`;
    if (fields.length === 0 && reason.trim() === '') return 'Say why, so that whoever decides can decide.';
    return reason.length > LONGEST.reason
      ? `The reason is longer than ${String(LONGEST.reason)} characters.`
      : undefined;
  };
  const toggle = (place: number) => {
    setChosen((before) =>
      before.has(place) ? new Set([...before].filter((one) => one !== place)) : new Set([...before, place]),
    );
    setProblem(undefined);
  };
  return (
    <StepForm
      label="Ask for an exception"
      confirm="Ask"
      isBusy={actions.busy === 'askException'}
      problem={problem}
      failure={actions.failure?.name === 'askException' ? actions.failure.error : undefined}
      onConfirm={() => void send()}
      onCancel={onCancel}
    >
      <fieldset className="choices">
        <legend>From what?</legend>
        {offered.map(({ names, texts: words }, place) => (
          <label key={names.join(' ')} className="choice">
            <input type="checkbox" checked={chosen.has(place)} onChange={() => toggle(place)} />
            <span>
              <strong>{names.join(', ')}</strong> {words.join(' ')}
            </span>
          </label>
        ))}
      </fieldset>
      {written.map(({ id: field, label, value }) => (
        <div key={field}>
          <label htmlFor={`${id}-${field}`}>{label} (required)</label>
          <TextArea
            id={`${id}-${field}`}
            value={textOf(field, value)}
            minimumRows={2}
            maxHeight="40vh"
            onChange={(event) => {
              setTexts({ ...texts, [field]: event.currentTarget.value });
              setProblem(undefined);
            }}
          />
        </div>
      ))}
      {fields.length === 0 && (
        <div>
          <label htmlFor={`${id}-reason`}>Why? (required)</label>
          <TextArea
            id={`${id}-reason`}
            value={reason}
            minimumRows={2}
            maxHeight="40vh"
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
        </div>
      )}
      {elsewhere.length > 0 && (
        <p className="subtle">
          The policy also wants to be told, in the fields of the issue: {elsewhere.map(({ label }) => label).join(', ')}
          .
        </p>
      )}
      <p className="subtle">It is written into the change with your name. It goes on record.</p>
    </StepForm>
  );
}
