import { describe, expect, it } from '@jest/globals';
import { digestOf } from '../../src/domain/canonical';
import { Failure } from '../../src/domain/failure';
import { ROOT_TITLE } from '../../src/domain/record/change-log';
import { recordChange } from '../../src/usecases/record-change';
import { changeFacts, unread } from '../builders/change-facts';
import { CLOSED_FACTS, rowNumbers, siteAfter } from '../builders/closed-site';
import { governedSite, putChange } from '../builders/governed-site';
import { historyThrough, WHOLE_WAY } from '../builders/histories';

describe('a change that was closed', () => {
  it('is on record with its digest, in the log and on its page', async () => {
    const fakes = siteAfter();
    await recordChange(fakes, '10001');
    const stored = fakes.store.records.get(1);
    expect(stored?.record).toMatchObject({ stage: 'closed', closedAt: '2026-03-02T14:00:00.000Z' });
    expect(fakes.store.entries).toMatchObject([
      {
        actionId: 'closed:10001:move-5',
        at: '2026-03-02T09:00:00.000Z',
        by: 'account-implementer',
        hash: stored?.hash,
        event: { kind: 'change-closed', as: 'closed', recordDigest: digestOf(stored?.record) },
      },
    ]);
    expect(rowNumbers(fakes)).toEqual({ '2026-03': [[1]] });
    expect([...fakes.pages.pages.values()].map(({ title }) => title)).toEqual([ROOT_TITLE, 'Change log March 2026']);
  });

  it('holds the votes with their weight and the verdict of the last gate, decided at the moment of closing', async () => {
    const fakes = siteAfter();
    await recordChange(fakes, '10001');
    expect(fakes.store.records.get(1)?.record).toMatchObject({
      votes: [{ weight: 'stands', vote: { by: 'account-owner' } }],
      evaluation: { gate: 'close', verdict: 'allow', instant: '2026-03-02T14:00:00.000Z' },
    });
  });

  it.each(['rejected', 'cancelled'] as const)(
    'is on record as well when it was %s, without a verdict',
    async (stage) => {
      const fakes = siteAfter(['draft', 'assessment', stage]);
      await recordChange(fakes, '10001');
      expect(fakes.store.records.get(1)?.record).toMatchObject({ stage, evaluation: null, policy: { id: 'TEST' } });
      expect(fakes.store.entries[0]?.event).toMatchObject({ as: stage });
    },
  );

  it('is put down to the app where Jira does not say who closed it', async () => {
    const fakes = siteAfter();
    const { createdAt, moves } = historyThrough(WHOLE_WAY);
    putChange(fakes, CLOSED_FACTS, { createdAt, moves: moves.map((move) => ({ ...move, by: null })) });
    await recordChange(fakes, '10001');
    expect([fakes.store.entries[0]?.by, fakes.store.records.get(1)?.record.closedBy]).toEqual(['app', null]);
  });

  it('is on record also where the policy or the votes cannot be read, and says so', async () => {
    const broken = new Failure('unreadable-document', 'The document cannot be read.');
    const fakes = siteAfter();
    fakes.faults.fail('archive.policyInForce', broken);
    fakes.faults.fail('archive.approvalSheet', broken);
    await recordChange(fakes, '10001');
    expect(fakes.store.records.get(1)?.record).toMatchObject({
      policy: null,
      evaluation: null,
      votes: { unknown: 'The document cannot be read' },
    });
  });

  it('is on record with the CLOSED_FACTS that could not be read as such', async () => {
    const fakes = governedSite();
    putChange(
      fakes,
      changeFacts({ fields: { outcome: unread('Outcome', 'no-such-field') } }),
      historyThrough(WHOLE_WAY),
    );
    await recordChange(fakes, '10001');
    expect(fakes.store.records.get(1)?.record.fields.outcome).toEqual({ unknown: 'Outcome' });
  });
});

describe('nothing is put on record', () => {
  it('for a change that is still open', async () => {
    const fakes = siteAfter(['draft', 'assessment', 'approved', 'rolled-back']);
    await recordChange(fakes, '10001');
    expect([fakes.store.entries, fakes.pages.pages.size]).toEqual([[], 0]);
  });

  it('for an issue that is no change request', async () => {
    const fakes = siteAfter();
    const { votes: _votes, ...read } = CLOSED_FACTS;
    fakes.site.putChange({ reading: { isChangeRequest: false, facts: read }, history: historyThrough(WHOLE_WAY) });
    await recordChange(fakes, '10001');
    expect(fakes.store.entries).toEqual([]);
  });
});
