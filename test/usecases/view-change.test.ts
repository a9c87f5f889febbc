import { describe, expect, it } from '@jest/globals';
import { planOf } from '../../src/domain/change/plan-fingerprint';
import { recordChange } from '../../src/usecases/record-change';
import { viewChange, type ChangeStanding } from '../../src/usecases/view-change';
import { changeFacts, unread, type FactsOverrides } from '../builders/change-facts';
import { CLOSED_FACTS, siteAfter } from '../builders/closed-site';
import { governedSite, heldBy, ONE_APPROVAL, OWNER, UNREACHABLE } from '../builders/governed-site';
import { approvalRule, policyWith } from '../builders/policies';
import { historyThrough } from '../builders/histories';
import { minute, withVotes } from '../builders/votes';
import type { Fakes } from '../fakes/create-fakes';

const facts = changeFacts({ stage: 'assessment' });

async function view(fakes: Fakes, viewer = OWNER): Promise<ChangeStanding> {
  const found = await viewChange(fakes, 'CHG-1', viewer);
  if (typeof found === 'string') throw new Error(`The view is ${found}.`);
  return found;
}

describe('where a change stands', () => {
  it('is what the gate ahead says now, for the person who looks', async () => {
    const standing = await view(governedSite(facts));
    expect(standing).toMatchObject({
      gate: 'authorize',
      point: 'authorize',
      evaluation: { verdict: 'block', instant: '2026-03-02T09:00:00.000Z' },
      waitingFor: [{ role: 'owner', people: [OWNER], mapped: true }],
      fingerprint: planOf(facts, ONE_APPROVAL.materialFields).fingerprint,
      viewer: OWNER,
      row: undefined,
    });
    expect(standing.refusal).toBeUndefined();
    expect(standing.checklist.map(({ state }) => state)).toEqual(['unmet', 'met']);
  });

  it.each<[string, FactsOverrides, string, string | undefined]>([
    ['a role is not held', {}, 'account-board', 'not-an-approver'],
    ['nobody is asked', { stage: 'draft' }, OWNER, 'no-approval-here'],
    ['part of the plan cannot be read', { fields: { description: unread('Description') } }, OWNER, 'plan-unknown'],
  ])('says why the viewer may not vote where %s', async (_why, overrides, viewer, code) => {
    const standing = await view(governedSite(changeFacts({ stage: 'assessment', ...overrides })), viewer);
    expect(standing.refusal?.code).toBe(code);
  });

  it('waits for nobody once the approval is there', async () => {
    const standing = await view(governedSite(withVotes(facts, ONE_APPROVAL, [{}])));
    expect([standing.evaluation?.verdict, standing.waitingFor]).toEqual(['allow', []]);
  });

  it('names each person once, whom several groups hold for a role, and each role once', async () => {
    const twice = policyWith([approvalRule(), approvalRule({ id: 'again' })]);
    const fakes = governedSite(facts, twice);
    fakes.store.settings = { ...fakes.store.settings, roles: { owner: heldBy('g-owner', 'g-board', 'g-owner') } };
    expect((await view(fakes)).waitingFor).toMatchObject([
      { role: 'owner', people: [OWNER, 'account-board'], mapped: true },
    ]);
  });

  it('says when no group holds the role at all', async () => {
    const fakes = governedSite(facts);
    fakes.store.settings = { ...fakes.store.settings, roles: {} };
    expect((await view(fakes)).waitingFor).toMatchObject([{ role: 'owner', people: [], mapped: false }]);
  });

  it('shows every vote in the order of casting, those at other gates included, with its weight', async () => {
    const voted = withVotes(facts, ONE_APPROVAL, [
      {},
      { by: 'b', gate: 'close' },
      { decision: 'withdraw' },
      { by: 'c', fingerprint: '0'.repeat(64) },
    ]);
    const { votes } = await view(governedSite(voted));
    expect(votes.map(({ vote, worth }) => `${vote.by} ${vote.gate} ${worth.weight}`)).toEqual([
      `${OWNER} authorize superseded`,
      'b close stands',
      `${OWNER} authorize withdrawn`,
      'c authorize void',
    ]);
  });

  it('has no gate ahead where the stage cannot be read, and says why nobody may vote', async () => {
    const standing = await view(governedSite(changeFacts({ stage: unread('Status') })));
    expect([standing.gate, standing.refusal?.code]).toEqual([undefined, 'stage-unknown']);
  });
});

