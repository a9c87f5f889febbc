import type { Ports } from '../../src/ports/ports';
import { FakeNotices, FakeSiteWatch, FakeSweepQueue, FakeSweepRegister } from './fake-aftermath';
import { FakeAdministration } from './fake-administration';
import { FakeArchive, FakePageRegister } from './fake-archive';
import { FakeChangeRequests } from './fake-change-requests';
import { FakeClock, FakeDeadline } from './fake-clock';
import { FakeDeployAddress, FakeDeployNonces, FakeNamedProjects, FakeSecretVault } from './fake-deploy-gate';
import { FakeFaults } from './fake-faults';
import { FakeGateTrails } from './fake-gate-trails';
import { FakeLedger } from './fake-ledger';
import { FakePages } from './fake-pages';
import { FakePeople } from './fake-people';
import { FakeQueue } from './fake-queue';
import { FakeRetry } from './fake-retry';
import { FakeSetupQueue, FakeSetupRegister } from './fake-setup';
import { FakeSite } from './fake-site';
import { FakeStateFields, FakeStateQueue } from './fake-state';
import { FakeStore } from './fake-store';

/** All ports in memory, with what a test needs to arrange the world and to look at it afterwards. */
export interface Fakes extends Ports {
  readonly clock: FakeClock;
  readonly deadline: FakeDeadline;
  readonly ledger: FakeLedger;
  readonly pages: FakePages;
  readonly queue: FakeQueue;
  readonly retry: FakeRetry;
  readonly stateFields: FakeStateFields;
  readonly stateQueue: FakeStateQueue;
  readonly administration: FakeAdministration;
  readonly setupQueue: FakeSetupQueue;
  readonly namedProjects: FakeNamedProjects;
  readonly secretVault: FakeSecretVault;
  readonly deployNonces: FakeDeployNonces;
  readonly watch: FakeSiteWatch;
  readonly sweepRegister: FakeSweepRegister;
  readonly sweepQueue: FakeSweepQueue;
  readonly notices: FakeNotices;
  /** Jira's changes and people, and who is asking. */
  readonly site: FakeSite;
  /** What is stored; a test may look at it, and change it to arrange things. */
  readonly store: FakeStore;
  readonly faults: FakeFaults;
}

export interface FakesOptions {
  /** Where the clock stands; `2026-03-02T09:00:00.000Z` when absent. */
  readonly now?: string;
}

export function createFakes({ now = '2026-03-02T09:00:00.000Z' }: FakesOptions = {}): Fakes {
  const faults = new FakeFaults();
  const site = new FakeSite();
  const store = new FakeStore();
  return {
    clock: new FakeClock(now),
    deadline: new FakeDeadline(),
    changes: new FakeChangeRequests(site, faults),
    people: new FakePeople(site, faults),
    archive: new FakeArchive(store, faults),
    ledger: new FakeLedger(store, faults),
    trails: new FakeGateTrails(store, faults),
    pages: new FakePages(faults),
    pageRegister: new FakePageRegister(store, faults),
    queue: new FakeQueue(faults),
    retry: new FakeRetry(),
    stateFields: new FakeStateFields(faults),
    stateQueue: new FakeStateQueue(faults),
    administration: new FakeAdministration(faults),
    setupRegister: new FakeSetupRegister(store, faults),
    setupQueue: new FakeSetupQueue(faults),
    namedProjects: new FakeNamedProjects(faults),
    secretVault: new FakeSecretVault(faults),
    deployNonces: new FakeDeployNonces(faults),
    deployAddress: new FakeDeployAddress(faults),
    watch: new FakeSiteWatch(faults),
    sweepRegister: new FakeSweepRegister(faults),
    sweepQueue: new FakeSweepQueue(faults),
    notices: new FakeNotices(faults),
    site,
    store,
    faults,
  };
}
