import { PEOPLE } from '../people';
import { ROLLBACK, UPGRADE_WITHOUT_ROLLBACK } from '../plan';
import type { Teller } from './teller';

const { priya, sam, carla, ivo, zoe } = PEOPLE;

const REASON = { 'Deviation reason': 'There is no maintenance calendar yet; Saturday night is agreed with the shops.' };
const CLOSING = {
  Outcome: 'Successful',
  Tester: ivo,
  Verification: 'Payments flow, replication lag is below one second, dashboards are green.',
};

/** The generic policy: a normal change from draft to the change log, an emergency, and a standard change. */
export async function genericStory(teller: Teller): Promise<string> {
  const key = await normalChange(teller);
  await emergency(teller);
  await standardChange(teller);
  await teller.record();
  return key;
}

async function normalChange(teller: Teller): Promise<string> {
  const stray = await teller.raise(
    zoe,
    { Summary: 'Try another cache', 'Change type': 'Normal' },
    'It starts in Draft.',
  );
  await teller.refused(zoe, stray, 'Submit');
  await teller.refused(zoe, stray, 'Expedite');
  const key = await teller.raise(priya, UPGRADE_WITHOUT_ROLLBACK, 'It starts in Draft.');
  await teller.refused(priya, key, 'Submit');
  teller.later(20);
  await teller.edit(priya, key, ROLLBACK, 'writes the rollback plan', 'Steps, owner and trigger.');
  await teller.done(priya, key, 'Submit');
  teller.later(60);
  await teller.approve(sam, key, 'No new exposure; the replica stays in its network.');
  await teller.refused(priya, key, 'Authorize');
  teller.later(90);
  await teller.approve(carla, key, 'Go ahead on Saturday.');
  await teller.done(priya, key, 'Authorize');
  teller.later(30);
  const shorter = { 'Rollback steps': 'Restore last night’s backup.' };
  await teller.edit(
    priya,
    key,
    shorter,
    'rewrites the rollback steps after the approvals',
    'Nobody approved these steps.',
  );
  const tested = { 'Test results': 'Payment suite green twice on the upgraded staging database.' };
  await teller.refused(ivo, key, 'Implement', tested);
  teller.later(10);
  await teller.edit(
    priya,
    key,
    ROLLBACK,
    'puts the approved rollback steps back',
    'The plan is again the one that was approved, so both votes count.',
  );
  teller.site.clock.set('2026-03-07T21:00:00.000Z');
  await teller.refused(ivo, key, 'Implement', tested);
  await teller.done(ivo, key, 'Implement', { ...tested, ...REASON });
  teller.later(150);
  await teller.refused(ivo, key, 'Complete', { Implementer: zoe });
  await teller.done(ivo, key, 'Complete', { Implementer: ivo });
  teller.later(30);
  await teller.refused(ivo, key, 'Close');
  await teller.done(ivo, key, 'Close', CLOSING);
  await teller.record();
  return key;
}
