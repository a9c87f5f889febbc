import { afterEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { UPGRADE_WITHOUT_ROLLBACK } from '../../demo/plan';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { approvedChange, COMPLETE_PLAN, must, openBareSite, openSite, refusal, submittedChange } from './open-site';

const { priya, sam, carla, ivo } = PEOPLE;

describe('the gate in Jira', () => {
  let site: Site;
  afterEach(() => site.close());

  it('names every missing thing of a half-filled change at once, each with its clause and what to do', async () => {
    site = await openSite();
    const key = await visit(site, priya).createChange({
      Summary: 'Half a change',
      'Change type': 'Normal',
      Description: 'Something.',
    });
    expect(await refusal(site, priya, key, 'Submit')).toEqual([
      [
        'Submit is not possible yet. Generic change management policy asks for 6 more things:',
        '• Business justification is empty (GEN-4.1b). Fill in Business justification.',
        '• Impact analysis is empty (GEN-4.1c). Fill in Impact analysis.',
        '• Risk level is empty (GEN-4.1c). Fill in Risk level.',
        '• Rollback steps is empty (GEN-4.1d, GEN-4.5). Fill in Rollback steps.',
        '• Planned start is empty (GEN-4.1e). Fill in Planned start.',
        '• Test plan is empty (GEN-4.1f). Fill in Test plan.',
      ].join('\n'),
    ]);
  });

  it('lets a complete change through to assessment', async () => {
    site = await openSite();
    const key = await visit(site, priya).createChange(COMPLETE_PLAN);
    expect(await refusal(site, priya, key, 'Submit')).toEqual([]);
  });

  it('refuses to authorise with one of two approvals, and names the one that is missing', async () => {
    site = await openSite();
    const key = await submittedChange(site);
    await visit(site, sam).vote(key, 'approve');
    expect(await refusal(site, priya, key, 'Authorize')).toEqual([
      [
        'Authorize is not possible yet. Generic change management policy asks for one more thing:',
        '• Not yet approved by the CTO (GEN-3n, GEN-4.2a, GEN-5b). Ask the CTO to approve in the Change control panel.',
      ].join('\n'),
    ]);
  });

  it('counts what was typed on the transition screen', async () => {
    site = await openSite();
    const key = await approvedChange(site);
    const without = await refusal(site, ivo, key, 'Implement');
    expect(without.join()).toContain('Test results is empty (GEN-4.3a)');
    expect(
      await refusal(site, ivo, key, 'Implement', { 'Deviation reason': 'There is no staging for the gateway.' }),
    ).toEqual([]);
  });

  it('stops an approved change whose rollback plan was edited after the approvals', async () => {
    site = await openSite();
    const key = await approvedChange(site);
    await visit(site, priya).edit(key, { 'Rollback steps': 'We will see.' });
    const [message] = await refusal(site, ivo, key, 'Implement', { 'Test results': 'Green.' });
    expect(message).toContain(
      'The approval by the Security Lead no longer counts: Rollback steps was edited after it was given',
    );
    expect(message).toContain('The approval by the CTO no longer counts');
  });

  it('lets an emergency be implemented at once, and closes it only when both reviewers have looked back on it', async () => {
    site = await openSite();
    const key = await visit(site, ivo).createChange({
      ...COMPLETE_PLAN,
      Summary: 'Broker is down',
      'Change type': 'Emergency',
    });
    expect((await refusal(site, ivo, key, 'Expedite')).join()).toContain('Emergency reason is empty (GEN-3e1)');
    await must(site, ivo, key, 'Expedite', { 'Emergency reason': 'Restore service' });
    await must(site, ivo, key, 'Complete', { Implementer: ivo, 'Test results': 'Orders flow.' });
    const closing = { Outcome: 'Successful', Verification: 'Backlog gone.' };
    expect((await refusal(site, ivo, key, 'Close', closing)).join()).toContain(
      'Not yet approved by the Security Lead (GEN-4.2b',
    );
    await visit(site, sam).vote(key, 'approve');
    await visit(site, carla).vote(key, 'approve');
    expect(await refusal(site, ivo, key, 'Close', closing)).toEqual([]);
  });

  it('lets no other change take the way of an emergency', async () => {
    site = await openSite();
    const key = await visit(site, priya).createChange(COMPLETE_PLAN);
    expect((await refusal(site, priya, key, 'Expedite', { 'Emergency reason': 'Restore service' })).join()).toContain(
      'A change of this type (Normal) does not go this way (GEN-3n, GEN-3e2)',
    );
  });

  it('passes a standard change without approvals, but only from the catalogue', async () => {
    site = await openSite();
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
