import '../../log-table.css';
import Button from '@atlaskit/button/new';
import { type DeployGatesView, type DeployGateView } from '../../../../src/contracts/api/deploy-api';
import { personName } from '../../elements/person-name';
import { TimeStamp } from '../../elements/time-stamp';

interface Props {
  readonly view: DeployGatesView;
  readonly onReplace: (gate: DeployGateView) => void;
  readonly onRevoke: (gate: DeployGateView) => void;
}

/** The projects that have a secret, each with since when and by whom. */
export function GateTable({ view: { gates, names }, onReplace, onRevoke }: Props) {
  if (gates.length === 0) return <p>No project has a secret yet, so nobody can ask the gate.</p>;
  return (
    <table className="log-table">
      <caption className="visually-hidden">Projects with a secret for the deploy gate</caption>
      <thead>
        <tr>
          <th scope="col">Project</th>
          <th scope="col">Secret since</th>
          <th scope="col">Made by</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {gates.map((gate) => (
          <tr key={gate.projectKey}>
            <th scope="row">{gate.projectKey}</th>
            <td data-label="Secret since" className="wide-cell">
              <TimeStamp at={gate.since} />
              {gate.previousUntil !== null && (
                <p className="subtle">
                  The one before works until <TimeStamp at={gate.previousUntil} isPlan />.
                </p>
              )}
            </td>
            <td data-label="Made by">{personName(names, gate.by)}</td>
            <td data-label="Actions" className="wide-cell">
              <div className="buttons">
                <Button aria-label={`Replace the secret of ${gate.projectKey}…`} onClick={() => onReplace(gate)}>
                  Replace…
                </Button>
                <Button aria-label={`Revoke the secret of ${gate.projectKey}…`} onClick={() => onRevoke(gate)}>
                  Revoke…
                </Button>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
