import type { Archive, PageRegister } from './archive';
import type { ChangeLogPages } from './change-log-pages';
import type { ChangeRequests } from './change-requests';
import type { Clock, Deadline } from './clock';
import type { DeployAddress, DeployNonces, SecretVault } from './deploy-gate';
import type { GateTrails } from './gate-trails';
import type { JiraAdministration } from './jira-administration';
import type { Ledger } from './ledger';
import type { People } from './people';
import type { NamedProjects } from './named-projects';
import type { Notices } from './notices';
import type { PublishQueue } from './publish-queue';
import type { Retry } from './retry';
import type { SiteWatch } from './site-watch';
import type { SweepQueue } from './sweep-queue';
import type { SweepRegister } from './sweep-register';
import type { SetupQueue } from './setup-queue';
import type { SetupRegister } from './setup-register';
import type { StateFields } from './state-fields';
import type { StateQueue } from './state-queue';

/** Everything a use case may ask of the world. Each names the part that it needs with `Pick<Ports, …>`. */
export interface Ports {
  readonly clock: Clock;
  readonly deadline: Deadline;
  readonly changes: ChangeRequests;
  readonly people: People;
  readonly archive: Archive;
  readonly ledger: Ledger;
  readonly trails: GateTrails;
  readonly pages: ChangeLogPages;
  readonly pageRegister: PageRegister;
  readonly queue: PublishQueue;
  readonly retry: Retry;
  readonly stateFields: StateFields;
  readonly stateQueue: StateQueue;
  readonly administration: JiraAdministration;
  readonly setupRegister: SetupRegister;
  readonly setupQueue: SetupQueue;
  readonly namedProjects: NamedProjects;
  readonly secretVault: SecretVault;
  readonly deployNonces: DeployNonces;
  readonly deployAddress: DeployAddress;
  readonly watch: SiteWatch;
  readonly sweepRegister: SweepRegister;
  readonly sweepQueue: SweepQueue;
  readonly notices: Notices;
}
