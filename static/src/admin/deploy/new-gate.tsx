import Button from '@atlaskit/button/new';
import { AsyncSelect } from '@atlaskit/select';
import { useState } from 'react';
import { deployApi, type DeployGateView, type DeployProjectView } from '../../../../src/contracts/api/deploy-api';
import { callBackend } from '../../bridge/call-backend';
import { useFirstOptions } from '../../elements/use-first-options';
import { useSearch } from '../../elements/use-search';

const searchProjects = (text: string) => callBackend('searchDeployProjects', deployApi.searchDeployProjects, { text });

interface Props {
  readonly gates: readonly DeployGateView[];
  readonly isBusy: boolean;
  /** True when the secret was made. */
  readonly onMake: (projectKey: string) => Promise<boolean>;
}

/** Chooses a project that has no secret yet, and makes one. */
export function NewGate({ gates, isBusy, onMake }: Props) {
  const [chosen, setChosen] = useState<DeployProjectView | null>(null);
  const { search, problem } = useSearch(searchProjects);
  const first = useFirstOptions(search);
  const hasSecret = gates.some(({ projectKey }) => projectKey === chosen?.key);
  const make = async ({ key }: DeployProjectView) => {
    if (await onMake(key)) setChosen(null);
  };
  return (
    <div className="space-chooser new-gate">
      <label htmlFor="gate-project">Project</label>
      <AsyncSelect<DeployProjectView>
        inputId="gate-project"
        cacheOptions={false}
        defaultOptions={first.options}
        isLoading={first.isLoading}
        onFocus={first.open}
        loadOptions={search}
        value={chosen}
        getOptionLabel={({ name, key }) => `${name} (${key})`}
        getOptionValue={({ key }) => key}
        onChange={setChosen}
        placeholder="Search Jira projects"
        noOptionsMessage={() => problem ?? 'No project of this name'}
        loadingMessage={() => 'Searching…'}
      />
      {hasSecret && <p role="status">This project has a secret already. Replace it in the table above.</p>}
      <div className="buttons">
        <Button
          appearance="primary"
          isDisabled={chosen === null || hasSecret}
          isLoading={isBusy}
          onClick={() => {
            if (chosen !== null) void make(chosen);
          }}
        >
          Make a secret
        </Button>
      </div>
    </div>
  );
}
