import { PEOPLE } from '../people';
import { COMPLETION, OUTSIDE_WINDOWS, ROLLBACK, UPGRADE_SUMMARY, UPGRADE_WITHOUT_ROLLBACK } from '../plan';
import type { Teller } from './teller';

const { priya, sam, carla, ivo, zoe } = PEOPLE;

/** The generic policy: a high-risk change from an empty draft to the change log, an emergency, and a standard change. */
export async function genericStory(teller: Teller): Promise<string> {
  const key = await plannedUpgrade(teller);
  await implementedUpgrade(teller, key);
  await emergency(teller);
  await standardChange(teller);
  await teller.record();
  return key;
}

async function plannedUpgrade(teller: Teller): Promise<string> {
  const key = await teller.raise(priya, { Summary: UPGRADE_SUMMARY, 'Change type': 'Normal' });
  await teller.refused(priya, key, 'Submit');
  await teller.refused(priya, key, 'Expedite');
  teller.later(20);
  const plan = { ...UPGRADE_WITHOUT_ROLLBACK, ...ROLLBACK, 'Risk level': 'High' };
  await teller.edit(priya, key, plan, 'writes the plan', 'What and why, impact, date, tests, the way back.');
  await teller.done(priya, key, 'Submit');
  teller.later(60);
  await teller.approve(sam, key, 'No new exposure; the replica stays in its network.');
  await teller.refused(priya, key, 'Authorize');
  teller.later(90);
  await teller.approve(carla, key, 'Go ahead on Saturday.');
  await teller.done(priya, key, 'Authorize');
  return key;
}

async function implementedUpgrade(teller: Teller, key: string): Promise<void> {
  teller.later(30);
  const shorter = { 'Rollback steps': 'Restore last night’s backup.', 'Deviation reason': null };
  await teller.edit(priya, key, shorter, 'shortens the rollback steps', 'Nobody has approved these.');
  await teller.refused(ivo, key, 'Implement');
  await teller.edit(priya, key, ROLLBACK, 'puts the approved steps back', 'It is the approved plan: both votes count.');
  teller.until('2026-03-07T21:00:00.000Z');
  await teller.done(ivo, key, 'Implement', {
    'Test results': 'Green twice in staging.',
    'Deviation reason': OUTSIDE_WINDOWS,
  });
  teller.later(150);
  await teller.refused(ivo, key, 'Complete');
  await teller.done(ivo, key, 'Complete', { Implementer: ivo });
  const hearsay = { Outcome: 'Partly successful', Verification: 'Seems fine.', Tester: zoe };
  await teller.edit(zoe, key, hearsay, 'writes how it went', 'She is no IT Administrator.');
  await teller.refused(ivo, key, 'Close');
  const closing = {
    ...COMPLETION,
    Tester: priya,
    'Post-implementation review': 'The lag alarm was set too low for a promotion; raised to 90 s.',
    'Review meeting': '2026-03-09T09:00:00.000+0000',
  };
  await teller.edit(ivo, key, closing, 'documents the completion himself', 'And what was learned, at a meeting.');
  teller.until('2026-03-09T10:00:00.000Z');
  await teller.done(ivo, key, 'Close');
}

async function emergency(teller: Teller): Promise<void> {
  const key = await teller.raise(ivo, { Summary: 'Restart the full order queue', 'Change type': 'Emergency' });
  await teller.refused(ivo, key, 'Expedite', { 'Emergency reason': 'Other' });
  await teller.done(ivo, key, 'Expedite', { 'Emergency reason': 'Restore service' });
  teller.later(40);
  await teller.done(ivo, key, 'Complete', { Implementer: ivo });
  await teller.refused(ivo, key, 'Close');
  const documented = {
    'Risk level': 'Medium',
    Description: 'The disk of the order queue was full; old segments were cleared and the broker restarted.',
    'Business justification': 'Orders were refused.',
    'Impact analysis': 'Orders waited for six minutes; none was lost.',
    'Rollback steps': 'Restart the broker with the segments from the snapshot.',
    'Test plan': 'Place an order, watch the backlog.',
    Tester: ivo,
    'Test results': 'The order went through; the backlog is gone.',
    Outcome: 'Successful',
    Verification: 'No order is waiting, the disk is half empty.',
  };
  await teller.edit(ivo, key, documented, 'documents it within 24 hours', 'Everything that a plan has.');
  await teller.approve(sam, key, 'Reviewed; nothing was opened.');
  await teller.approve(carla, key, 'Reviewed; alert at 80 % from now on.');
  await teller.done(ivo, key, 'Close');
}

async function standardChange(teller: Teller): Promise<void> {
  const key = await teller.raise(priya, {
    ...UPGRADE_WITHOUT_ROLLBACK,
    ...ROLLBACK,
    Summary: 'Update the office printers',
    'Change type': 'Standard',
    'Risk level': 'Low',
  });
  await teller.refused(priya, key, 'Submit');
  const template = { 'Standard change template': 'Routine software update' };
  await teller.edit(priya, key, template, 'names the entry of the catalogue', 'Pre-approved by the Security Lead.');
  await teller.done(priya, key, 'Submit');
}
