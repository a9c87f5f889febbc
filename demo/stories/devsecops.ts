import { PEOPLE } from '../people';
import type { FieldInput } from '../visitor';
import type { Teller } from './teller';

const { leo, zoe, ivo, hana, sam, nils, tess, priya } = PEOPLE;

const LOW: FieldInput = { 'Security impact': 'Low', 'Availability impact': 'Low', 'Operations impact': 'Low' };
const TESTED: FieldInput = { 'Tested in': 'Staging', 'Test suites passed': ['Unit', 'Integration', 'Security'] };
const NOTHING_SENSITIVE: FieldInput = { 'Data classification': 'Internal', 'Impacts security controls': 'No' };

const REQUEST: FieldInput = {
  'Business justification': 'The old identity provider is switched off in summer.',
  Scope: 'The login of customers; staff keep theirs.',
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
  });
  await teller.refused(leo, key, 'Submit');
  const request = { ...REQUEST, 'Exception to': ['DSO-4'] };
  await teller.edit(leo, key, request, 'writes the request', 'A developer is to deploy it: an exception from DSO-4.');
  await teller.done(leo, key, 'Submit');
  await teller.refused(leo, key, 'Authorize');
  const assessed = {
    ...LOW,
    'Security impact': 'Medium',
    'Data classification': 'Regulated',
    'Impacts security controls': 'Yes',
    'Test results': 'Ten thousand logins replayed, none failed.',
    'Deviation reason': 'Only the developer who wrote it can switch it over.',
    'Risk assessment': 'She works with a colleague of the platform team looking on.',
  };
  await teller.edit(leo, key, assessed, 'assesses the risk', 'Risk: Medium. And why it deviates from the policy.');
  teller.later(60);
  await teller.approve(hana, key, 'As Change Approver, and the deviation as Head of Engineering.');
  await teller.approve(sam, key, 'For the Security Team, and the deviation as Security Officer.');
  await teller.done(leo, key, 'Authorize');
  return key;
}

async function deployed(teller: Teller, key: string): Promise<void> {
  teller.until('2026-03-04T20:00:00.000Z');
  await teller.refused(zoe, key, 'Implement', { Implementer: zoe });
  await teller.done(zoe, key, 'Implement', { ...TESTED, Implementer: zoe });
  teller.later(60);
  await teller.done(zoe, key, 'Complete');
  await teller.refused(leo, key, 'Close');
  const verified = {
    'Pipeline run': 'https://ci.northwind.example/runs/9127',
    Outcome: 'Successful',
    Verification: 'Logins per minute are as on every Wednesday.',
  };
  await teller.edit(zoe, key, verified, 'verifies the deployment', 'The outcome is the expected one.');
  await teller.done(leo, key, 'Close');
}

async function emergency(teller: Teller): Promise<void> {
  const key = await teller.raise(nils, { Summary: 'Restart the stuck scheduler', 'Change type': 'Emergency' });
  await teller.refused(nils, key, 'Expedite');
  await teller.mayNotApprove(nils, key);
  const named = { ...NOTHING_SENSITIVE, Implementer: ivo };
  await teller.edit(nils, key, named, 'names the implementer', 'Internal data, no security control.');
  await teller.approve(hana, key, 'Now, please.');
  await teller.done(nils, key, 'Expedite', { 'Emergency reason': 'Restore service', Incident: 'INC-77' });
  teller.later(20);
  await teller.done(ivo, key, 'Complete');
  await teller.refused(ivo, key, 'Close');
  const documented = {
    ...LOW,
    ...TESTED,
    'Business justification': 'No report was sent since midnight.',
    Scope: 'The scheduler alone.',
    'Impact analysis': 'Reports came up to eight hours late.',
    'Rollback steps': 'None is possible for a restart.',
    'Test results': 'A report was sent at once.',
    'Pipeline run': 'https://ci.northwind.example/runs/9131',
    Outcome: 'Successful',
    Verification: 'The queue is empty again.',
  };
  await teller.edit(
    ivo,
    key,
    documented,
    'documents it within 24 hours',
    'That makes it another plan than was approved.',
  );
  await teller.approve(hana, key, 'That is what I approved.');
  await teller.approve(tess, key, 'Reviewed; the alarm comes first from now on.');
  await teller.done(ivo, key, 'Close');
}

async function standardChange(teller: Teller): Promise<void> {
  const key = await teller.raise(priya, {
    ...REQUEST,
    ...LOW,
    ...NOTHING_SENSITIVE,
    Summary: 'Patch the image library',
    'Change type': 'Standard',
    'Test results': 'All suites are green.',
    Labels: ['Code'],
  });
  await teller.refused(priya, key, 'Submit');
  const template = { 'Standard change template': 'Routine patching' };
  await teller.edit(priya, key, template, 'names the entry of the catalogue', 'Pre-approved by the Change Approver.');
  await teller.done(priya, key, 'Submit');
  await teller.done(priya, key, 'Authorize');
  const tested = { ...TESTED, Implementer: ivo };
  await teller.refused(ivo, key, 'Implement', tested);
  await teller.done(ivo, key, 'Implement', { ...tested, 'Code review': 'https://git.northwind.example/images/482' });
}
