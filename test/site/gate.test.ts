import { afterEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { COMPLETION, OUTSIDE_WINDOWS, UPGRADE_WITHOUT_ROLLBACK } from '../../demo/plan';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { restoring } from './restored-site';
import {
  approvedChange,
  close,
  COMPLETE_PLAN,
  must,
  openBareSite,
  openSite,
  refusal,
  submittedChange,
  TESTED,
} from './open-site';

const { priya, sam, carla, nils, ivo } = PEOPLE;

const governed = restoring(async () => ({ site: await openSite() }));

describe('the gate in Jira', () => {
  let site: Site;
  afterEach(() => site.close());

  it('names every missing thing of a half-filled change at once, each with its clause and what to do', async () => {
    ({ site } = await governed());
    const key = await visit(site, priya).createChange({
      Summary: 'Half a change',
      'Change type': 'Normal',
      Description: 'Something.',
    });
    expect(await refusal(site, priya, key, 'Submit')).toEqual([
      [
        'Submit is not possible yet. Generic change management policy asks for 6 more things:',
        '• Business justification is empty (GEN-4.1b).',
        '• Impact analysis is empty (GEN-4.1c).',
        '• Risk level is empty (GEN-4.1c).',
        '• Rollback steps is empty (GEN-4.1d, GEN-4.5).',
        '• Planned start is empty (GEN-4.1e).',
        '• Test plan is empty (GEN-4.1f).',
      ].join('\n'),
    ]);
  });

  it('lets a complete change through to assessment', async () => {
    ({ site } = await governed());
    const key = await visit(site, priya).createChange(COMPLETE_PLAN);
    expect(await refusal(site, priya, key, 'Submit')).toEqual([]);
  });

  it('refuses to authorise with one of two approvals, and names the one that is missing', async () => {
    ({ site } = await governed());
    const key = await submittedChange(site);
    await visit(site, sam).vote(key, 'approve');
    expect(await refusal(site, priya, key, 'Authorize')).toEqual([
      [
        'Authorize is not possible yet. Generic change management policy asks for one more thing:',
        '• Not yet approved by the CTO (GEN-3n, GEN-4.2a, GEN-5b, GEN-6c). Ask the CTO to approve in the Change control panel.',
      ].join('\n'),
    ]);
  });

  it('names the clause of the final approval as well where the risk is high, and that the CTO comes last', async () => {
    ({ site } = await governed());
    const key = await submittedChange(site, { ...COMPLETE_PLAN, 'Risk level': 'High' });
    await visit(site, sam).vote(key, 'approve');
    expect((await refusal(site, priya, key, 'Authorize')).join()).toContain(
      '• Not yet approved by the CTO (GEN-3n, GEN-4.2a, GEN-5b, GEN-6c, GEN-5c). Ask the CTO to approve in the Change control panel.',
    );
  });

  it('counts what was typed on the transition screen', async () => {
    ({ site } = await governed());
    const key = await approvedChange(site);
    await visit(site, priya).edit(key, { 'Deviation reason': null });
    const windows = { 'Deviation reason': OUTSIDE_WINDOWS };
    expect((await refusal(site, ivo, key, 'Implement', { 'Test results': 'Green.' })).join()).toContain('GEN-4.4b');
    expect(await refusal(site, ivo, key, 'Implement', { 'Test results': 'Green.', ...windows })).toEqual([]);
  });

  it('wants tests before the deployment or the reason why there were none', async () => {
    ({ site } = await governed());
    const key = await approvedChange(site);
    await visit(site, priya).edit(key, { 'Deviation reason': null });
    expect((await refusal(site, ivo, key, 'Implement')).join()).toContain(
      '• Or give the reason for going without it in Deviation reason; it goes on record (GEN-4.3a, GEN-4.4b).',
    );
    const untested = { 'Deviation reason': 'There is no staging for the gateway.' };
    expect(await refusal(site, ivo, key, 'Implement', untested)).toEqual([]);
  });

  it('lets only IT Administrators ask for changes', async () => {
    ({ site } = await governed());
    const key = await visit(site, sam).createChange(COMPLETE_PLAN);
    expect((await refusal(site, sam, key, 'Submit')).join()).toContain('GEN-5a');
  });

  it('closes a change only when an IT Administrator wrote how it ended, before the transition', async () => {
    ({ site } = await governed());
    const key = await approvedChange(site);
    await must(site, ivo, key, 'Implement', TESTED);
    await must(site, ivo, key, 'Complete', { Implementer: ivo });
    await visit(site, nils).edit(key, COMPLETION);
    expect((await refusal(site, ivo, key, 'Close')).join()).toContain('GEN-4.4c');
    await visit(site, nils).edit(key, { Outcome: null, Verification: null });
    await close(site, ivo, key);
  });

  it('stops an approved change whose rollback plan was edited after the approvals', async () => {
    ({ site } = await governed());
    const key = await approvedChange(site);
    await visit(site, priya).edit(key, { 'Rollback steps': 'We will see.' });
    const [message] = await refusal(site, ivo, key, 'Implement', { 'Test results': 'Green.' });
    expect(message).toContain(
      'The approval by the Security Lead no longer counts: Rollback steps was edited after it was given',
    );
    expect(message).toContain('The approval by the CTO no longer counts');
  });

  it('lets an emergency be implemented at once, and closes it only when both reviewers have looked back on it', async () => {
    ({ site } = await governed());
    const key = await visit(site, ivo).createChange({
      ...COMPLETE_PLAN,
      Summary: 'Broker is down',
      'Change type': 'Emergency',
    });
    expect((await refusal(site, ivo, key, 'Expedite')).join()).toContain('Emergency reason is empty (GEN-3e1)');
    await must(site, ivo, key, 'Expedite', { 'Emergency reason': 'Restore service' });
    await must(site, ivo, key, 'Complete', { Implementer: ivo });
    await visit(site, ivo).edit(key, { ...COMPLETION, 'Test results': 'Orders flow.' });
    expect((await refusal(site, ivo, key, 'Close')).join()).toContain(
      'Not yet approved by the Security Lead (GEN-4.2b, GEN-5c, GEN-6c)',
    );
    await visit(site, sam).vote(key, 'approve');
    await visit(site, carla).vote(key, 'approve');
    expect(await refusal(site, ivo, key, 'Close')).toEqual([]);
  });

  it('lets an emergency be implemented with hardly a word, and wants all of it by the time it is closed', async () => {
    ({ site } = await governed());
    const emergency = { Summary: 'Broker is down', 'Change type': 'Emergency', 'Emergency reason': 'Restore service' };
    const key = await visit(site, ivo).createChange(emergency);
    await must(site, ivo, key, 'Expedite');
    await must(site, ivo, key, 'Complete', { Implementer: ivo });
    const [message] = await refusal(site, ivo, key, 'Close');
    expect(message).toContain('• Description is empty (GEN-4.1a).');
    expect(message).toContain('• Risk level is empty (GEN-4.1c, GEN-7a, GEN-7c).');
    expect(message).toContain('• There is no tester yet (GEN-5a). Fill in Tester.');
  });

  it('lets no other change take the way of an emergency', async () => {
    ({ site } = await governed());
    const key = await visit(site, priya).createChange(COMPLETE_PLAN);
    expect((await refusal(site, priya, key, 'Expedite', { 'Emergency reason': 'Restore service' })).join()).toContain(
      'A change of this type (Normal) is no emergency (GEN-3n, GEN-3e2).',
    );
  });

  it('passes a standard change without approvals, but only from the catalogue', async () => {
    ({ site } = await governed());
    const standard = { ...COMPLETE_PLAN, 'Change type': 'Standard', 'Risk level': 'Low' };
    const key = await visit(site, priya).createChange(standard);
    expect((await refusal(site, priya, key, 'Submit')).join()).toContain(
      'Standard change template is empty (GEN-3s1, GEN-3s2)',
    );
    await visit(site, priya).edit(key, { 'Standard change template': 'Add a new user' });
    await must(site, priya, key, 'Submit');
    expect(await refusal(site, priya, key, 'Authorize')).toEqual([]);
  });

  it('blocks while no policy is in force, and leaves the ways out open', async () => {
    site = await openBareSite();
    const key = await visit(site, priya).createChange(UPGRADE_WITHOUT_ROLLBACK);
    expect((await refusal(site, priya, key, 'Submit')).join()).toContain('no policy is in force');
    expect(await refusal(site, priya, key, 'Cancel')).toEqual([]);
  });
});
