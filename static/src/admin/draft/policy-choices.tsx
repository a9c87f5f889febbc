import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { type AdminView, type PolicyView } from '../../../../src/contracts/api/admin-api';
import { countText } from '../../elements/count-text';
import { type PolicyDraft, type Preset } from './use-policy-draft';

interface Props {
  readonly presets: AdminView['presets'];
  readonly inForce: PolicyView | null;
  readonly draft: PolicyDraft;
}

/** The policies to begin a draft with: those that the app brings, and one's own. */
export function PolicyChoices({ presets, inForce, draft }: Props) {
  return (
    <ul className="choices">
      {presets.map((preset) => (
        <li key={preset.id} className="choice">
          <div>
            <p>
              <strong>{preset.title}</strong>{' '}
              {inForce?.id === preset.id && <Lozenge appearance="success">in force</Lozenge>}
            </p>
            <p className="subtle">
              {preset.id}, version {preset.version} · {effort(preset)}
            </p>
          </div>
          <Button aria-label={`Choose ${preset.title}`} onClick={() => draft.choosePreset(preset)}>
            Choose
          </Button>
        </li>
      ))}
      <li className="choice">
        <div>
          <p>
            <strong>Write your own</strong>
          </p>
          <p className="subtle">Paste or open a policy in YAML or JSON, or start from the text of another one.</p>
        </div>
        <Button aria-label="Write your own policy" onClick={() => draft.writeOwn('')}>
          Write
        </Button>
      </li>
    </ul>
  );
}

function effort({ questions }: Preset): string {
  return questions.length === 0
    ? 'nothing to fill in'
    : `${countText(questions.length, 'question')} to answer first, where the document leaves something open`;
}
