import '../../log-table.css';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { type SetupProjectView, type SetupProgressView, type SetupView } from '../../../../src/contracts/api/setup-api';
import { personName } from '../../elements/person-name';
import { ProductLink } from '../../elements/product-link';
import { TimeStamp } from '../../elements/time-stamp';
import { LackingSteps } from './lacking-steps';

interface Props {
  readonly view: SetupView;
  /** Since when the policy in force is; null where none is. */
  readonly policySince: string | null;
  readonly onOpen: (project: SetupProjectView) => void;
}

/** The projects that are governed or on the way to it, each with since when and by whom. */
export function GovernedProjects({ view: { governed, underway, names }, policySince, onOpen }: Props) {
  const open = (id: string, key: string) => onOpen({ id, key, name: key });
  const alone = underway.filter(({ projectId }) => !governed.some((project) => project.projectId === projectId));
  if (governed.length + alone.length === 0)
    return <p>No project was set up here yet. Choose one below, or create one.</p>;
  return (
    <table className="log-table">
      <caption className="visually-hidden">Projects under change control</caption>
      <thead>
        <tr>
          <th scope="col">Project</th>
          <th scope="col">State</th>
          <th scope="col">Since</th>
          <th scope="col">By</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {governed.map(({ projectId, projectKey, since, by }) => (
          <tr key={projectId}>
            <th scope="row">
              <ProductLink path={`/browse/${projectKey}`}>{projectKey}</ProductLink>
            </th>
            <td data-label="State">
              <Lozenge appearance="success">Governed</Lozenge>
              {policySince !== null && since < policySince && <LackingSteps key={since} projectId={projectId} />}
            </td>
            <td data-label="Since" className="wide-cell">
              <TimeStamp at={since} />
            </td>
            <td data-label="By">{personName(names, by)}</td>
            <td data-label="Actions" className="wide-cell">
              <Button aria-label={`Look at the set-up of ${projectKey}`} onClick={() => open(projectId, projectKey)}>
                Look again
              </Button>
            </td>
          </tr>
        ))}
        {alone.map((progress) => (
          <tr key={progress.projectId}>
            <th scope="row">{progress.projectKey}</th>
            <td data-label="State">{stateOf(progress)}</td>
            <td data-label="Since" className="wide-cell">
              <TimeStamp at={progress.startedAt} />
            </td>
            <td data-label="By">{personName(names, progress.startedBy)}</td>
            <td data-label="Actions" className="wide-cell">
              <Button
                aria-label={`Look at the set-up of ${progress.projectKey}`}
                onClick={() => open(progress.projectId, progress.projectKey)}
              >
                Open
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stateOf({ state }: SetupProgressView) {
  return state === 'failed' ? (
    <Lozenge appearance="removed">Stopped</Lozenge>
  ) : (
    <Lozenge appearance="inprogress">Being set up</Lozenge>
  );
}
