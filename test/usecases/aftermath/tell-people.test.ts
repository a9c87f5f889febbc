import { describe, expect, it } from '@jest/globals';
import { noticeText } from '../../../src/contracts/aftermath-text';
import { Failure } from '../../../src/domain/failure';
import type { LedgerEvent } from '../../../src/domain/ledger/ledger-entry';
import type { Policy } from '../../../src/domain/policy/policy';
import { tellPeople } from '../../../src/usecases/aftermath/tell-people';
import { ONE_APPROVAL, UNREACHABLE } from '../../builders/governed-site';
import { watchedSite } from '../../builders/watched-site';
import { minute } from '../../builders/votes';
import type { Fakes } from '../../fakes/create-fakes';

const change = { id: '10001', key: 'CHG-1' };
const verdict = {
  verdict: 'allow',
  at: minute(5),
  evaluationDigest: 'b'.repeat(64),
  policyHash: 'a'.repeat(64),
  fingerprint: 'c'.repeat(64),
} as const;
const about = { change, moveId: 'm', movedAt: minute(5), from: 'draft', to: 'implementing' } as const;
const EXPEDITED: LedgerEvent = { kind: 'gate-passed', ...about, gate: 'expedite', verdict };
const SUBMITTED: LedgerEvent = { kind: 'gate-passed', ...about, gate: 'submit', verdict };
const BYPASSED: LedgerEvent = { kind: 'gate-bypassed', ...about, gate: null };

const TELLING: Policy = {
  ...ONE_APPROVAL,
  emergencies: { ...ONE_APPROVAL.emergencies, tell: ['owner'] },
  records: {
    ...ONE_APPROVAL.records,
    notifications: [
      { clauses: [], on: 'submitted', tell: ['owner'], when: { field: 'changeType', in: ['Emergency'] } },
    ],
  },
};

async function siteWith(policy: Policy, ...events: readonly LedgerEvent[]): Promise<Fakes> {
  const fakes = watchedSite([], policy);
  for (const [index, event] of events.entries()) {
    await fakes.ledger.append(
      { actionId: `act-${String(index)}`, at: minute(5), by: 'account-owner', event },
      () => [],
    );
  }
  return fakes;
}

describe('people', () => {
  it('are told of an emergency that was expedited as the policy wants it, once', async () => {
    const fakes = await siteWith(TELLING, EXPEDITED);
    expect(await tellPeople(fakes, noticeText)).toBe(false);
    await tellPeople(fakes, noticeText);
    expect(fakes.notices.told).toEqual([
      {
        issue: '10001',
        text: `CHG-1 is an emergency: it is being implemented now, ahead of its approval or its paperwork. ${TELLING.title} wants you to know.`,
        to: ['account-owner'],
        mark: 'Ledger entry 1',
      },
    ]);
    expect(fakes.faults.count('notices.tell')).toBe(1);
  });

  it('are told of what went around a gate: those whose approval the policy asks for', async () => {
    const fakes = await siteWith(ONE_APPROVAL, BYPASSED);
    await tellPeople(fakes, noticeText);
    expect(fakes.notices.told).toMatchObject([{ to: ['account-owner'], mark: 'Ledger entry 1' }]);
  });

  it('are not told of a gate that was passed where the policy names nobody, or means another change', async () => {
    const quiet = await siteWith(ONE_APPROVAL, EXPEDITED, SUBMITTED);
    await tellPeople(quiet, noticeText);
    const other = await siteWith(TELLING, SUBMITTED);
    await tellPeople(other, noticeText);
    expect([quiet.notices.told, other.notices.told]).toEqual([[], []]);
    expect(quiet.sweepRegister.stored.toldThrough).toBe(2);
  });

  it('are not told of a change that is gone, nor kept from hearing of the next', async () => {
    const gone: LedgerEvent = { ...BYPASSED, change: { id: '10009', key: 'CHG-9' } };
    const fakes = await siteWith(ONE_APPROVAL, gone, BYPASSED);
    await tellPeople(fakes, noticeText);
    expect(fakes.notices.told.map(({ mark }) => mark)).toEqual(['Ledger entry 2']);
  });

  it('hear of the next thing also where Jira takes no notice of one for good', async () => {
    const fakes = await siteWith(ONE_APPROVAL, BYPASSED, BYPASSED);
    fakes.faults.failOnce('notices.tell', new Failure('unexpected-answer', 'Jira refused a request of the app (400).'));
    await tellPeople(fakes, noticeText);
    expect(fakes.notices.told.map(({ mark }) => mark)).toEqual(['Ledger entry 2']);
    expect(fakes.sweepRegister.stored.toldThrough).toBe(2);
  });

  it('are told later where something fails', async () => {
    const fakes = await siteWith(ONE_APPROVAL, BYPASSED);
    fakes.faults.failOnce('notices.tell', UNREACHABLE);
    await expect(tellPeople(fakes, noticeText)).rejects.toThrow('The service did not answer.');
    await tellPeople(fakes, noticeText);
    expect(fakes.notices.told).toHaveLength(1);
  });
});
