import WarningIcon from '@atlaskit/icon/core/status-warning';
import { AsyncSelect } from '@atlaskit/select';
import { useId } from 'react';
import { type RoleView } from '../../../../src/contracts/api/admin-api';
import { useFirstOptions } from '../../elements/use-first-options';
import { useSearch } from '../../elements/use-search';
import { holderText, keyOf, type Holder } from './holders';
import { holdersText, roleWarnings } from './role-words';
import { searchHolders } from './search-holders';
import { type RoleEdits } from './use-role-edits';

interface Props {
  readonly role: RoleView;
  readonly edits: RoleEdits;
  readonly isDisabled: boolean;
}

/** One role: who holds it (groups, people, roles in the project), how many people that is, and what is wrong. */
export function RoleEditor({ role, edits, isDisabled }: Props) {
  const { search, problem } = useSearch(searchHolders);
  const first = useFirstOptions(search);
  const inputId = useId();
  const noteId = `${inputId}-note`;
  const isEdited = edits.isEdited(role);
  return (
    <li className="role">
      <label htmlFor={inputId}>
        {role.title}
        {isEdited && <span className="subtle"> (not saved)</span>}
      </label>
      <AsyncSelect<Holder, true>
        inputId={inputId}
        isMulti
        isDisabled={isDisabled}
        cacheOptions={false}
        defaultOptions={first.options}
        isLoading={first.isLoading}
        onFocus={first.open}
        loadOptions={search}
        value={edits.holdersOf(role)}
        getOptionLabel={holderText}
        getOptionValue={keyOf}
        formatOptionLabel={(holder, { context }) => (context === 'menu' ? holder.name : holderText(holder))}
        onChange={(holders) => edits.edit(role, holders)}
        placeholder="Search groups, people and project roles"
        noOptionsMessage={() => problem ?? 'Nobody of this name'}
        loadingMessage={() => 'Searching…'}
        closeMenuOnSelect={false}
        descriptionId={noteId}
      />
      <div id={noteId} className="role-note">
        {roleWarnings(role).map((warning) => (
          <p key={warning} className="warning">
            <WarningIcon label="Warning:" /> <span>{warning}</span>
          </p>
        ))}
        <p className="subtle">
          {isEdited && 'What follows is what is set now. '}
          {holdersText(role)}
        </p>
      </div>
    </li>
  );
}
