import type { Site } from '../sandbox';
import { PEOPLE } from './people';
import { OUTSIDE_WINDOWS, ROLLBACK, UPGRADE_WITHOUT_ROLLBACK } from './plan';
import { visit, type FieldInput } from './visitor';

const { priya, sam, carla, ivo } = PEOPLE;

/** Changes in different states, made by their people as anyone would make them, so that a visitor finds a site in use. */
export async function seedChanges(site: Site): Promise<void> {
  const now = new Date(site.clock.now());
  await closedChange(site, now);
  await cancelledChange(site, now);
  await waitingChange(site, now);
  await emergencyToReview(site);
  await visit(site, priya).createChange({ ...UPGRADE_WITHOUT_ROLLBACK, ...planned(now, 3) });
  await site.deliver();
}

/** An evening, so many days ahead, and why then. */
function planned(now: Date, days: number): FieldInput {
  const start = new Date(now.getTime() + days * 86_400_000);
  start.setUTCHours(20, 0, 0, 0);
  const end = new Date(start.getTime() + 3 * 3_600_000);
  return {
    'Planned start': jiraInstant(start),
    'Planned end': jiraInstant(end),
    'Deviation reason': OUTSIDE_WINDOWS,
    Tester: ivo,
  };
}

function jiraInstant(date: Date): string {
  return date.toISOString().replace('Z', '+0000');
}

async function must(site: Site, person: typeof priya, key: string, name: string, fields?: FieldInput): Promise<void> {
  const answer = await visit(site, person).transition(key, name, fields);
  if (!answer.done) throw new Error(`${name} of ${key}: ${answer.messages.join(' ')}`);
}

async function closedChange(site: Site, now: Date): Promise<void> {
  const key = await visit(site, priya).createChange({
    Summary: 'Rotate the TLS certificates of the public gateways',
    'Change type': 'Normal',
    'Risk level': 'Low',
    Description:
      'Replace the certificates of the four public gateways with ones from the new issuer, one gateway at a time.',
    'Business justification': 'The certificates run out at the end of the month.',
    'Impact analysis': 'Each gateway leaves the load balancer for about two minutes; the others carry the load.',
    'Test plan': 'Connect with the oldest client that we support after each gateway.',
    ...ROLLBACK,
    ...planned(now, 1),
    'Rollback steps': 'Put the old certificate and key back from the vault and reload the gateway.',
    'Rollback trigger': 'Any client of the support matrix refuses the connection.',
  });
  await must(site, priya, key, 'Submit');
  await visit(site, sam).vote(key, 'approve', 'Issuer and key length are as agreed.');
  await visit(site, carla).vote(key, 'approve');
  await must(site, priya, key, 'Authorize');
  await must(site, ivo, key, 'Implement', { 'Test results': 'All clients of the support matrix connect in staging.' });
  await must(site, ivo, key, 'Complete', { Implementer: ivo });
  await visit(site, ivo).edit(key, { Outcome: 'Successful', Verification: 'All four gateways serve the new chain.' });
  await must(site, ivo, key, 'Close');
}

async function cancelledChange(site: Site, now: Date): Promise<void> {
  const key = await visit(site, ivo).createChange({
    Summary: 'Move the build runners to the new network',
    'Change type': 'Normal',
    'Risk level': 'Medium',
    Description: 'Move the eight build runners into the network 10.40.0.0/16.',
    'Business justification': 'The old network is to be switched off.',
    'Impact analysis': 'Builds queue for half an hour.',
    'Test plan': 'One runner first, a full build on it.',
    ...planned(now, 6),
    ...ROLLBACK,
  });
  await must(site, ivo, key, 'Submit');
  await must(site, ivo, key, 'Cancel');
}

async function waitingChange(site: Site, now: Date): Promise<void> {
  const key = await visit(site, priya).createChange({
    Summary: 'Open the warehouse API to the new carrier',
    'Change type': 'Normal',
    'Risk level': 'High',
    Description: 'Let the carrier read shipment labels through the partner gateway, with its own client id.',
    'Business justification': 'The contract starts next month.',
    'Impact analysis': 'A new party reads personal data of recipients: name and address.',
    'Test plan': 'Contract tests with the carrier’s sandbox; a scan of the new route.',
    ...planned(now, 9),
    ...ROLLBACK,
    'Rollback steps': 'Disable the client id in the gateway; it takes effect within a minute.',
    'Rollback trigger': 'More than 20 refused calls a minute, or any call outside the label route.',
  });
  await must(site, priya, key, 'Submit');
  await visit(site, sam).vote(key, 'approve', 'Scoped to one route, personal data agreement is signed.');
}

async function emergencyToReview(site: Site): Promise<void> {
  const key = await visit(site, ivo).createChange({
    Summary: 'Restart the order queue after the disk filled up',
    'Change type': 'Emergency',
    'Risk level': 'High',
    Description:
      'The disk of the order queue was full, orders were refused. Cleared old segments and restarted the broker.',
  });
  await must(site, ivo, key, 'Expedite', { 'Emergency reason': 'Restore service' });
  await must(site, ivo, key, 'Complete', {
    Implementer: ivo,
    'Test results': 'Orders flow again; backlog gone after six minutes.',
  });
}
