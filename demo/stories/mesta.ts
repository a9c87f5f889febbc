import { PEOPLE } from '../people';
import type { FieldInput } from '../visitor';
import type { Teller } from './teller';

const { priya, ivo, nils, carla } = PEOPLE;

const PLAN: FieldInput = {
  Description: 'Put the public API behind the new rate limiter, one region at a time.',
  'Implementation plan': 'Switch the limiter on in report-only mode, read its log for an hour, then enforce.',
  'Rollback steps': 'Switch the limiter back to report-only mode; it takes effect within a minute.',
};

/** Mesta's policy: one kind of change, and a second one that asks the Chief Technology Officer for an exception. */
export async function mestaStory(teller: Teller): Promise<string> {
  const key = await change(teller);
  await exception(teller);
  await teller.record();
  return key;
}

async function change(teller: Teller): Promise<string> {
  const key = await teller.raise(priya, { Summary: 'Limit the rate of the public API', 'Change type': 'Normal' });
  await teller.refused(priya, key, 'Submit');
  await teller.refused(priya, key, 'Expedite');
  await teller.edit(priya, key, PLAN, 'documents and plans the change', 'What is done, how, and how to go back.');
  await teller.done(priya, key, 'Submit');
  teller.later(60);
  await teller.refused(priya, key, 'Authorize');
  await teller.approve(nils, key, 'Region by region is fine.');
  await teller.done(priya, key, 'Authorize');
  teller.later(24 * 60);
  await teller.refused(ivo, key, 'Implement');
  await teller.done(ivo, key, 'Implement', { 'Test results': 'A hundred clients in staging, none was cut off.' });
  teller.later(120);
  await teller.done(ivo, key, 'Complete', { Implementer: ivo });
  await teller.refused(ivo, key, 'Close');
  const review = 'Two partners were over the limit without knowing; told them a week before next time.';
  await teller.done(ivo, key, 'Close', { 'Post-implementation review': review });
  return key;
}

async function exception(teller: Teller): Promise<void> {
  const key = await teller.raise(
    priya,
    {
      ...PLAN,
      Summary: 'Rename the build folders',
      'Change type': 'Normal',
      'Exception to': ['MESTA-1c'],
    },
    'It asks for an exception from the review of every change.',
  );
  await teller.done(priya, key, 'Submit');
  await teller.approve(nils, key, 'Nothing to review here, if the CTO agrees.');
  await teller.refused(priya, key, 'Authorize');
  await teller.approve(carla, key, 'Granted: it only renames folders.');
  await teller.done(priya, key, 'Authorize');
  await teller.done(ivo, key, 'Implement', { 'Test results': 'A full build from the new folders.' });
  await teller.done(ivo, key, 'Complete', { Implementer: ivo });
  await teller.done(ivo, key, 'Close');
}
