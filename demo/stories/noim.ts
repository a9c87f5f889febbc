import { PEOPLE } from '../people';
import type { FieldInput } from '../visitor';
import type { Teller } from './teller';

const { leo, zoe, ivo, nils, carla, priya } = PEOPLE;

const REQUEST: FieldInput = {
  Description: 'Deploy version 4 of the pricing engine.',
  'Business justification': 'Discounts of partners are computed in one place from now on.',
  'Affected services': ['Payments', 'Website'],
  'Impact analysis': 'Prices are cached for five minutes during the switch.',
  'Rollback steps': 'Point the website back at version 3, which keeps running for a week.',
};

const ASSESSMENT: FieldInput = {
  'Risk assessment': 'A wrong discount is the worst case; the limits of the shop catch it.',
  'Dependency impact': 'The invoice job reads the same table; it was tested with it.',
  'Test plan': 'Price the thousand most sold articles with both versions and compare.',
  'Rollback owner': ivo,
  'Rollback trigger': 'Any price that differs by more than a cent.',
  'Planned start': '2026-03-05T20:00:00.000+0000',
  'Planned end': '2026-03-05T22:00:00.000+0000',
};

/** noIM₃: a normal change around a freeze, an emergency within it, and a standard change that is only logged. */
export async function noimStory(teller: Teller): Promise<string> {
  const key = await approved(teller);
  await implemented(teller, key);
  await emergencyInFreeze(teller);
  await standardChange(teller);
  await teller.record();
  return key;
}

async function approved(teller: Teller): Promise<string> {
  const key = await teller.raise(leo, { Summary: 'Deploy the new pricing engine', 'Change type': 'Normal' });
  await teller.refused(leo, key, 'Submit');
  await teller.refused(leo, key, 'Expedite');
  const inFreeze = {
    ...REQUEST,
    'Planned start': '2026-03-10T20:00:00.000+0000',
    'Planned end': '2026-03-10T22:00:00.000+0000',
  };
  await teller.edit(leo, key, inFreeze, 'documents the request', 'Planned for Tuesday of next week.');
  await teller.done(leo, key, 'Submit');
  await teller.refused(leo, key, 'Authorize');
  const assessment = { ...ASSESSMENT, 'Deviation reason': 'No maintenance window is announced this month.' };
  await teller.edit(leo, key, assessment, 'writes the assessment', 'And plans it before the freeze.');
  teller.later(60);
  await teller.approve(nils, key, 'Thursday evening is quiet.');
  await teller.done(leo, key, 'Authorize');
  return key;
}

async function implemented(teller: Teller, key: string): Promise<void> {
  teller.until('2026-03-05T20:00:00.000Z');
  await teller.done(ivo, key, 'Implement');
  teller.later(90);
  await teller.done(ivo, key, 'Complete', { Implementer: ivo, 'Test results': 'All prices agree but three.' });
  await teller.refused(ivo, key, 'Close');
  const outcome = { Outcome: 'Partly successful', Verification: 'Three bundles had no price for ten minutes.' };
  await teller.edit(ivo, key, outcome, 'writes how it went', 'Not everything went well.');
  await teller.refused(ivo, key, 'Close');
  await teller.done(ivo, key, 'Close', { 'Issues encountered': 'Bundles without a list price; mended by hand.' });
}

async function emergencyInFreeze(teller: Teller): Promise<void> {
  teller.until('2026-03-11T08:00:00.000Z');
  const key = await teller.raise(
    zoe,
    { Summary: 'Take the broken coupon out of the shop', 'Change type': 'Emergency' },
    'Production is frozen; this policy lets emergencies through.',
  );
  await teller.refused(zoe, key, 'Expedite', { 'Emergency reason': 'Other' });
  await teller.done(zoe, key, 'Expedite', { 'Emergency reason': 'Restore service', Incident: 'INC-2041' });
  teller.later(15);
  await teller.refused(zoe, key, 'Complete');
  const told = { 'Stakeholders told': 'Shop support and the CTO, by phone at 08:05.' };
  await teller.edit(zoe, key, told, 'notes who was told', 'As soon as practicable.');
  await teller.done(zoe, key, 'Complete', { Implementer: zoe });
  await teller.refused(zoe, key, 'Close');
  const documented = {
    ...REQUEST,
    Description: 'The coupon SPRING gave 100 % off; it was switched off.',
    'Business justification': 'Every order with it was a loss.',
    'Rollback steps': 'Switch the coupon on again.',
    'Rollback owner': zoe,
    'Rollback trigger': 'None: it stays off.',
    'Test results': 'An order with the coupon is refused.',
    Verification: 'No order with the coupon since 08:12.',
    Outcome: 'Successful',
  };
  await teller.edit(zoe, key, documented, 'documents it within 24 hours', 'Request, rollback plan, outcome.');
  await teller.mayNotApprove(nils, key);
  await teller.approve(carla, key, 'Reviewed: right call.');
  await teller.done(zoe, key, 'Close');
}

async function standardChange(teller: Teller): Promise<void> {
  const logged = { Summary: 'Renew the certificate of the wiki', 'Change type': 'Standard' };
  const key = await teller.raise(priya, logged);
  await teller.refused(priya, key, 'Submit');
  const template = { Description: 'The yearly renewal.', 'Standard change template': 'Certificate renewal' };
  await teller.edit(priya, key, template, 'says what it is', 'No formal approval is needed.');
  await teller.done(priya, key, 'Submit');
}
