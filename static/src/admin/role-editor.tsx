import WarningIcon from '@atlaskit/icon/core/status-warning';
import { AsyncSelect } from '@atlaskit/select';
import { adminApi, type NamedGroupView, type RoleView } from '../../../src/contracts/api/admin-api';
import { callBackend } from '../bridge/call-backend';
import { useSearch } from './use-search';
import { type RoleEdits } from './use-role-edits';

const MOST_HOLDERS_COUNTED = 50;
const searchGroups = (text: string) => callBackend('searchGroups', adminApi.searchGroups, { text });

interface Props {
  readonly role: RoleView;
  readonly edits: RoleEdits;
  readonly isDisabled: boolean;
}

/** One role: the groups that hold it, how many people that is, and what is wrong. */
export function RoleEditor({ role, edits, isDisabled }: Props) {
  const { search, problem } = useSearch(searchGroups);
  const inputId = `role-${role.id}`;
  const noteId = `${inputId}-note`;
  const isEdited = edits.isEdited(role);
  return (
    <li className="role">
      <label htmlFor={inputId}>
        {role.title}
        {isEdited && <span className="subtle"> (not saved)</span>}
      </label>
      <AsyncSelect<NamedGroupView, true>
        inputId={inputId}
        isMulti
        isDisabled={isDisabled}
        cacheOptions={false}
        defaultOptions
        loadOptions={search}
        value={edits.groupsOf(role)}
        getOptionLabel={({ name }) => name}
        getOptionValue={({ groupId }) => groupId}
        onChange={(groups) => edits.edit(role, groups)}
        placeholder="Search Jira groups"
        noOptionsMessage={() => problem ?? 'No group of this name'}
        loadingMessage={() => 'Searching…'}
        closeMenuOnSelect={false}
        descriptionId={noteId}
      />
      <div id={noteId} className="role-note">
        {warningsOf(role).map((warning) => (
          <p key={warning} className="warning">
            <WarningIcon label="Warning:" /> <span>{warning}</span>
          </p>
        ))}
        <p className="subtle">
          {isEdited && `Set now: ${role.groups.map(({ name }) => name).join(', ') || 'no group'}. `}
          {holdersText(role.holders)}
        </p>
      </div>
    </li>
  );
}

function holdersText(holders: number): string {
  if (holders >= MOST_HOLDERS_COUNTED) return `${String(MOST_HOLDERS_COUNTED)} people or more hold this role now.`;
  if (holders === 1) return '1 person holds this role now.';
  return holders === 0 ? 'Nobody holds this role now.' : `${String(holders)} people hold this role now.`;
}

function warningsOf({ groups, missing, holders }: RoleView): readonly string[] {
  if (groups.length + missing.length === 0) {
    return ['No group is mapped, so nobody can give this approval: changes that need it stop here.'];
  }
  return [
    ...(missing.length > 0
      ? [
          missing.length === 1
            ? 'A mapped group was deleted in Jira. Take it out and choose another.'
            : `${String(missing.length)} mapped groups were deleted in Jira. Take them out and choose others.`,
        ]
      : []),
    ...(holders === 0 && groups.length > 0
      ? ['The mapped groups have no active member, so nobody can give this approval.']
      : []),
  ];
}
