import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';
import { type Candidate } from '../../../../src/contracts/api/candidate';
import { issuePath } from '../../bridge/open-in-product';
import { countText } from '../../elements/count-text';
import { FailedMessage } from '../../elements/failed-message';
import { ProductLink } from '../../elements/product-link';
import { StuckChange } from './stuck-change';
import { type SwitchPreview } from './use-switch-preview';

interface Props {
  readonly preview: SwitchPreview;
  readonly candidate: Candidate;
}

/** What would become of the open changes: how far the look at them has come, and those that would be stuck. */
export function OpenChanges({ preview, candidate }: Props) {
  const { state, looked, stuck, unread, error } = preview;
  if (state === 'none') return null;
  return (
    <section aria-labelledby="open-changes">
      <h3 id="open-changes">Open changes</h3>
      {state === 'running' && (
        <div className="run">
          <Spinner size="small" label="" />
          <p>Looking at the open changes: {String(looked)} looked at…</p>
          <Button spacing="compact" onClick={() => preview.stop()}>
            Stop
          </Button>
        </div>
      )}
      {state === 'stopped' && (
        <div className="run">
          <p>Stopped: {String(looked)} looked at. What becomes of the others is not known.</p>
          <Button spacing="compact" onClick={() => preview.goOn(candidate)}>
            Go on
          </Button>
        </div>
      )}
      {state === 'failed' && error !== undefined && (
        <FailedMessage
          what={`The open changes could not all be read: ${String(looked)} looked at.`}
          error={error}
          onRetry={() => preview.goOn(candidate)}
        />
      )}
      {state === 'done' && <p>{doneText(looked, stuck.length)}</p>}
      {stuck.length > 0 && (
        <ul className="stuck-changes">
          {stuck.map((change) => (
            <StuckChange key={change.key} change={change} />
          ))}
        </ul>
      )}
      {unread.length > 0 && (
        <p>
          Could not be read, so that nobody knows:{' '}
          {unread.map((key, index) => (
            <span key={key}>
              {index > 0 && ', '}
              <ProductLink path={issuePath(key)}>{key}</ProductLink>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

function doneText(looked: number, stuck: number): string {
  if (looked === 0) return 'There is no open change.';
  if (stuck === 0) return `${countText(looked, 'open change')} looked at: this policy asks nothing new of any of them.`;
  return `${countText(looked, 'open change')} looked at; ${String(stuck)} would be stuck until what is newly asked is there:`;
}
