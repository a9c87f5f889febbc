import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import { type SetupStepView } from '../../../../src/contracts/api/setup-api';
import { STEP_TEXTS } from '../../../../src/contracts/setup-text';
import { STEP_KINDS } from '../../../../src/domain/provisioning/planned-step';
import { Disclosure } from '../../elements/disclosure';

const STATES: Readonly<Record<SetupStepView['state'], string>> = {
  there: 'there',
  reused: 'there before, used as it is',
  'to-do': 'to be made',
};

/** The checklist: for each kind of thing what it touches, how much is there, and the names behind a click. */
export function SetupSteps({ steps }: { readonly steps: readonly SetupStepView[] }) {
  const groups = STEP_KINDS.map((kind) => ({ kind, own: steps.filter((step) => step.kind === kind) }));
  return (
    <ol className="setup-steps" aria-label="What the project consists of">
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ kind, own }) => (
          <li key={kind} className="setup-step">
            <StepGroup title={STEP_TEXTS[kind].title} touches={STEP_TEXTS[kind].touches} steps={own} />
          </li>
        ))}
    </ol>
  );
}

interface GroupProps {
  readonly title: string;
  readonly touches: string;
  readonly steps: readonly SetupStepView[];
}

function StepGroup({ title, touches, steps }: GroupProps) {
  const missing = steps.filter(({ state }) => state === 'to-do').length;
  const named = steps.filter(({ name }) => name !== '');
  return (
    <>
      <div className="setup-step-head">
        {missing === 0 ? (
          <CheckCircleIcon label="" color="var(--ds-icon-success)" />
        ) : (
          <span className="setup-circle" aria-hidden="true" />
        )}
        <strong>{title}</strong>
        <span className="subtle">
          {missing === 0 ? 'all there' : `${String(steps.length - missing)} of ${String(steps.length)} there`}
        </span>
      </div>
      <p className="subtle setup-touches">{touches}</p>
      {named.length > 0 && (
        <Disclosure label={`Show the names under ${title}`}>
          <ul className="setup-names">
            {named.map(({ key, name, state }) => (
              <li key={key}>
                {name} <span className="subtle">({STATES[state]})</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
