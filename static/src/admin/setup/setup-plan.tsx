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
  readonly onFinished: () => void;
}

/** The plan for a project: what stands in the way, what to know, every step; then the work on it. */
export function SetupPlan({ plan, onLookAgain, onFinished }: Props) {
  const { project, steps, obstacles, notes, done, total, governed } = plan;
  const [isAsking, setAsking] = useState(false);
  const run = useSetupRun(project.id, plan.progress ?? undefined, onFinished);
  const missing = total - done;
  const isComplete = missing === 0 && governed !== null;
  const isAtWork = run.progress?.state === 'running' || run.progress?.state === 'failed';

  const start = async () => {
    if (await run.start()) setAsking(false);
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
      {!isAtWork && obstacles.length === 0 && (
        <p className="setup-state">
          {isComplete
            ? 'Everything is there: this project is under change control.'
            : `${countText(missing, 'step is', 'steps are')} missing of ${String(total)}. Nothing is made until you say so.`}
        </p>
      )}
      {notes.length > 0 && (
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
              Put {project.key} under change control…
            </Button>
          )}
          <Button appearance="subtle" onClick={onLookAgain}>
            Look again
          </Button>
        </div>
      )}
      {obstacles.length === 0 && <SetupSteps steps={steps} />}
      {isAsking && (
        <ConfirmDialog
          title={`Put ${project.key} under change control?`}
          confirm="Put it under change control"
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
            From then on change requests of {project.key} pass only where the policy in force lets them. This goes on
            record with your name.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
