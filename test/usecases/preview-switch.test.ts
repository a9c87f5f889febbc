import { describe, expect, it } from '@jest/globals';
import { previewSwitch } from '../../src/usecases/preview-switch';
import { changeFacts } from '../builders/change-facts';
import { governedSite, ONE_APPROVAL, putChange, UNREACHABLE } from '../builders/governed-site';
import { approvalRule, fieldsRule, policyWith } from '../builders/policies';
import { withVotes } from '../builders/votes';
import type { Fakes } from '../fakes/create-fakes';

const approved = withVotes(changeFacts({ stage: 'assessment' }), ONE_APPROVAL, [{}]);

function siteOf(keys: number): Fakes {
  const fakes = governedSite(approved);
  for (let index = 2; index <= keys; index += 1) {
    putChange(fakes, { ...approved, change: { id: String(10_000 + index), key: `CHG-${String(index)}` } });
  }
  return fakes;
}

describe('what a policy would do to open changes', () => {
  it('is nothing where it asks for nothing new', async () => {
    const preview = await previewSwitch(governedSite(approved), policyWith([approvalRule()]), null);
    expect(preview).toMatchObject({ looked: 1, unread: [], cursor: null });
    expect(preview.changes).toMatchObject([{ change: { key: 'CHG-1' }, stuck: false, asked: [] }]);
  });

  it('is to ask for what is not there and was not asked for before', async () => {
    const candidate = policyWith([approvalRule({ requirement: { role: 'board' } }), fieldsRule({ fields: ['scope'] })]);
    const [change] = (await previewSwitch(governedSite(approved), candidate, null)).changes;
    expect(change).toMatchObject({ gate: 'authorize', stage: 'assessment', stuck: true });
    expect(change?.summary).toBe('Move the shop to the new database');
    expect(change?.asked.map(({ reason }) => reason)).toEqual([
      { code: 'approval-missing', role: 'board' },
      { code: 'field-empty', field: 'scope' },
    ]);
  });

  it('does not name what the policy in force misses too', async () => {
    const fakes = governedSite(changeFacts({ stage: 'assessment' }));
    const preview = await previewSwitch(fakes, policyWith([approvalRule({ id: 'another' })]), null);
    expect(preview.changes).toMatchObject([{ stuck: false, asked: [] }]);
  });

  it('is told of every approval that would not count any more', async () => {
    const candidate = policyWith([approvalRule()], { materialFields: ['summary'] });
    const [change] = (await previewSwitch(governedSite(approved), candidate, null)).changes;
    expect(change?.asked).toMatchObject([{ reason: { code: 'approval-void' } }]);
  });

  it('leaves out changes that are closed, and comes in pages', async () => {
    const fakes = siteOf(12);
    putChange(fakes, changeFacts({ change: { id: '77', key: 'CHG-77' }, stage: 'closed' }));
    const first = await previewSwitch(fakes, ONE_APPROVAL, null);
    const second = await previewSwitch(fakes, ONE_APPROVAL, first.cursor);
    expect([first.looked, second.looked, second.cursor]).toEqual([10, 2, null]);
  });

  it('names changes that could not be read', async () => {
    const fakes = governedSite(approved);
    fakes.faults.fail('changes.read', UNREACHABLE);
    expect(await previewSwitch(fakes, ONE_APPROVAL, null)).toEqual({
      changes: [],
      looked: 1,
      unread: ['CHG-1'],
      cursor: null,
    });
  });

  it('is everything where no policy is in force yet, and changes nothing', async () => {
    const fakes = governedSite(changeFacts({ stage: 'assessment' }));
    fakes.store.policy = undefined;
    expect((await previewSwitch(fakes, ONE_APPROVAL, null)).changes).toMatchObject([{ stuck: true }]);
    expect(fakes.store.entries).toEqual([]);
  });
});