describe('an approval that an edit voided', () => {
  const voted = withVotes(facts, ONE_APPROVAL, [
    { fingerprint: '0'.repeat(64), partDigests: { rollbackSteps: '0'.repeat(64) } },
  ]);
  const edit = { part: 'rollbackSteps', at: minute(20), by: 'editor', from: 'Restore.', to: 'Hope.' };
  const siteWithEdit = () => {
    const fakes = governedSite(voted);
    const change = fakes.site.findChange('CHG-1');
    if (change === undefined) throw new Error('There is no change.');
    const history = historyThrough(['draft', 'assessment'], { from: '2026-03-01T10:00:00.000Z' });
    fakes.site.putChange({ ...change, history, edits: [edit] });
    return fakes;
  };

  it('is shown with what the plan said then and says now, and who edited it', async () => {
    const { votes } = await view(siteWithEdit());
    expect(votes.map(({ differences }) => differences)).toEqual([
      [{ part: 'rollbackSteps', before: 'Restore.', after: 'Hope.', by: 'editor', at: minute(20) }],
    ]);
  });

  it('is waited for since that edit', async () => {
    expect((await view(siteWithEdit())).waitingFor[0]?.since).toBe(minute(20));
  });
});

describe('an approval that nobody gave yet', () => {
  it('is waited for since the change came to its stage', async () => {
    const fakes = governedSite(facts);
    const change = fakes.site.findChange('CHG-1');
    const history = historyThrough(['draft', 'assessment'], { from: '2026-03-01T10:00:00.000Z' });
    if (change !== undefined) fakes.site.putChange({ ...change, history });
    expect((await view(fakes)).waitingFor[0]?.since).toBe('2026-03-01T10:00:00.000Z');
  });
});

describe('an emergency', () => {
  const clocks = [
    {
      id: 'documented',
      title: 'Emergency documented',
      clauses: ['T-1'],
      from: 'implementation-start',
      within: { hours: 24 },
      doneWhenFilled: ['testPlan'],
    } as const,
  ];
  const afterwards = approvalRule({
    id: 'afterwards',
    gates: ['close'],
    point: 'close',
    requirement: { role: 'board' },
  });

  it('is shown with its clock, and with the approval that comes before it is closed', async () => {
    const urgent = changeFacts({ stage: 'implementing', fields: { changeType: 'Emergency', testPlan: null } });
    const fakes = governedSite(urgent, policyWith([afterwards], { clocks }));
    const change = fakes.site.findChange('CHG-1');
    const history = historyThrough(['draft', 'implementing'], { from: '2026-03-01T08:00:00.000Z' });
    if (change !== undefined) fakes.site.putChange({ ...change, history });
    const standing = await view(fakes);
    expect(standing.clocks.map((clock) => [clock.standing.state, clock.standing.dueAt, clock.missing])).toEqual([
      ['overdue', '2026-03-02T08:00:00.000Z', ['testPlan']],
    ]);
    expect(standing.emergency?.afterwards.map(({ ruleId, state }) => [ruleId, state])).toEqual([
      ['afterwards', 'unmet'],
    ]);
  });

  it('is no other change', async () => {
    expect((await view(governedSite(facts, policyWith([afterwards])))).emergency).toBeUndefined();
  });
});

describe('a closed change', () => {
  it('shows its place in the record', async () => {
    const fakes = siteAfter();
    await recordChange(fakes, CLOSED_FACTS.change.id);
    const { row, gate, evaluation } = await view(fakes);
    const part = fakes.store.months.get('2026-03')?.parts[0];
    expect(row).toEqual({ row: part?.rows[0], pageId: part?.pageId, published: true });
    expect([gate, evaluation]).toEqual([undefined, undefined]);
  });

  it('has no place yet while its message is on the way', async () => {
    expect((await view(siteAfter())).row).toBeUndefined();
  });
});

describe('what is no governed change', () => {
  it('is said to be none where the issue is no change request', async () => {
    const fakes = governedSite(facts);
    const { votes: _votes, ...read } = facts;
    fakes.site.putChange({ reading: { isChangeRequest: false, facts: read }, history: { createdAt: '', moves: [] } });
    expect(await viewChange(fakes, 'CHG-1', OWNER)).toBe('not-a-change-request');
  });

  it('is said to be without a policy where none is in force', async () => {
    const fakes = governedSite(facts);
    fakes.store.policy = undefined;
    expect(await viewChange(fakes, 'CHG-1', OWNER)).toBe('no-policy');
  });

  it('is not shown to somebody who may not see it', async () => {
    const fakes = governedSite(facts);
    fakes.site.caller = null;
    await expect(viewChange(fakes, 'CHG-1', OWNER)).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    'changes.read',
    'people.maySeeIssue',
    'people.groupsOf',
    'archive.settings',
    'people.membersOf',
    'archive.latestRecordsOf',
    'changes.story',
  ] as const)('is not shown in part where %s fails', async (call) => {
    const fakes = governedSite(facts);
    fakes.faults.fail(call, UNREACHABLE);
    await expect(viewChange(fakes, 'CHG-1', OWNER)).rejects.toBe(UNREACHABLE);
  });

  it('starts all that it reads first before any has answered', async () => {
    const fakes = governedSite(facts);
    const viewing = viewChange(fakes, 'CHG-1', OWNER);
    const started = [...fakes.faults.calls].sort();
    await viewing;
    expect(started).toEqual([
      'archive.approvalSheet',
      'archive.policyInForce',
      'archive.settings',
      'changes.read',
      'people.maySeeIssue',
    ]);
  });
});
