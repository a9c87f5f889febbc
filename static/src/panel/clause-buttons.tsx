import { useId, useState } from 'react';
import { type ClauseRef } from '../../../src/contracts/api/panel-api';

/** The clauses that something comes from: each shows its text on demand, below them all. */
export function ClauseButtons({ clauses }: { readonly clauses: readonly ClauseRef[] }) {
  const [openClause, setOpenClause] = useState<string>();
  const clauseId = useId();
  const shown = clauses.find(({ id }) => id === openClause);
  return (
    <>
      <span className="checklist-clauses">
        {clauses.map(({ id }) => (
          <button
            key={id}
            type="button"
            className="clause-button"
            aria-expanded={id === openClause}
            aria-controls={id === openClause ? clauseId : undefined}
            aria-label={`Clause ${id}`}
            onClick={() => setOpenClause(id === openClause ? undefined : id)}
          >
            {id}
          </button>
        ))}
      </span>
      {shown && (
        <blockquote id={clauseId} className="clause-text as-written">
          {shown.text}
        </blockquote>
      )}
    </>
  );
}
