import { ErrorMessage, HelperMessage } from '@atlaskit/form';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useSession } from '../session';
import type { ScreenField } from '../site/jira-shapes';
import { optionsOf, type Draft } from './field-draft';
import { kindOf } from './field-kind';

const INPUT_TYPES = { text: 'text', url: 'url', number: 'number', date: 'date', datetime: 'datetime-local' } as const;

interface EditorProps {
  readonly field: ScreenField;
  readonly id: string;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly error: string | undefined;
  /** Said below the editor, e.g. that formatting will be lost. */
  readonly hint?: string | undefined;
}

/** The editor that fits a field, with its label and what is wrong with its value. */
export function FieldEditor({ field, id, error, hint, ...rest }: EditorProps) {
  const kind = kindOf(field);
  const { me } = useSession();
  const help = hint ?? (kind === 'datetime' ? `In your time zone, ${me.timeZone}` : undefined);
  const label = (
    <>
      {field.name}
      {field.required && (
        <span className="required" aria-hidden="true">
          {' '}
          *
        </span>
      )}
    </>
  );
  return (
    <div className="field">
      {kind === 'radio' ? (
        <fieldset className="radios">
          <legend>{label}</legend>
          <Radios field={field} id={id} {...rest} />
        </fieldset>
      ) : (
        <>
          <label htmlFor={id} className="field-label">
            {label}
          </label>
          <Editor field={field} id={id} error={error} {...rest} />
        </>
      )}
      {help !== undefined && <HelperMessage>{help}</HelperMessage>}
      {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
    </div>
  );
}

function Editor({ field, id, draft, onChange, error }: EditorProps) {
  const { people } = useSession();
  const kind = kindOf(field);
  const isInvalid = error !== undefined;
  switch (kind) {
    case 'none':
      return <p className="quiet">This kind of field cannot be edited on this page.</p>;
    case 'document':
      return (
        <TextArea
          id={id}
          isInvalid={isInvalid}
          minimumRows={3}
          value={String(draft)}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
    case 'user':
    case 'choice': {
      const options =
        kind === 'user'
          ? people.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }))
          : optionsOf(field);
      return (
        <Select
          inputId={id}
          isInvalid={isInvalid}
          isClearable={!field.required}
          menuPosition="fixed"
          options={options}
          value={options.find(({ value }) => value === draft) ?? null}
          onChange={(chosen) => {
            onChange(chosen?.value ?? '');
          }}
        />
      );
    }
    case 'users':
    case 'choices': {
      const options =
        kind === 'users'
          ? people.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }))
          : optionsOf(field);
      return (
        <Select
          inputId={id}
          isMulti
          isInvalid={isInvalid}
          menuPosition="fixed"
          options={options}
          value={options.filter(({ value }) => draft.includes(value))}
          onChange={(chosen) => {
            onChange(chosen.map(({ value }) => value));
          }}
        />
      );
    }
    default:
      return (
        <Textfield
          id={id}
          type={kind === 'labels' || kind === 'radio' ? 'text' : INPUT_TYPES[kind]}
          isInvalid={isInvalid}
          value={String(draft)}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
  }
}

function Radios({ field, id, draft, onChange }: Omit<EditorProps, 'error'>) {
  return (
    <>
      {optionsOf(field).map(({ value, label }) => (
        <label key={value} className="radio">
          <input
            type="radio"
            name={id}
            value={value}
            checked={draft === value}
            onChange={() => {
              onChange(value);
            }}
          />
          {label}
        </label>
      ))}
    </>
  );
}
