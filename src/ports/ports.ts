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
import type { PublishQueue } from './publish-queue';
import type { Retry } from './retry';
import type { SetupQueue } from './setup-queue';
import type { SetupRegister } from './setup-register';

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
  readonly administration: JiraAdministration;
  readonly setupRegister: SetupRegister;
  readonly setupQueue: SetupQueue;
  readonly namedProjects: NamedProjects;
  readonly secretVault: SecretVault;
  readonly deployNonces: DeployNonces;
  readonly deployAddress: DeployAddress;
}
