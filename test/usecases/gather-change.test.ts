import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../src/domain/failure';
import { gatherChange } from '../../src/usecases/gather-change';
import { changeFacts } from '../builders/change-facts';
import { governedSite, ONE_APPROVAL, UNREACHABLE } from '../builders/governed-site';
import { inForce } from '../builders/policies';
import { sheetOf, voteOn, withVotes } from '../builders/votes';

describe('gathering a change', () => {
  it('starts every call before any has answered, and makes no other', async () => {
    const fakes = governedSite();
    const gathering = gatherChange(fakes, 'CHG-1');
    const started = [...fakes.faults.calls];
    await gathering;
    expect(started.sort()).toEqual(['archive.approvalSheet', 'archive.policyInForce', 'changes.read']);
    expect(fakes.faults.calls).toHaveLength(3);
  });

  it('brings the facts, the votes, the policy and the sheet together', async () => {
    const facts = withVotes(changeFacts(), ONE_APPROVAL, [{}]);
    const gathered = await gatherChange(governedSite(facts), 'CHG-1');
    expect(gathered).toEqual({
      isChangeRequest: true,
      change: facts.change,
      governed: { facts, inForce: inForce(ONE_APPROVAL) },
      sheet: sheetOf('10001', facts.votes.state === 'known' ? facts.votes.value : []),
    });
  });

  it('knows of no votes where nobody voted', async () => {
    const { governed, sheet } = await gatherChange(governedSite(), 'CHG-1');
    expect([governed?.facts.votes, sheet]).toEqual([
      { state: 'known', value: [] },
      { changeId: '10001', revision: 0, votes: [] },
    ]);
  });

  it('lays the edits of the screen over what Jira has', async () => {
    const edits = { description: 'From the screen', testPlan: null };
    const { governed } = await gatherChange(governedSite(), 'CHG-1', { edits });
    const fields = governed?.facts.fields;
    expect([fields?.['description'], fields?.['testPlan']]).toEqual([
      { state: 'known', value: 'From the screen' },
      { state: 'known', value: null },
    ]);
  });

  it('takes votes that cannot be read for unknown, with the cause', async () => {
    const fakes = governedSite();
    fakes.faults.fail('archive.approvalSheet', new Failure('unreadable-document', 'approvals:CHG-1 has no votes.'));
    const { governed } = await gatherChange(fakes, 'CHG-1');
    expect(governed?.facts.votes).toEqual({
      state: 'unknown',
      cause: { code: 'lookup-failed', detail: 'approvals:CHG-1 has no votes' },
    });
  });

  it('takes the votes of another change that had this key for unknown, and never writes over them', async () => {
    const fakes = governedSite();
    fakes.store.sheets.set('CHG-1', sheetOf('777', [voteOn(changeFacts(), ONE_APPROVAL)]));
    const { governed, sheet } = await gatherChange(fakes, 'CHG-1');
    expect(governed?.facts.votes).toMatchObject({ state: 'unknown', cause: { code: 'unreadable-value' } });
    expect(sheet.revision).toBe(0);
  });

  it.each(['changes.read', 'archive.policyInForce'] as const)('fails where %s fails', async (call) => {
    const fakes = governedSite();
    fakes.faults.fail(call, UNREACHABLE);
    await expect(gatherChange(fakes, 'CHG-1')).rejects.toBe(UNREACHABLE);
  });
});
