import { PEOPLE } from '../people';
import type { FieldInput } from '../visitor';
import type { Teller } from './teller';

const { leo, zoe, ivo, hana, sam, nils, rosa, tess, priya } = PEOPLE;

const RISK: FieldInput = { 'Security impact': 'Medium', 'Availability impact': 'Low', 'Operations impact': 'Low' };
const SUITES: FieldInput = { 'Tested in': 'Staging', 'Test suites passed': ['Unit', 'Integration', 'Security'] };

const REQUEST: FieldInput = {
  'Business justification': 'The old identity provider is switched off in summer.',
  Scope: 'The login of customers; staff keep theirs.',
  'Data classification': 'Regulated',
  'Impact analysis': 'Everybody signs in once more.',
  'Rollback steps': 'Point the login back at the old provider.',
  'Planned start': '2026-03-04T20:00:00.000+0000',
  'Planned end': '2026-03-04T22:00:00.000+0000',
};

/** DevSecOpsBook: a change of regulated data with a deviation, an emergency, and a standard change of code. */
export async function devSecOpsStory(teller: Teller): Promise<string> {
  const key = await approved(teller);
  await deployed(teller, key);
  await emergency(teller);
  await standardChange(teller);
  await teller.record();
  return key;
}

async function approved(teller: Teller): Promise<string> {
  const key = await teller.raise(leo, {
    Summary: 'Move the customer login to the new identity provider',
    'Change type': 'Normal',
    'Exception to': ['DSO-4'],
  });
  await teller.refused(leo, key, 'Submit');
  const request = {
    ...REQUEST,
    'Deviation reason': 'Only the developer who wrote it can switch it over.',
    'Risk assessment': 'She works with a colleague of the platform team looking on.',
  };
  await teller.edit(leo, key, request, 'writes the request', 'And why a developer is to implement it.');
  await teller.approve(hana, key, 'The deviation is fine for this once.');
  await teller.approve(sam, key, 'Agreed, with somebody looking on.');
  await teller.done(leo, key, 'Submit');
  await teller.refused(leo, key, 'Authorize');
  const tested = { ...RISK, 'Test results': 'Ten thousand logins replayed, none failed.' };
  await teller.edit(leo, key, tested, 'assesses the risk and enters the test results', 'Risk: Medium.');
  for (const approver of [hana, sam]) await teller.approve(approver, key, 'Approved on the assessed plan.');
  await teller.done(leo, key, 'Authorize');
  return key;
}

async function deployed(teller: Teller, key: string): Promise<void> {
  teller.until('2026-03-04T20:00:00.000Z');
  await teller.refused(zoe, key, 'Implement');
  await teller.done(zoe, key, 'Implement', SUITES);
  teller.later(60);
  await teller.done(zoe, key, 'Complete', { Implementer: zoe });
  const verified = { Outcome: 'Successful', Verification: 'Logins per minute are as on every Wednesday.' };
  await teller.edit(zoe, key, verified, 'verifies the deployment', 'The expected outcome.');
  await teller.done(leo, key, 'Close');
}

async function emergency(teller: Teller): Promise<void> {
  const key = await teller.raise(nils, { Summary: 'Restart the stuck scheduler', 'Change type': 'Emergency' });
  await teller.refused(nils, key, 'Expedite');
  await teller.mayNotApprove(nils, key);
  await teller.approve(hana, key, 'Now, please.');
  await teller.done(nils, key, 'Expedite', { 'Emergency reason': 'Restore service', Incident: 'INC-77' });
  teller.later(20);
  await teller.refused(ivo, key, 'Complete', { Implementer: zoe });
  await teller.done(ivo, key, 'Complete', { Implementer: ivo });
  await teller.refused(ivo, key, 'Close');
  const documented = {
    ...RISK,
    'Business justification': 'No report was sent since midnight.',
    Scope: 'The scheduler alone.',
    'Impact analysis': 'Reports came up to eight hours late.',
    'Rollback steps': 'None is possible for a restart.',
    'Test results': 'A report was sent at once.',
    Outcome: 'Successful',
    Verification: 'The queue is empty again.',
  };
  await teller.edit(ivo, key, documented, 'documents it afterwards', 'The plan is another now.');
  await teller.approve(hana, key, 'That is what I approved.');
  await teller.approve(tess, key, 'Reviewed; the alarm comes first from now on.');
  await teller.done(ivo, key, 'Close');
}

async function standardChange(teller: Teller): Promise<void> {
  const key = await teller.raise(priya, {
    ...REQUEST,
    ...RISK,
    Summary: 'Patch the image library',
    'Change type': 'Standard',
    'Data classification': 'Internal',
    'Test results': 'All suites are green.',
    Labels: ['Code'],
  });
  await teller.refused(priya, key, 'Submit');
  const template = { 'Standard change template': 'Routine patching' };
  await teller.edit(priya, key, template, 'names the entry of the catalogue', 'Pre-approved.');
  await teller.done(priya, key, 'Submit');
  await teller.done(priya, key, 'Authorize');
  await teller.refused(ivo, key, 'Implement', SUITES);
  await teller.done(ivo, key, 'Implement', { ...SUITES, 'Code review': 'https://git.northwind.example/images/482' });
}
