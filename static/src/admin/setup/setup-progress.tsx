import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { type ApiError } from '../../../../src/contracts/api/result';
import { type SetupProgressView } from '../../../../src/contracts/api/setup-api';
import { FailedMessage } from '../../elements/failed-message';
import { ProductLink } from '../../elements/product-link';
import { StatusLine } from '../../elements/status-line';
import { TimeStamp } from '../../elements/time-stamp';

interface Props {
  readonly progress: SetupProgressView;
  readonly isBusy: boolean;
  readonly failure: ApiError | undefined;
  readonly onGoOn: () => void;
}

/** Longer than any step takes, also when Jira is asked again and again. */
const QUIET_FOR = 10 * 60_000;

/** How far the work on a project is, why it stopped and how it goes on, or what was made. */
export function SetupProgress({ progress, isBusy, failure, onGoOn }: Props) {
  const { state, done, total, projectKey, changedAt } = progress;
  const text = `${String(done)} of ${String(total)} steps are done`;
  const isQuiet = state === 'running' && Date.now() - Date.parse(changedAt) > QUIET_FOR;
  return (
    <div className="setup-progress">
      <StatusLine text={state === 'finished' ? `${projectKey} is under change control.` : ''} />
      {state === 'finished' ? (
        <FinishedReport progress={progress} />
      ) : (
        <>
          <label htmlFor="setup-bar">
            {state === 'failed' ? `Setting ${projectKey} up has stopped` : `Setting ${projectKey} up`}
          </label>
          <progress id="setup-bar" max={total} value={done}>
            {text}
          </progress>
          <p className="subtle">
            {text}; the last one <TimeStamp at={changedAt} />.
          </p>
        </>
      )}
      {state === 'failed' && (
        <SectionMessage appearance="error" title="The work has stopped">
          <p className="as-written">{progress.failure}</p>
          <p>What was made stays. Once this is mended, the work goes on where it ended; nothing is made twice.</p>
        </SectionMessage>
      )}
      {isQuiet && <p>Nothing has happened for a while. Going on does no harm.</p>}
      {failure && <FailedMessage what="It did not go on." error={failure} />}
      {(state === 'failed' || isQuiet) && (
        <div className="buttons">
          <Button appearance="primary" isLoading={isBusy} onClick={onGoOn}>
            Go on
          </Button>
        </div>
      )}
    </div>
  );
}

function FinishedReport({ progress: { projectKey, changedAt } }: { readonly progress: SetupProgressView }) {
  return (
    <SectionMessage appearance="success" title={`${projectKey} is under change control`}>
      <p>
        Finished <TimeStamp at={changedAt} />. The gates were found on their transitions, and it is on record.
      </p>
      <ul className="setup-links">
        <li>
          <ProductLink path={`/browse/${projectKey}`}>Open {projectKey}</ProductLink>
        </li>
        <li>
          <ProductLink path={`/plugins/servlet/project-config/${projectKey}/workflows`}>
            Its workflows in the project settings
          </ProductLink>
        </li>
      </ul>
    </SectionMessage>
  );
}
