import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState, type FormEvent } from 'react';
import { type ApiError } from '../../../../src/contracts/api/result';
import { setupApi, type SetupProjectView } from '../../../../src/contracts/api/setup-api';
import { callBackend } from '../../bridge/call-backend';
import { FailedMessage } from '../../elements/failed-message';

interface Props {
  readonly onMade: (project: SetupProjectView) => void;
  readonly onCancel: () => void;
}

const KEY = /^[A-Z][A-Z0-9]{1,9}$/;

/** Makes an empty company-managed project, led by whoever makes it. */
export function NewProject({ onMade, onCancel }: Props) {
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const isReady = name.trim().length >= 2 && KEY.test(key);

  const make = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    const result = await callBackend('createSetupProject', setupApi.createSetupProject, { key, name: name.trim() });
    setBusy(false);
    if (result.ok) onMade(result.value);
    else setFailure(result.error);
  };

  return (
    <form className="space-chooser" onSubmit={(event) => void make(event)}>
      <div>
        <label htmlFor="new-project-name">Name of the project</label>
        <Textfield
          id="new-project-name"
          autoFocus
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <div>
        <label htmlFor="new-project-key">Key</label>
        <Textfield
          id="new-project-key"
          aria-describedby="new-project-key-form"
          maxLength={10}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value.toUpperCase())}
        />
        <p id="new-project-key-form" className="subtle">
          Two to ten capital letters and digits, a letter first, such as CHG. It begins the key of every change.
        </p>
      </div>
      {failure && <FailedMessage what="The project was not created." error={failure} />}
      <div className="buttons">
        <Button type="submit" appearance="primary" isDisabled={!isReady} isLoading={isBusy}>
          Create the project
        </Button>
        <Button appearance="subtle" isDisabled={isBusy} onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
