import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useEffect, useState } from 'react';
import { STAGE_TITLES } from '../../../src/contracts/field-titles';
import { CLOSED_STAGES, type ClosedStage } from '../../../src/domain/change/lifecycle';
import { type LogFilter } from './log-filter';

const PAUSE_IN_TYPING = 300;
/** `listRecordsRequest` takes no more. */
const LONGEST_TEXT = 200;

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

const STAGE_OPTIONS: readonly Option<ClosedStage>[] = CLOSED_STAGES.map((value) => ({
  value,
  label: STAGE_TITLES[value],
}));

interface Props {
  readonly filter: LogFilter;
  readonly types: readonly string[];
  readonly onChange: (filter: LogFilter) => void;
}

/** One row of filters. Words count once the typing pauses. */
export function Filters({ filter, types, onChange }: Props) {
  const [text, setText] = useState(filter.text);

  // Cleared from outside.
  useEffect(() => setText(filter.text), [filter.text]);
  useEffect(() => {
    if (text === filter.text) return;
    const timer = setTimeout(() => onChange({ ...filter, text }), PAUSE_IN_TYPING);
    return () => clearTimeout(timer);
  }, [text, filter, onChange]);

  const typeOptions: readonly Option<string>[] = types.map((value) => ({ value, label: value }));
  return (
    <div className="filters" role="search" aria-label="Filter the change log">
      <div>
        <label htmlFor="filter-text">Words in key or summary</label>
        <Textfield
          id="filter-text"
          value={text}
          maxLength={LONGEST_TEXT}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div>
        <label htmlFor="filter-type">Type</label>
        <Select<Option<string>>
          inputId="filter-type"
          placeholder="All"
          isClearable
          options={typeOptions}
          value={typeOptions.find(({ value }) => value === filter.type) ?? null}
          onChange={(option) => onChange({ ...filter, text, type: option?.value ?? null })}
        />
      </div>
      <div>
        <label htmlFor="filter-stage">Ended as</label>
        <Select<Option<ClosedStage>>
          inputId="filter-stage"
          placeholder="All"
          isClearable
          options={STAGE_OPTIONS}
          value={STAGE_OPTIONS.find(({ value }) => value === filter.stage) ?? null}
          onChange={(option) => onChange({ ...filter, text, stage: option?.value ?? null })}
        />
      </div>
    </div>
  );
}
