import Lozenge from '@atlaskit/lozenge/lozenge';
import { type ClauseView } from '../../../src/contracts/api/admin-api';
import { LongText } from '../elements/long-text';
import { SERVICE_WORDS } from './service-words';

/** One clause: its own words on the left, what the app does about it on the right. */
export function ClauseRow({ clause }: { readonly clause: ClauseView }) {
  const service = SERVICE_WORDS[clause.service];
  return (
    <li className="clause">
      <div>
        <p className="clause-head">
          <strong>{clause.id}</strong>{' '}
          <Lozenge appearance={service.appearance} maxWidth="100%">
            {service.title}
          </Lozenge>
        </p>
        {clause.text === '' ? (
          <p className="empty-value">No text</p>
        ) : (
          <LongText text={clause.text} label={`clause ${clause.id}`} />
        )}
      </div>
      <div>
        <p className="clause-does-title">What the app does</p>
        {clause.does.length === 0 ? (
          <p className="empty-value">Nothing</p>
        ) : (
          <ul className="clause-does">
            {clause.does.map((does) => (
              <li key={does.text}>
                <p className="as-written">{does.text}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
