import Button from '@atlaskit/button/new';
import { draftWords } from './draft-words';
import { type PolicyDraft } from './use-policy-draft';

interface Props {
  readonly draft: PolicyDraft;
  readonly isBusy: boolean;
  readonly onDiscard: () => void;
  readonly onCheck: () => void;
  readonly onPutInForce: () => void;
}

/** Where the draft stands, in one line that stays in view, and the next step. */
export function DraftBar({ draft, isBusy, onDiscard, onCheck, onPutInForce }: Props) {
  const { current, checking, candidate, open, preview } = draft;
  const isChecked = current !== undefined && !checking.isChecking;
  const mayBe = isChecked && open.length === 0 && current.result.readable && current.result.check.mayBeActivated;
  return (
    <div className="save-bar" role="region" aria-label="Draft">
      <p>
        <strong>Draft</strong>
        {draftWords(draft).map((words) => (
          <span key={words}> · {words}</span>
        ))}
      </p>
      <div className="buttons">
        <Button appearance="subtle" isDisabled={isBusy} onClick={onDiscard}>
          Discard
        </Button>
        <Button
          appearance={mayBe ? 'default' : 'primary'}
          isDisabled={candidate === undefined || isBusy}
          isLoading={checking.isChecking}
          onClick={onCheck}
        >
          {checking.last === undefined ? 'Check' : 'Check again'}
        </Button>
        {mayBe && (
          <Button appearance="primary" isDisabled={preview.state === 'running'} onClick={onPutInForce}>
            Put in force…
          </Button>
        )}
      </div>
    </div>
  );
}
