import { ConfluencePages } from './adapters/confluence/confluence-pages';
import { InvocationDeadline } from './adapters/invocation-deadline';
import { JiraSiteAdministration } from './adapters/jira/administration/jira-site-administration';
import { JiraNotices } from './adapters/jira/aftermath/jira-notices';
import { JiraSiteWatch } from './adapters/jira/aftermath/jira-site-watch';
import { JiraChangeRequests } from './adapters/jira/jira-change-requests';
import { JiraNamedProjects } from './adapters/jira/jira-named-projects';
import { JiraPeople } from './adapters/jira/jira-people';
import { AftermathQueue } from './adapters/queue/aftermath-queue';
import { JiraStateFields } from './adapters/jira/jira-state-fields';
import { ChangeLogQueue } from './adapters/queue/change-log-queue';
import { ChangeStateQueue } from './adapters/queue/change-state-queue';
import { ProjectSetupQueue } from './adapters/queue/project-setup-queue';
import { InvocationRetry } from './adapters/queue/invocation-retry';
import { KvsArchive } from './adapters/storage/kvs-archive';
import { KvsDeployNonces } from './adapters/storage/kvs-deploy-nonces';
import { KvsGateTrails } from './adapters/storage/kvs-gate-trails';
import { KvsLedger } from './adapters/storage/kvs-ledger';
import { KvsPageRegister } from './adapters/storage/kvs-page-register';
import { KvsSecretVault } from './adapters/storage/kvs-secret-vault';
import { KvsSetupRegister } from './adapters/storage/kvs-setup-register';
import { KvsSweepRegister } from './adapters/storage/kvs-sweep-register';
import { readFieldMap } from './adapters/storage/read-field-map';
import { SystemClock } from './adapters/system-clock';
import { WebTriggerAddress } from './adapters/web-trigger-address';
import type { Ports } from './ports/ports';

/** Which adapter serves which port. Made anew for each invocation: nothing is shared between two of them. */
export function compose(): Ports {
  return {
    clock: new SystemClock(),
    deadline: new InvocationDeadline(),
    changes: new JiraChangeRequests(readFieldMap),
    people: new JiraPeople(),
    archive: new KvsArchive(),
    ledger: new KvsLedger(),
    trails: new KvsGateTrails(),
    pages: new ConfluencePages(),
    pageRegister: new KvsPageRegister(),
    queue: new ChangeLogQueue(),
    retry: new InvocationRetry(),
    stateFields: new JiraStateFields(),
    stateQueue: new ChangeStateQueue(),
    administration: new JiraSiteAdministration(),
    setupRegister: new KvsSetupRegister(),
    setupQueue: new ProjectSetupQueue(),
    namedProjects: new JiraNamedProjects(),
    secretVault: new KvsSecretVault(),
    deployNonces: new KvsDeployNonces(),
    deployAddress: new WebTriggerAddress(),
    watch: new JiraSiteWatch(readFieldMap),
    sweepRegister: new KvsSweepRegister(),
    sweepQueue: new AftermathQueue(),
    notices: new JiraNotices(),
  };
}
