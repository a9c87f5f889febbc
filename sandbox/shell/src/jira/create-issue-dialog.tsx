import ModalDialog from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import { useCallback, useState } from 'react';
import { Loaded, useLoad } from '../loading';
import { useSession } from '../session';
import { createIssue, fetchCreatableTypes, fetchCreateScreen } from '../site/jira-api';
import type { JiraIssueType } from '../site/jira-shapes';
import { ScreenForm } from './screen-form';

/** Fields that are settled by where the dialog was opened. */
const SETTLED = ['project', 'issuetype'];

interface DialogProps {
  readonly projectKey: string;
  readonly onClose: () => void;
  readonly onCreated: (key: string) => void;
}

export function CreateIssueDialog({ projectKey, onClose, onCreated }: DialogProps) {
  const { site } = useSession();
  const types = useLoad(useCallback(() => fetchCreatableTypes(site, projectKey), [site, projectKey]));
  return (
    <ModalDialog onClose={onClose} width="medium" shouldScrollInViewport label="Create a work item">
      <Loaded from={types} what="the types of work items">
        {(all) => {
          const [first] = all;
          if (first === undefined) {
            return <p className="dialog-text">You may not create work items in this project.</p>;
          }
          return (
            <CreateForm projectKey={projectKey} types={all} first={first} onClose={onClose} onCreated={onCreated} />
          );
        }}
      </Loaded>
    </ModalDialog>
  );
}

function CreateForm({
  projectKey,
  types,
  first,
  onClose,
  onCreated,
}: DialogProps & { readonly types: readonly JiraIssueType[]; readonly first: JiraIssueType }) {
  const { site } = useSession();
  const [type, setType] = useState(first);
  const screen = useLoad(useCallback(() => fetchCreateScreen(site, projectKey, type.id), [site, projectKey, type.id]));
  const options = types.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Loaded from={screen} what="the create screen">
      {(fields) => (
        <ScreenForm
          key={type.id}
          title={`Create in ${projectKey}`}
          fields={fields.filter(({ id }) => !SETTLED.includes(id))}
          values={{}}
          submitLabel="Create"
          onClose={onClose}
          onSubmit={async (fieldValues) => {
            onCreated(await createIssue(site, projectKey, type.id, fieldValues));
          }}
        >
          <div className="field">
            <label htmlFor="create-type" className="field-label">
              Work type
            </label>
            <Select
              inputId="create-type"
              menuPosition="fixed"
              options={options}
              value={options.find(({ value }) => value === type.id) ?? null}
              onChange={(chosen) => {
                setType(types.find(({ id }) => id === chosen?.value) ?? type);
              }}
            />
          </div>
        </ScreenForm>
      )}
    </Loaded>
  );
}
