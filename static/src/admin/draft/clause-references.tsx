import { useId, useState } from 'react';
import { type ClauseView } from '../../../../src/contracts/api/admin-api';

interface Props {
  readonly ids: readonly string[];
  readonly clauses: readonly ClauseView[];
}

/** Clauses by their ids, each with its words on demand. */
export function ClauseReferences({ ids, clauses }: Props) {
  const [shownId, setShownId] = useState<string>();
  const quoteId = useId();
  if (ids.length === 0) return null;
  const shown = clauses.find(({ id }) => id === shownId);
  return (
    <div>
      {ids.map((id) => (
        <button
          key={id}
          type="button"
          className="clause-button"
          aria-expanded={id === shownId}
          aria-controls={id === shownId ? quoteId : undefined}
          aria-label={`Clause ${id}`}
          onClick={() => setShownId(id === shownId ? undefined : id)}
        >
          {id}
        </button>
      ))}
      {shown && (
        <blockquote id={quoteId} className="clause-quote as-written">
          {shown.text === '' ? 'This clause has no text.' : shown.text}
        </blockquote>
      )}
    </div>
  );
}
