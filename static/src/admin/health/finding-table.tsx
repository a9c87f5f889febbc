import '../../log-table.css';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { type FindingView, type HealthView } from '../../../../src/contracts/api/health-api';
import { ProductLink } from '../../elements/product-link';
import { TimeStamp } from '../../elements/time-stamp';
import { type MendableProject } from './put-back-question';

interface Props {
  readonly health: HealthView;
  readonly onPutBack: (project: MendableProject) => void;
}

/** What should not have happened, the newest first, each with what to do next. */
export function FindingTable({ health: { findings, older, quietSince, last }, onPutBack }: Props) {
  if (findings.length === 0) {
    return last === null || quietSince === null ? (
      <p>Nothing was found yet. The first sweep comes within an hour of a project being put under change control.</p>
    ) : (
      <p>
        Nothing was found since <TimeStamp at={quietSince} />.
      </p>
    );
  }
  return (
    <>
      <table className="log-table">
        <caption className="visually-hidden">What was found, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">Found</th>
            <th scope="col">What is the case</th>
            <th scope="col">What to do next</th>
            <th scope="col">Entry</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.seq}>
              <td data-label="Found" className="wide-cell">
                <TimeStamp at={finding.at} />
              </td>
              <td data-label="What is the case" className="wide-cell">
                {finding.text}
                <State finding={finding} />
              </td>
              <td data-label="What to do next" className="wide-cell">
                {finding.remedy === '' ? 'Nothing any more.' : finding.remedy}
                {finding.place !== null && (
                  <>
                    {' '}
                    <ProductLink path={`/browse/${finding.place}`}>Open {finding.place}</ProductLink>
                  </>
                )}
                <PutBack finding={finding} onPutBack={onPutBack} />
              </td>
              <td data-label="Entry">{finding.seq}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {older > 0 && <p className="subtle">{older.toLocaleString('en')} more in the ledger.</p>}
    </>
  );
}

function State({ finding: { lasts } }: { readonly finding: FindingView }) {
  if (lasts === null) return null;
  return (
    <>
      {' '}
      <Lozenge appearance={lasts ? 'removed' : 'success'}>{lasts ? 'Still so' : 'Mended'}</Lozenge>
    </>
  );
}

interface PutBackProps {
  readonly finding: FindingView;
  readonly onPutBack: (project: MendableProject) => void;
}

function PutBack({ finding: { seq, mendable }, onPutBack }: PutBackProps) {
  if (mendable === null) return null;
  return (
    <div className="put-back">
      <Button aria-label={`Put the guard back (entry ${String(seq)})…`} onClick={() => onPutBack(mendable)}>
        Put the guard back…
      </Button>
    </div>
  );
}
