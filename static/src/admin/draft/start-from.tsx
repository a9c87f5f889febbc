import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import { useState } from 'react';
import { adminApi, type AdminView, type PolicyView } from '../../../../src/contracts/api/admin-api';
import { type ApiError } from '../../../../src/contracts/api/result';
import { callBackend } from '../../bridge/call-backend';
import { ConfirmDialog } from '../../elements/confirm-dialog';
import { FailedMessage } from '../../elements/failed-message';

interface Props {
  readonly presets: AdminView['presets'];
  readonly inForce: PolicyView | null;
  readonly text: string;
  readonly onText: (text: string) => void;
}

interface Origin {
  readonly label: string;
  /** Null for the policy in force. */
  readonly presetId: string | null;
}

/** Takes the text of another policy to begin with; asks before that replaces what is written already. */
export function StartFrom({ presets, inForce, text, onText }: Props) {
  const [origin, setOrigin] = useState<Origin | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [isReading, setReading] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const origins: Origin[] = [
    ...(inForce === null ? [] : [{ label: `${inForce.title} (in force)`, presetId: null }]),
    ...presets.map(({ id, title }) => ({ label: title, presetId: id })),
  ];
  const take = async ({ presetId }: Origin) => {
    setReading(true);
    setFailure(undefined);
    const result = await callBackend('policyText', adminApi.policyText, { presetId });
    setReading(false);
    setAsking(false);
    if (result.ok) onText(result.value.text);
    else setFailure(result.error);
  };
  return (
    <>
      <div className="start-from">
        <label htmlFor="start-from">Start from</label>
        <Select<Origin>
          inputId="start-from"
          options={origins}
          value={origin}
          placeholder="The text of a policy"
          getOptionValue={({ presetId }) => presetId ?? ''}
          onChange={setOrigin}
        />
        <Button
          isDisabled={origin === null}
          isLoading={isReading}
          onClick={() => {
            if (text.trim() !== '') setAsking(true);
            else if (origin !== null) void take(origin);
          }}
        >
          Take its text
        </Button>
      </div>
      {failure && <FailedMessage what="The text could not be read." error={failure} />}
      {isAsking && origin !== null && (
        <ConfirmDialog
          title="Replace what is written?"
          confirm="Replace it"
          isBusy={isReading}
          failure={undefined}
          onConfirm={() => void take(origin)}
          onClose={() => setAsking(false)}
        >
          <p>The text of {origin.label} takes the place of the text that you have here.</p>
        </ConfirmDialog>
      )}
    </>
  );
}
