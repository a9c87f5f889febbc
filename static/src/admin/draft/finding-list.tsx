import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import { type ClauseView } from '../../../../src/contracts/api/admin-api';
import { ClauseReferences } from './clause-references';

/** Something that was found, with how much it weighs. */
export interface Finding {
  readonly weight: 'error' | 'dead-end' | 'not-checked' | 'warning';
  readonly text: string;
  readonly clauses: readonly string[];
}

const WEIGHTS = {
  error: { Icon: StatusErrorIcon, word: 'Error', className: 'finding-error' },
  'dead-end': { Icon: StatusErrorIcon, word: 'Dead end', className: 'finding-error' },
  'not-checked': { Icon: StatusWarningIcon, word: 'Not checked', className: 'finding-warning' },
  warning: { Icon: StatusWarningIcon, word: 'Warning', className: 'finding-warning' },
} as const;

interface Props {
  readonly findings: readonly Finding[];
  readonly clauses: readonly ClauseView[];
}

/** What was found, one by one, each with the clauses that it is about. */
export function FindingList({ findings, clauses }: Props) {
  return (
    <ul className="findings">
      {findings.map(({ weight, text, clauses: about }, index) => {
        const { Icon, word, className } = WEIGHTS[weight];
        return (
          <li key={`${String(index)}-${text}`} className="finding">
            <span className={className}>
              <Icon label="" />
            </span>
            <div>
              <p>
                <strong className={className}>{word}:</strong> <span className="as-written">{text}</span>
              </p>
              <ClauseReferences ids={about} clauses={clauses} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
