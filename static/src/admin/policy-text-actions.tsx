import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { adminApi, type PolicyView } from '../../../src/contracts/api/admin-api';
import { type ApiError } from '../../../src/contracts/api/result';
import { callBackend } from '../bridge/call-backend';
import { FailedMessage } from '../elements/failed-message';
import { saveText } from '../elements/save-text';

const USES = { copy: 'Copy its text', download: 'Download its text', edit: 'Edit a draft of it' } as const;

type Use = keyof typeof USES;

interface Props {
  readonly policy: PolicyView;
  /** Begins a draft with the text. */
  readonly onEdit: (text: string) => void;
}

/** What can be done with the text of the policy in force. */
export function PolicyTextActions({ policy, onEdit }: Props) {
  const [busy, setBusy] = useState<Use>();
  const [failure, setFailure] = useState<{ readonly use: Use; readonly error: ApiError }>();
  const [said, setSaid] = useState('');
  const take = async (use: Use) => {
    setBusy(use);
    setFailure(undefined);
    setSaid('');
    const result = await callBackend('policyText', adminApi.policyText, { presetId: null });
    setBusy(undefined);
    if (!result.ok) {
      setFailure({ use, error: result.error });
      return;
    }
    const { text } = result.value;
    if (use === 'edit') onEdit(text);
    if (use === 'copy') setSaid(await copied(text));
    if (use === 'download') {
      saveText(`${policy.id}-${policy.version}.yaml`, text);
      setSaid('Downloaded.');
    }
  };
  return (
    <>
      <div className="buttons">
        {(['edit', 'copy', 'download'] as const).map((use) => (
          <Button
            key={use}
            isLoading={busy === use}
            isDisabled={busy !== undefined && busy !== use}
            onClick={() => void take(use)}
          >
            {USES[use]}
          </Button>
        ))}
      </div>
      <p role="status" className="subtle">
        {said}
      </p>
      {failure && (
        <FailedMessage
          what="The text of the policy could not be read."
          error={failure.error}
          onRetry={() => void take(failure.use)}
        />
      )}
    </>
  );
}

async function copied(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied.';
  } catch {
    return 'Your browser did not let the page copy it; download it instead.';
  }
}
