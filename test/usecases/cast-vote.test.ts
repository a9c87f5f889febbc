import { describe, expect, it } from '@jest/globals';
import { planOf } from '../../src/domain/change/plan-fingerprint';
import { Failure } from '../../src/domain/failure';
import { castVote, type PaperBallot } from '../../src/usecases/cast-vote';
import { changeFacts, edited } from '../builders/change-facts';
import { governedSite, ONE_APPROVAL, OWNER, putChange, UNREACHABLE } from '../builders/governed-site';
import { sheetOf, voteOn } from '../builders/votes';
import type { Fakes } from '../fakes/create-fakes';

const facts = changeFacts({ stage: 'assessment' });
const { fingerprint } = planOf(facts, ONE_APPROVAL.materialFields);
const APPROVE: PaperBallot = { decision: 'approve', comment: 'Fine.', seenFingerprint: fingerprint };
const DECLINE: PaperBallot = { ...APPROVE, decision: 'decline', comment: 'Not in March.' };

/** Who decided what, as the sheet has it and as the ledger has it. */
function written({ store }: Fakes) {
  const sheet = store.sheets.get('CHG-1');
  return {
    sheet: sheet?.votes.map(({ by, decision }) => `${by} ${decision}`) ?? [],
    entries: store.entries.map(({ by, event }) => `${by} ${event.kind === 'vote-cast' ? event.decision : event.kind}`),
  };
}

const NOTHING = { sheet: [], entries: [] };

describe('a vote', () => {
  it('is on the sheet and in the ledger, with the same content', async () => {
    const fakes = governedSite(facts);
    expect(await castVote(fakes, OWNER, 'CHG-1', APPROVE)).toEqual({ taken: true });
    const vote = voteOn(facts, ONE_APPROVAL, { comment: 'Fine.' });
    expect(fakes.store.sheets.get('CHG-1')).toEqual({ changeId: '10001', revision: 1, votes: [vote] });
    expect(fakes.store.entries).toMatchObject([
      {
        seq: 1,
        at: '2026-03-02T09:00:00.000Z',
        by: OWNER,
        event: {
          kind: 'vote-cast',
          change: { id: '10001', key: 'CHG-1' },
          gate: 'authorize',
          decision: 'approve',
          roles: ['owner'],
          fingerprint,
          comment: 'Fine.',
          policyHash: vote.policyHash,
        },
      },
    ]);
  });

  it('is added to those before it, none of which is taken away', async () => {
    const fakes = governedSite(facts);
    await castVote(fakes, OWNER, 'CHG-1', APPROVE);
    await castVote(fakes, OWNER, 'CHG-1', DECLINE);
    await castVote(fakes, OWNER, 'CHG-1', { ...DECLINE, decision: 'withdraw' });
    const acts = [`${OWNER} approve`, `${OWNER} decline`, `${OWNER} withdraw`];
    expect(written(fakes)).toEqual({ sheet: acts, entries: acts });
  });

  it('takes the role from the groups of Jira now, not from anything that was sent', async () => {
    const fakes = governedSite(facts);
    fakes.site.groups.set('g-owner', { groupId: 'g-owner', name: 'Owners', members: [] });
    expect(await castVote(fakes, OWNER, 'CHG-1', APPROVE)).toMatchObject({ refusal: { code: 'not-an-approver' } });
  });
});

