import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import { type ClauseView, type PolicyView } from '../../../src/contracts/api/admin-api';
import { StatusLine } from '../elements/status-line';
import { ClauseRow } from './clause-row';
import { SERVICES, SERVICE_WORDS, type Service } from './service-words';

/** The clauses of a policy beside what the app does about each, with figures that narrow the list and a search. */
export function ClauseBrowser({ policy }: { readonly policy: PolicyView }) {
  const [service, setService] = useState<Service>();
  const [text, setText] = useState('');
  const searchId = useId();
  const shown = policy.clauses.filter((clause) => isWanted(clause, service, text));
  const count = `${String(shown.length)} of ${String(policy.clauses.length)} clauses`;

  return (
    <div className="clauses">
      <div className="figures" role="group" aria-label="Show only clauses that are">
        {SERVICES.map((each) => (
          <button
            key={each}
            type="button"
            className="figure"
            aria-pressed={service === each}
            title={SERVICE_WORDS[each].means}
            onClick={() => setService(service === each ? undefined : each)}
          >
            <span className="figure-number">{policy.figures[each]}</span> {SERVICE_WORDS[each].title}
          </button>
        ))}
      </div>
      {service && <p className="subtle">{SERVICE_WORDS[service].means}</p>}
      <div className="clause-search">
        <label htmlFor={searchId}>Search the clauses</label>
        <Textfield id={searchId} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </div>
      <p className="subtle" aria-hidden="true">
        {count}
      </p>
      <StatusLine text={service || text ? count : ''} />
      {shown.length === 0 ? (
        <p>No clause matches.</p>
      ) : (
        <ul>
          <li className="clause clause-columns" aria-hidden="true">
            <span>The clause</span>
            <span>What the app does</span>
          </li>
          {shown.map((clause) => (
            <ClauseRow key={clause.id} clause={clause} />
          ))}
        </ul>
      )}
    </div>
  );
}

function isWanted(clause: ClauseView, service: Service | undefined, text: string): boolean {
  if (service !== undefined && clause.service !== service) return false;
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const searched = [clause.id, clause.text, ...clause.does.map((does) => does.text)].join(' ').toLowerCase();
  return words.every((word) => searched.includes(word));
}
