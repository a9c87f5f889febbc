import { PEOPLE } from '../people';
import type { FieldInput } from '../visitor';
import type { Teller } from './teller';

const { carla, ines, leo, zoe, tess } = PEOPLE;

const ASSESSMENT: FieldInput = {
  'Impact analysis': 'Saves a day of support a week. New attack surface: the token endpoint, which is rate-limited.',
  'Risk assessment': 'Low likelihood, moderate harm: a wrong scope would show order numbers of other shops.',
  'Rollback steps': 'Switch the feature flag off; the old export is still there.',
};

/** POL-005: whoever authorises writes the assessment before, checks the change after, and keeps the documents. */
export async function pol005Story(teller: Teller): Promise<string> {
  const key = await authorized(teller);
  await implemented(teller, key);
  await closed(teller, key);
  await networkChange(teller);
  await teller.record();
  return key;
}

async function authorized(teller: Teller): Promise<string> {
  const stray = await teller.raise(zoe, { Summary: 'Try another cache', 'Change type': 'Normal' });
  await teller.refused(zoe, stray, 'Submit');
  const key = await teller.raise(leo, {
    Summary: 'Offer the order export to shops',
    'Change type': 'Normal',
    Category: 'Software technology',
    Description: 'A shop downloads its own orders with a token of its own.',
    Labels: ['Major'],
  });
  await teller.refused(leo, key, 'Expedite');
  await teller.done(leo, key, 'Submit');
  await teller.refused(leo, key, 'Authorize');
  await teller.edit(leo, key, ASSESSMENT, 'writes the assessment himself', 'It is for the authoriser to write.');
  await teller.approve(carla, key, 'Useful, go ahead.');
  await teller.refused(leo, key, 'Authorize');
  teller.later(60);
  const own = {
    'Impact analysis': 'Saves a day of support a week. The token endpoint is new and rate-limited; tokens expire.',
    'Risk assessment': 'Low likelihood, moderate harm: a wrong scope would show order numbers of other shops. Tested.',
    'Rollback steps': 'Switch the feature flag off and revoke the tokens; the old export is still there.',
  };
  await teller.edit(carla, key, own, 'assesses the change herself', 'Justification, security, risk, rollback.');
  await teller.approve(carla, key, 'On my own assessment.');
  await teller.done(leo, key, 'Authorize');
  return key;
}

async function implemented(teller: Teller, key: string): Promise<void> {
  teller.later(24 * 60);
  await teller.refused(zoe, key, 'Implement', { Implementer: tess, Tester: zoe });
  const tested = { Implementer: zoe, Tester: tess, 'Test results': 'Every role of a shop, own and foreign orders.' };
  await teller.done(zoe, key, 'Implement', tested);
  teller.later(180);
  await teller.done(zoe, key, 'Complete');
}

async function closed(teller: Teller, key: string): Promise<void> {
  await teller.refused(leo, key, 'Close', { Verifier: tess });
  const documents = {
    Verification: 'As required.',
    'Affected documents': '[x] API handbook\n[ ] Procedure for tokens',
  };
  await teller.edit(carla, key, documents, 'checks the change', 'One of two documents is updated.');
  const told = { Verifier: carla, 'Stakeholders told': 'IT, development with QA, and the G7 (major change).' };
  await teller.refused(leo, key, 'Close', told);
  const updated = { 'Affected documents': '[x] API handbook\n[x] Procedure for tokens' };
  await teller.edit(carla, key, updated, 'updates the second document', 'Nothing is left to update.');
  await teller.done(leo, key, 'Close', told);
}

/** The other list of categories is authorised by the IT Director. */
async function networkChange(teller: Teller): Promise<void> {
  const key = await teller.raise(leo, {
    ...ASSESSMENT,
    Summary: 'Give the build runners their own network',
    'Change type': 'Normal',
    Category: 'Network infrastructure',
    Description: 'Move the eight build runners into 10.40.0.0/16.',
  });
  await teller.done(leo, key, 'Submit');
  await teller.mayNotApprove(carla, key);
  await teller.refused(leo, key, 'Authorize');
  const own = {
    'Impact analysis': 'Builds queue for half an hour; the old network can be closed afterwards.',
    'Risk assessment': 'Low: a runner that cannot reach the store fails at once.',
    'Rollback steps': 'Move the runners back; the old network stays for a week.',
  };
  await teller.edit(ines, key, own, 'assesses the change herself', 'Justification, security, risk, rollback.');
  await teller.approve(ines, key, 'Go ahead.');
  await teller.done(leo, key, 'Authorize');
}
