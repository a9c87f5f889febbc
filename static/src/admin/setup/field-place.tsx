import { type FieldMapView } from '../../../../src/contracts/api/setup-api';

type MappedField = FieldMapView['fields'][number];

interface Props {
  readonly field: MappedField;
  readonly names: FieldMapView['names'];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** One part of a change, and the field of Jira that holds it. A native list: there are forty of them on the page. */
export function FieldPlace({ field: { field, title, now, choices }, names, chosen, onChoose }: Props) {
  const id = `place-${field}`;
  const shared = (one: string) => choices.filter((other) => names[other] === names[one]).length > 1;
  return (
    <>
      <label htmlFor={id}>{title}</label>
      <select
        id={id}
        className="field-place"
        value={chosen ?? now?.id ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {now === null && (
          <option value="" disabled>
            Not found
          </option>
        )}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {shared(choice) ? `${names[choice] ?? ''} (${choice})` : names[choice]}
          </option>
        ))}
      </select>
    </>
  );
}