describe('a vote that is not taken', () => {
  it.each<[string, string, string, PaperBallot]>([
    ['not-an-approver', 'account-board', 'assessment', APPROVE],
    ['plan-changed', OWNER, 'assessment', { ...APPROVE, seenFingerprint: '0'.repeat(64) }],
    ['comment-needed', OWNER, 'assessment', { ...DECLINE, comment: ' ' }],
    ['nothing-to-withdraw', OWNER, 'assessment', { ...APPROVE, decision: 'withdraw' }],
    ['no-approval-here', OWNER, 'draft', APPROVE],
  ])('leaves no trace: %s', async (code, voter, stage, ballot) => {
    const fakes = governedSite(changeFacts({ stage: stage as 'draft' }));
    expect(await castVote(fakes, voter, 'CHG-1', ballot)).toMatchObject({ taken: false, refusal: { code } });
    expect([written(fakes), fakes.faults.count('ledger.append')]).toEqual([NOTHING, 0]);
  });

  it.each<[string, (fakes: Fakes) => void]>([
    ['not-found', (fakes) => (fakes.site.caller = null)],
    ['not-found', (fakes) => fakes.site.removeChange('CHG-1')],
    ['not-found', ({ site }) => site.putChange(asTask(facts))],
    ['no-policy', (fakes) => (fakes.store.policy = undefined)],
    ['unreadable-document', ({ store }) => store.sheets.set('CHG-1', sheetOf('777', []))],
    ['unreachable', ({ faults }) => faults.fail('archive.settings', UNREACHABLE)],
    ['unreachable', ({ faults }) => faults.fail('people.groupsOf', UNREACHABLE)],
    ['unreachable', ({ faults }) => faults.fail('changes.read', UNREACHABLE)],
    ['unreachable', ({ faults }) => faults.fail('people.maySeeIssue', UNREACHABLE)],
    ['unreachable', ({ faults }) => faults.fail('archive.policyInForce', UNREACHABLE)],
    ['unreachable', ({ faults }) => faults.fail('ledger.append', UNREACHABLE)],
    ['unreadable-document', ({ faults }) => faults.fail('archive.approvalSheet', UNREACHABLE)],
  ])('fails as %s and leaves no trace (%#)', async (code, arrange) => {
    const fakes = governedSite(facts);
    arrange(fakes);
    await expect(castVote(fakes, OWNER, 'CHG-1', APPROVE)).rejects.toMatchObject({ name: 'Failure', code });
    expect(written(fakes)).toEqual(NOTHING);
  });
});

describe('two people who vote at the same moment', () => {
  it('are both on record', async () => {
    const fakes = governedSite(facts);
    fakes.site.groups.set('g-owner', { groupId: 'g-owner', name: 'Owners', members: [OWNER, 'account-deputy'] });
    await Promise.all(['account-deputy', OWNER].map((voter) => castVote(fakes, voter, 'CHG-1', APPROVE)));
    const acts = ['account-deputy approve', `${OWNER} approve`];
    expect(written(fakes)).toEqual({ sheet: acts, entries: acts });
  });

  it('are looked at afresh: an edit in between is not approved by accident', async () => {
    const fakes = governedSite(facts);
    fakes.ledger.beforeNextAppend(() => {
      putChange(fakes, edited(facts, { description: 'Edited in between.' }));
      fakes.store.sheets.set('CHG-1', sheetOf('10001', [voteOn(facts, ONE_APPROVAL, { by: 'account-deputy' })]));
    });
    expect(await castVote(fakes, OWNER, 'CHG-1', APPROVE)).toMatchObject({ refusal: { code: 'plan-changed' } });
  });

  it('end in a conflict when others are faster every time, and leave no trace', async () => {
    const fakes = governedSite(facts);
    fakes.faults.fail('ledger.append', new Failure('conflict', 'Somebody was faster.'));
    await expect(castVote(fakes, OWNER, 'CHG-1', APPROVE)).rejects.toMatchObject({ code: 'conflict' });
    expect([written(fakes), fakes.faults.count('ledger.append')]).toEqual([NOTHING, 5]);
  });
});

describe('one person who votes twice at the same moment', () => {
  it('has both votes on record when they differ', async () => {
    const fakes = governedSite(facts);
    const votes = await Promise.all([APPROVE, DECLINE].map((ballot) => castVote(fakes, OWNER, 'CHG-1', ballot)));
    expect(votes).toEqual([{ taken: true }, { taken: true }]);
    const acts = [`${OWNER} approve`, `${OWNER} decline`];
    expect(written(fakes)).toEqual({ sheet: acts, entries: acts });
  });

  it('has one vote on record when they are the same', async () => {
    const fakes = governedSite(facts);
    const votes = await Promise.all([APPROVE, APPROVE].map((ballot) => castVote(fakes, OWNER, 'CHG-1', ballot)));
    expect(votes).toEqual([{ taken: true }, { taken: true }]);
    expect(written(fakes)).toEqual({ sheet: [`${OWNER} approve`], entries: [`${OWNER} approve`] });
  });
});

function asTask({ votes: _votes, ...read }: typeof facts) {
  return {
    reading: { isChangeRequest: false, facts: read },
    history: { createdAt: '2026-03-01T00:00:00.000Z', moves: [] },
  };
}
