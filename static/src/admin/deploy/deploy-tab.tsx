import './deploy.css';
import { deployApi } from '../../../../src/contracts/api/deploy-api';
import { callBackend } from '../../bridge/call-backend';
import { LoadingMessage } from '../../elements/loading-message';
import { ReadingFailure } from '../../elements/reading-failure';
import { useReading } from '../../elements/use-reading';
import { DeployGates } from './deploy-gates';

const readGates = () => callBackend('deployGates', deployApi.deployGates, {});

/** Where an admin lets pipelines ask whether they may deploy. */
export function DeployTab() {
  const { reading, refresh, replace } = useReading(readGates);
  return (
    <>
      <p className="deploy-lead">
        A pipeline can ask whether a change may be deployed now, and is answered by the policy in force. It signs what
        it asks with the secret of the project, and every answer goes on record.
      </p>
      {reading.state === 'loading' && <LoadingMessage what="Reading who may ask…" />}
      <ReadingFailure reading={reading} what="The secrets could not be read." onRetry={refresh} />
      {reading.state === 'ready' && <DeployGates view={reading.value} replace={replace} refresh={refresh} />}
    </>
  );
}
