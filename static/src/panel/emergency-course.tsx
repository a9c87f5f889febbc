import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { panelApi, type EmergencyView, type PanelView } from '../../../src/contracts/api/panel-api';
import { GATE_TITLES } from '../../../src/contracts/field-titles';
import { callBackend } from '../bridge/call-backend';
import { type Actions } from '../elements/use-actions';
import { useReturnedFocus } from '../elements/use-returned-focus';
import { ChecklistItem } from './checklist-item';
import { StepForm } from './step-form';

interface Props {
  readonly emergency: EmergencyView;
  readonly actions: Actions<PanelView>;
}

/** How the policy lets this emergency pass, and what is to be approved afterwards. */
export function EmergencyCourse({ emergency: { course, mayExpedite, afterwards }, actions }: Props) {
  const [isAsking, setAsking] = useState(false);
  const opener = useReturnedFocus(isAsking);
  const close = () => {
    setAsking(false);
    actions.forget();
  };
  const expedite = async () => {
    const taken = await actions.run('expedite', 'The change is in implementation.', () =>
      callBackend('expedite', panelApi.expedite, {}),
    );
    if (taken) setAsking(false);
  };
  if (course.length === 0 && afterwards.length === 0) return null;
  return (
    <section aria-labelledby="emergency">
      <h2 id="emergency">Emergency</h2>
      <ul className="sentences">
        {course.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {mayExpedite && !isAsking && (
        <div className="vote-buttons">
          <Button ref={opener} appearance="warning" onClick={() => setAsking(true)}>
            {GATE_TITLES.expedite}…
          </Button>
        </div>
      )}
      {mayExpedite && isAsking && (
        <StepForm
          label={GATE_TITLES.expedite}
          confirm={`${GATE_TITLES.expedite} now`}
          isBusy={actions.busy === 'expedite'}
          failure={actions.failure?.name === 'expedite' ? actions.failure.error : undefined}
          onConfirm={() => void expedite()}
          onCancel={close}
        >
          <p>You move this change to its implementation now, as yourself. Its terms run from this moment.</p>
        </StepForm>
      )}
      {afterwards.length > 0 && (
        <>
          <h3>Before it is closed</h3>
          <ul className="checklist">
            {afterwards.map((item, position) => (
              <ChecklistItem key={`${item.ruleId}-${String(position)}`} item={item} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
