import { FieldValue } from './field-value';

interface FieldRowProps {
  readonly name: string;
  readonly value: unknown;
  readonly type?: string;
  readonly onEdit?: () => void;
}

/** The name of a field, its value, and the way to edit it. */
export function FieldRow({ name, value, type, onEdit }: FieldRowProps) {
  return (
    <div className="field-row">
      <dt>{name}</dt>
      <dd>
        <div className="field-row-value">
          <FieldValue value={value} {...(type === undefined ? {} : { type })} />
        </div>
        {onEdit !== undefined && (
          <button type="button" className="edit-link" aria-label={`Edit ${name}`} onClick={onEdit}>
            Edit
          </button>
        )}
      </dd>
    </div>
  );
}
