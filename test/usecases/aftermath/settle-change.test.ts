import { describe, expect, it } from '@jest/globals';
import { settleChange } from '../../../src/usecases/aftermath/settle-change';
import { UNREACHABLE } from '../../builders/governed-site';
import { kindsOnRecord, putTrace, watchedSite } from '../../builders/watched-site';
import { stepTo, traceWith, trailWith, verdictFor } from '../../domain/aftermath/traces';

const SUBMIT = stepTo(5, 'draft', 'assessment');
const AUTHORIZE = stepTo(6, 'assessment', 'approved');
const SUBMITTABLE = verdictFor(5, 'submit', 'draft', 'assessment');

function siteWith(verdicts = [SUBMITTABLE]) {
  const fakes = watchedSite([SUBMIT]);
  fakes.store.trails.set('10001', { ...trailWith(verdicts), revision: 1 });
  return fakes;
}

describe('a change that moved', () => {
  it('is on record with the gate that it passed, once, and its verdict is used up', async () => {
    const fakes = siteWith();
    await settleChange(fakes, '10001', 'event');
    await settleChange(fakes, '10001', 'event');
    expect(fakes.store.entries).toMatchObject([
      { actionId: 'gate:10001:move-5', by: 'account-owner', event: { kind: 'gate-passed', gate: 'submit' } },
    ]);
    expect(fakes.store.trails.get('10001')).toMatchObject({
      revision: 2,
      settled: ['move-5'],
      verdicts: [{ moveId: 'move-5' }],
    });
  });

  it('is on record with what went around the gate', async () => {
    const fakes = watchedSite([SUBMIT, AUTHORIZE]);
    await settleChange(fakes, '10001', 'event');
    expect(kindsOnRecord(fakes)).toEqual(['gate-bypassed', 'gate-bypassed']);
    expect(fakes.sweepQueue.messages).toEqual([{ do: 'tell' }]);
  });

  it('loses no verdict that a gate gives while it is put on record', async () => {
    const fakes = siteWith();
    fakes.ledger.beforeNextAppend(() => {
      fakes.store.trails.set('10001', {
        ...trailWith([SUBMITTABLE, verdictFor(6, 'authorize', 'assessment', 'approved')]),
        revision: 2,
      });
    });
    await settleChange(fakes, '10001', 'event');
    expect(kindsOnRecord(fakes)).toEqual(['gate-passed']);
    expect(fakes.store.trails.get('10001')?.verdicts.map(({ moveId }) => moveId)).toEqual(['move-5', null]);
  });

  it('goes on where the ledger knows more than what is kept of its gates', async () => {
    const fakes = siteWith();
    await settleChange(fakes, '10001', 'event');
    fakes.store.trails.delete('10001');
    putTrace(fakes, traceWith([SUBMIT, AUTHORIZE]));
    await settleChange(fakes, '10001', 'event');
    expect(kindsOnRecord(fakes)).toEqual(['gate-passed', 'gate-bypassed']);
    expect(fakes.store.trails.get('10001')).toMatchObject({ revision: 1, settled: ['move-5', 'move-6'] });
  });

  it.each([
    'trails.find',
    'watch.trace',
    'setupRegister.governance',
    'sweepRegister.learned',
    'ledger.append',
  ] as const)('is looked at again where %s fails', async (call) => {
    const fakes = siteWith();
    fakes.faults.failOnce(call, UNREACHABLE);
    await expect(settleChange(fakes, '10001', 'event')).rejects.toThrow('The service did not answer.');
    await settleChange(fakes, '10001', 'event');
    expect(kindsOnRecord(fakes)).toEqual(['gate-passed']);
  });

  it('is nothing where it is not there, or is no change request', async () => {
    const fakes = watchedSite();
    await settleChange(fakes, '10009', 'event');
    putTrace(fakes, traceWith([SUBMIT], { isChangeRequest: false }));
    await settleChange(fakes, '10001', 'event');
    expect(kindsOnRecord(fakes)).toEqual([]);
  });
});

describe('a project that the app did not set up', () => {
  it('is watched since a gate was first asked in it', async () => {
    const fakes = siteWith();
    fakes.store.governance = { revision: 1, projects: [], underway: [] };
    await settleChange(fakes, '10001', 'event');
    expect(fakes.sweepRegister.projects).toEqual([{ projectId: '10000', since: '2026-03-02T09:04:30.000Z' }]);
    putTrace(fakes, traceWith([SUBMIT], { change: { id: '10002', key: 'CHG-2' } }));
    await settleChange(fakes, '10002', 'event');
    expect(kindsOnRecord(fakes)).toEqual(['gate-passed', 'gate-bypassed']);
  });

  it('is left alone where no gate was ever asked', async () => {
    const fakes = watchedSite([SUBMIT]);
    fakes.store.governance = { revision: 1, projects: [], underway: [] };
    await settleChange(fakes, '10001', 'event');
    expect(kindsOnRecord(fakes)).toEqual([]);
  });
});

describe('a move that Jira did not tell of', () => {
  const LATER = '2026-03-02T10:00:00.000Z';

  it('is noted by the sweep, before it is put on record', async () => {
    const fakes = siteWith();
    fakes.clock.set(LATER);
    await settleChange(fakes, '10001', 'sweep');
    expect(fakes.store.entries.map(({ actionId, event }) => [actionId, event.kind])).toEqual([
      ['missed:10001:move-5', 'event-missed'],
      ['gate:10001:move-5', 'gate-passed'],
    ]);
  });

  it('is noted, once, also where its closing could be put on record only later', async () => {
    const fakes = watchedSite([stepTo(5, 'draft', 'cancelled')]);
    fakes.clock.set(LATER);
    fakes.faults.failOnce('queue.push', UNREACHABLE);
    await expect(settleChange(fakes, '10001', 'sweep')).rejects.toThrow('The service did not answer.');
    expect(kindsOnRecord(fakes)).toEqual(['event-missed']);
    await settleChange(fakes, '10001', 'sweep');
    expect([kindsOnRecord(fakes), fakes.queue.messages]).toEqual([
      ['event-missed'],
      [{ do: 'record-change', changeId: '10001' }],
    ]);
  });

  it('is not noted while its event may still come, nor where the event came', async () => {
    const young = siteWith();
    young.clock.set('2026-03-02T09:30:00.000Z');
    await settleChange(young, '10001', 'sweep');
    const told = siteWith();
    await settleChange(told, '10001', 'event');
    told.clock.set(LATER);
    await settleChange(told, '10001', 'sweep');
    expect([kindsOnRecord(young), kindsOnRecord(told)]).toEqual([['gate-passed'], ['gate-passed']]);
  });

  it('is put on record as a closing too, where it is one', async () => {
    const fakes = watchedSite([stepTo(5, 'draft', 'cancelled')]);
    fakes.clock.set(LATER);
    await settleChange(fakes, '10001', 'sweep');
    expect(fakes.queue.messages).toEqual([{ do: 'record-change', changeId: '10001' }]);
    expect(kindsOnRecord(fakes)).toEqual(['event-missed']);
  });
});
