import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { type SetupPlanView } from '../../../../src/contracts/api/setup-api';
import { ConfirmDialog } from '../../elements/confirm-dialog';
import { countText } from '../../elements/count-text';
import { SetupProgress } from './setup-progress';
import { SetupSteps } from './setup-steps';
import { useSetupRun } from './use-setup-run';

interface Props {
  readonly plan: SetupPlanView;
  readonly onLookAgain: () => void;
  readonly onStarted: () => void;
  /** The work finished, or stopped before its time. */
  readonly onEnded: () => void;
}

/** The plan for a project: what stands in the way, what to know, every step; then the work on it. */
export function SetupPlan({ plan, onLookAgain, onStarted, onEnded }: Props) {
  const { project, steps, obstacles, notes, done, total, governed } = plan;
  const [isAsking, setAsking] = useState(false);
  const run = useSetupRun(project.id, plan.progress ?? undefined, onEnded);
  const missing = total - done;
  const isComplete = missing === 0 && governed !== null;
  const isRunning = run.progress?.state === 'running';
  const isAtWork = isRunning || run.progress?.state === 'failed';
  const words =
    governed === null
      ? { step: `Put ${project.key} under change control`, confirm: 'Put it under change control' }
      : { step: `Make what ${project.key} lacks`, confirm: 'Make it' };

  const start = async () => {
    if (!(await run.start())) return;
    setAsking(false);
    onStarted();
  };

  return (
    <>
      <h3>{project.name === project.key ? project.key : `${project.name} (${project.key})`}</h3>
      {run.progress && (isAtWork || isComplete) && (
        <SetupProgress
          progress={run.progress}
          isBusy={run.isBusy}
          failure={run.failure}
          onGoOn={() => void run.goOn()}
        />
      )}
      {obstacles.map((obstacle) => (
        <SectionMessage key={obstacle} appearance="warning" title="This project cannot be set up as it is">
          <p>{obstacle}</p>
        </SectionMessage>
      ))}
      {!isAtWork && obstacles.length === 0 && <p className="setup-state">{stateText(plan)}</p>}
      {!isRunning && notes.length > 0 && (
        <ul className="setup-notes" aria-label="Good to know">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {!isAtWork && (
        <div className="buttons">
          {!isComplete && (
            <Button appearance="primary" isDisabled={obstacles.length > 0} onClick={() => setAsking(true)}>
              {words.step}…
            </Button>
          )}
          <Button {...(isComplete ? {} : { appearance: 'subtle' })} onClick={onLookAgain}>
            Look again
          </Button>
        </div>
      )}
      {!isRunning && obstacles.length === 0 && <SetupSteps steps={steps} />}
      {isAsking && (
        <ConfirmDialog
          title={`${words.step}?`}
          confirm={words.confirm}
          isBusy={run.isBusy}
          failure={run.failure}
          onConfirm={() => void start()}
          onClose={() => {
            setAsking(false);
            run.forget();
          }}
        >
          <p>
            {countText(missing, 'step is', 'steps are')} done one after the other, which takes a few minutes. You may
            close this page meanwhile. Nothing that other projects use is changed.
          </p>
          <p>
            {governed === null
              ? `From then on change requests of ${project.key} pass only where the policy in force lets them. `
              : ''}
            This goes on record with your name.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

function stateText({ governed, done, total }: SetupPlanView): string {
  const missing = total - done;
  if (missing > 0) {
    const words = `${String(missing)} of ${countText(total, 'step')} ${missing === 1 ? 'is' : 'are'} missing.`;
    return `${words} Nothing is made until you say so.`;
  }
  return governed === null
    ? 'Everything is there. What is missing is the entry in the ledger that this project is under change control.'
    : 'Everything is there: this project is under change control.';
}
