import { AsyncSelect } from '@atlaskit/select';
import { useId } from 'react';
import { type NamedPersonView } from '../../../../src/contracts/api/admin-api';
import { useFirstOptions } from '../../elements/use-first-options';
import { useSearch } from '../use-search';
import { searchPeople } from './search-holders';

interface Props {
  readonly label: string;
  readonly value: NamedPersonView | null;
  readonly onChange: (person: NamedPersonView | null) => void;
}

/** A person of the site, found by name. */
export function PersonPicker({ label, value, onChange }: Props) {
  const { search, problem } = useSearch(searchPeople);
  const first = useFirstOptions(search);
  const inputId = useId();
  return (
    <div>
      <label htmlFor={inputId}>{label}</label>
      <AsyncSelect<NamedPersonView>
        inputId={inputId}
        cacheOptions={false}
        defaultOptions={first.options}
        isLoading={first.isLoading}
        onFocus={first.open}
        loadOptions={search}
        value={value}
        getOptionLabel={({ name }) => name}
        getOptionValue={({ accountId }) => accountId}
        onChange={onChange}
        placeholder="Search people"
        noOptionsMessage={() => problem ?? 'Nobody of this name'}
        loadingMessage={() => 'Searching…'}
      />
    </div>
  );
}
