import { AsyncSelect } from '@atlaskit/select';
import { useId } from 'react';
import { type NamedPersonView } from '../../../src/contracts/api/named-person';
import { type Result } from '../../../src/contracts/api/result';
import { useFirstOptions } from './use-first-options';
import { useSearch } from './use-search';

interface Props {
  readonly label: string;
  readonly value: NamedPersonView | null;
  /** Finds people by a part of their name. Must stay the same function. */
  readonly ask: (text: string) => Promise<Result<NamedPersonView[]>>;
  readonly onChange: (person: NamedPersonView | null) => void;
}

/** A person of the site, found by name. */
export function PersonPicker({ label, value, ask, onChange }: Props) {
  const { search, problem } = useSearch(ask);
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
