import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../src/domain/policy/policy';
import { endOwnDelegation, findDeputies, handOverOwnRole, ownDelegations } from '../../src/usecases/own-delegations';
import { changeFacts } from '../builders/change-facts';
import { governedSite, OWNER } from '../builders/governed-site';
import { approvalRule, policyWith } from '../builders/policies';
import type { Fakes } from '../fakes/create-fakes';
import { failureCode } from '../port-contracts/failure-code';

const DEPUTY = 'account-deputy';
const BOARD = 'account-board';
const NOW = '2026-03-02T09:00:00.000Z';
const FORTNIGHT: Policy = policyWith([approvalRule()], { delegation: { longestDays: 14, roles: ['owner'] } });
const WANTED = { role: 'owner', to: DEPUTY, since: '2026-03-02T00:00:00.000Z', until: '2026-03-16T00:00:00.000Z' };

function site(policy: Policy = FORTNIGHT): Fakes {
  const fakes = governedSite(changeFacts({ stage: 'assessment' }), policy);
  for (const [id, name] of [
    [DEPUTY, 'Dana'],
    [OWNER, 'Dan'],
    ['app-bot', 'Bot'],
  ] as const) {
    fakes.site.names.set(id, name);
  }
  fakes.site.apps.add('app-bot');
  return fakes;
}

describe('a role of one’s own', () => {
  it('is handed over, in the own name and no other, and that is on record', async () => {
    const fakes = site();
    const forged = { ...WANTED, from: BOARD };
    expect(await handOverOwnRole(fakes, OWNER, 'CHG-1', forged)).toBeUndefined();
    expect(fakes.store.settings.delegations).toEqual([{ ...WANTED, from: OWNER }]);
    expect(fakes.store.entries).toMatchObject([{ by: OWNER, event: { kind: 'settings-changed' } }]);
  });

  it.each<[string, Partial<typeof WANTED>, string, string]>([
    ['a role that the person does not hold', {}, BOARD, 'not-a-holder'],
    ['a role that may not be handed over', { role: 'board' }, BOARD, 'not-delegable'],
    ['for too long', { until: '2026-03-17T00:00:00.000Z' }, OWNER, 'too-long'],
    ['to oneself', { to: OWNER }, OWNER, 'to-oneself'],
  ])('is not handed over: %s', async (_what, change, holder, code) => {
    const fakes = site();
    expect(await handOverOwnRole(fakes, holder, 'CHG-1', { ...WANTED, ...change })).toMatchObject({ code });
    expect([fakes.store.entries, fakes.store.settings.delegations]).toEqual([[], []]);
  });

  it('is not handed to an app', async () => {
    expect(await failureCode(handOverOwnRole(site(), OWNER, 'CHG-1', { ...WANTED, to: 'app-bot' }))).toBe(
      'bad-request',
    );
  });

  it('is not handed over by somebody who may not see the change', async () => {
    const fakes = site();
    fakes.site.caller = null;
    expect(await failureCode(handOverOwnRole(fakes, OWNER, 'CHG-1', WANTED))).toBe('not-found');
  });

  it('is taken back by whoever gave it, and by nobody else', async () => {
    const fakes = site();
    await handOverOwnRole(fakes, OWNER, 'CHG-1', WANTED);
    const { role, to, since } = WANTED;
    expect(await failureCode(endOwnDelegation(fakes, BOARD, 'CHG-1', { role, to, since }))).toBe('bad-request');
    await endOwnDelegation(fakes, OWNER, 'CHG-1', { role, to, since });
    expect(fakes.store.settings.delegations).toEqual([{ ...WANTED, from: OWNER, until: NOW }]);
  });
});

describe('people to whom a role could be handed', () => {
  it('are found by name, without the holder', async () => {
    expect(await findDeputies(site(), OWNER, 'CHG-1', 'dan')).toEqual([{ accountId: DEPUTY, name: 'Dana' }]);
  });

  it('are not told to somebody who has no role to hand over', async () => {
    expect(await failureCode(findDeputies(site(), BOARD, 'CHG-1', 'dan'))).toBe('not-allowed');
    expect(await failureCode(findDeputies(site(policyWith([approvalRule()])), OWNER, 'CHG-1', 'dan'))).toBe(
      'not-allowed',
    );
  });
});

describe('the delegations of a person', () => {
  const settings = {
    revision: 1,
    roles: {},
    spaceId: null,
    delegations: [
      { ...WANTED, from: OWNER },
      { ...WANTED, from: OWNER, until: NOW },
      { ...WANTED, from: BOARD, to: OWNER },
      { ...WANTED, from: BOARD, to: OWNER, since: '2026-03-03T00:00:00.000Z' },
    ],
  };

  it('are those given that are not over and those held now, with the roles that may be handed over', () => {
    expect(ownDelegations(FORTNIGHT, settings, OWNER, ['board', 'owner'], NOW)).toEqual({
      longestDays: 14,
      roles: ['owner'],
      given: [settings.delegations[0]],
      held: [settings.delegations[2]],
    });
  });

  it('are none where the policy lets nobody hand a role over', () => {
    expect(ownDelegations(policyWith(), settings, OWNER, ['owner'], NOW)).toBeUndefined();
  });
});
