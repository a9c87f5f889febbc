import Button from '@atlaskit/button/new';
import { AsyncSelect } from '@atlaskit/select';
import { useState } from 'react';
import { adminApi, type NamedSpaceView } from '../../../src/contracts/api/admin-api';
import { callBackend } from '../bridge/call-backend';
import { FailedMessage } from '../elements/failed-message';
import { type AdminActions } from './use-admin-actions';
import { useSearch } from '../elements/use-search';

const searchSpaces = (text: string) => callBackend('searchSpaces', adminApi.searchSpaces, { text });

interface Props {
  readonly space: NamedSpaceView | null;
  readonly settingsRevision: number;
  readonly actions: AdminActions;
}

/** The space of the change log, and another one in its place. */
export function SpaceChooser({ space, settingsRevision, actions }: Props) {
  const [isChanging, setChanging] = useState(false);
  const [chosen, setChosen] = useState<NamedSpaceView | null>(null);
  const { search, problem } = useSearch(searchSpaces);
  const failure = actions.failure?.name === 'chooseSpace' ? actions.failure.error : undefined;

  const stop = () => {
    setChanging(false);
    setChosen(null);
    actions.forget();
  };
  const choose = async ({ spaceId, name }: NamedSpaceView) => {
    const taken = await actions.run('chooseSpace', `The change log is kept in ${name}.`, () =>
      callBackend('chooseSpace', adminApi.chooseSpace, { settingsRevision, spaceId }),
    );
    if (taken) stop();
  };

  if (space !== null && !isChanging) {
    return (
      <div className="pages-state">
        <p>
          <strong>{space.name}</strong> <span className="subtle">({space.key})</span>
        </p>
        <Button onClick={() => setChanging(true)}>Choose another…</Button>
      </div>
    );
  }
  return (
    <div className="space-chooser">
      <p className="subtle">
        {space === null
          ? 'The app writes one page a month to this space. Who may read the space may read the log.'
          : `From then on pages are written to the new space. Pages that stand in ${space.name} stay there.`}
      </p>
      <label htmlFor="space-picker">Space</label>
      <AsyncSelect<NamedSpaceView>
        inputId="space-picker"
        autoFocus={isChanging}
        defaultOptions
        cacheOptions={false}
        loadOptions={search}
        value={chosen}
        getOptionLabel={({ name, key }) => `${name} (${key})`}
        getOptionValue={({ spaceId }) => spaceId}
        onChange={setChosen}
        placeholder="Search Confluence spaces"
        noOptionsMessage={() => problem ?? 'No space of this name'}
        loadingMessage={() => 'Searching…'}
      />
      {failure && <FailedMessage what="The space was not changed." error={failure} />}
      <div className="buttons">
        <Button
          appearance="primary"
          isDisabled={chosen === null}
          isLoading={actions.busy === 'chooseSpace'}
          onClick={() => {
            if (chosen !== null) void choose(chosen);
          }}
        >
          Keep the change log here
        </Button>
        {space !== null && (
          <Button appearance="subtle" onClick={stop}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  );
}
