import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { adminApi, type AdminView } from '../../../src/contracts/api/admin-api';
import { callBackend } from '../bridge/call-backend';
import { ConfirmDialog } from '../elements/confirm-dialog';
import { PolicyPreview } from './policy-preview';
import { type AdminActions } from './use-admin-actions';

interface Props {
  readonly presets: AdminView['presets'];
  readonly actions: AdminActions;
}

type Preset = AdminView['presets'][number];

/** Policies that can be put in force: each can be read first, clause by clause. */
export function PresetList({ presets, actions }: Props) {
  const [readId, setReadId] = useState<string>();
  const [asked, setAsked] = useState<Preset>();
  if (presets.length === 0) return <p>This version of the app brings no policy.</p>;

  const putInForce = async ({ id, title }: Preset) => {
    const taken = await actions.run('putInForce', `${title} is in force.`, () =>
      callBackend('putInForce', adminApi.putInForce, { presetId: id }),
    );
    if (taken) setAsked(undefined);
  };

  return (
    <ul className="presets">
      {presets.map((preset) => (
        <li key={preset.id} className="preset">
          <div className="preset-head">
            <p>
              <strong>{preset.title}</strong>
              <span className="subtle">
                {' '}
                · {preset.id} · version {preset.version}
              </span>
            </p>
            <div className="buttons">
              <Button
                aria-expanded={readId === preset.id}
                onClick={() => setReadId(readId === preset.id ? undefined : preset.id)}
              >
                {readId === preset.id ? 'Close the text' : 'Read it'}
              </Button>
              <Button appearance="primary" onClick={() => setAsked(preset)}>
                Put in force…
              </Button>
            </div>
          </div>
          {readId === preset.id && <PolicyPreview presetId={preset.id} />}
        </li>
      ))}
      {asked && (
        <ConfirmDialog
          title={`Put "${asked.title}" in force?`}
          confirm="Put in force"
          isBusy={actions.busy === 'putInForce'}
          failure={actions.failure?.name === 'putInForce' ? actions.failure.error : undefined}
          onConfirm={() => void putInForce(asked)}
          onClose={() => {
            setAsked(undefined);
            actions.forget();
          }}
        >
          <p>
            From now on every transition of a change request in Jira is checked against this policy, also for changes
            that are under way. Votes and records are kept.
          </p>
          <p>
            Approvals can only be given by people who hold a role: map Jira groups to the roles under Approvers next.
            This step goes on record with your name.
          </p>
        </ConfirmDialog>
      )}
    </ul>
  );
}
