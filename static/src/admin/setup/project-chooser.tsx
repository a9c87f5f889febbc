import Button from '@atlaskit/button/new';
import { AsyncSelect } from '@atlaskit/select';
import { useState } from 'react';
import { setupApi, type SetupProjectView } from '../../../../src/contracts/api/setup-api';
import { callBackend } from '../../bridge/call-backend';
import { useFirstOptions } from '../../elements/use-first-options';
import { useSearch } from '../../elements/use-search';
import { NewProject } from './new-project';

const searchProjects = (text: string) => callBackend('searchSetupProjects', setupApi.searchSetupProjects, { text });

interface Props {
  readonly project: SetupProjectView | undefined;
  readonly onChoose: (project: SetupProjectView | undefined) => void;
}

/** Chooses a company-managed project, or makes one. */
export function ProjectChooser({ project, onChoose }: Props) {
  const [isNew, setNew] = useState(false);
  const { search, problem } = useSearch(searchProjects);
  const first = useFirstOptions(search);
  if (isNew) {
    const made = (created: SetupProjectView) => {
      setNew(false);
      onChoose(created);
    };
    return <NewProject onMade={made} onCancel={() => setNew(false)} />;
  }
  return (
    <div className="space-chooser">
      <label htmlFor="setup-project">Company-managed project</label>
      <AsyncSelect<SetupProjectView>
        inputId="setup-project"
        cacheOptions={false}
        defaultOptions={first.options}
        isLoading={first.isLoading}
        onFocus={first.open}
        loadOptions={search}
        value={project ?? null}
        getOptionLabel={({ name, key }) => (name === key ? key : `${name} (${key})`)}
        getOptionValue={({ id }) => id}
        onChange={(chosen) => onChoose(chosen ?? undefined)}
        placeholder="Search Jira projects"
        noOptionsMessage={() => problem ?? 'No company-managed project of this name'}
        loadingMessage={() => 'Searching…'}
      />
      <div className="buttons">
        <Button onClick={() => setNew(true)}>Create a project…</Button>
      </div>
    </div>
  );
}
