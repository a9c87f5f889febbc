import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../src/domain/policy/policy';
import type { RoleDelegation } from '../../src/domain/settings';
import { delegateRole, endDelegation } from '../../src/usecases/delegate-role';
import { voterAt } from '../../src/usecases/role-membership';
import { ADMIN, governedSite, OWNER } from '../builders/governed-site';
import { changeFacts } from '../builders/change-facts';
import { approvalRule, policyWith } from '../builders/policies';
import type { Fakes } from '../fakes/create-fakes';

const DEPUTY = 'account-deputy';
const FORTNIGHT: Policy = policyWith([approvalRule()], { delegation: { longestDays: 14, roles: ['owner'] } });
const WANTED: RoleDelegation = {
  role: 'owner',
  from: OWNER,
  to: DEPUTY,
  since: '2026-03-02T00:00:00.000Z',
  until: '2026-03-16T00:00:00.000Z',
};

function site(policy: Policy = FORTNIGHT): Fakes {
  const fakes = governedSite(changeFacts(), policy);
  fakes.site.names.set(DEPUTY, 'Dana');
  fakes.site.names.set('app-bot', 'Bot');
  fakes.site.apps.add('app-bot');
  return fakes;
}

describe('a role', () => {
  it('is handed over for a time, and that is on record', async () => {
    const fakes = site();
    expect(await delegateRole(fakes, ADMIN, 1, WANTED)).toBeUndefined();
    expect(fakes.store.settings).toMatchObject({ revision: 2, delegations: [WANTED] });
    expect(fakes.store.entries).toMatchObject([
      { by: ADMIN, event: { kind: 'settings-changed', before: { delegations: [] }, after: { delegations: [WANTED] } } },
    ]);
  });

  it.each<[string, Partial<RoleDelegation>, string]>([
    ['a role that may not be', { role: 'board' }, 'not-delegable'],
    ['a role that is none', { role: 'janitor' }, 'not-delegable'],
    ['to oneself', { to: OWNER }, 'to-oneself'],
    ['by somebody who does not hold it', { from: 'account-board' }, 'not-a-holder'],
    ['for no time', { until: WANTED.since }, 'over-before-it-begins'],
    [
      'for a time that is over',
      { since: '2026-02-20T00:00:00.000Z', until: '2026-03-02T09:00:00.000Z' },
      'over-already',
    ],
    ['for longer than the policy lets', { until: '2026-03-16T00:00:00.001Z' }, 'too-long'],
  ])('is not handed over: %s', async (_what, change, code) => {
    const fakes = site();
    expect(await delegateRole(fakes, ADMIN, 1, { ...WANTED, ...change })).toMatchObject({ code });
    expect([fakes.store.entries, fakes.store.settings.delegations]).toEqual([[], []]);
  });

  describe('that is mapped to a project role', () => {
    function mapped(): Fakes {
      const fakes = site();
      const owner = { groups: [], people: [], projectRoles: ['10002'] };
      fakes.store.settings = { ...fakes.store.settings, roles: { ...fakes.store.settings.roles, owner } };
      fakes.site.projectActors.set('CHG/10002', { people: ['account-lead'], groups: [] });
      fakes.site.names.set('account-lead', 'Lea');
      return fakes;
    }
    const fromLead = { ...WANTED, from: 'account-lead' };
    const deputyIn = (fakes: Fakes, project: string) =>
      voterAt(fakes, fakes.store.settings, DEPUTY, project, '2026-03-03T00:00:00.000Z');

    it('is handed over, and counts in the projects in which it is held', async () => {
      const fakes = mapped();
      expect(await delegateRole(fakes, ADMIN, 1, fromLead)).toBeUndefined();
      expect((await deputyIn(fakes, 'CHG')).delegated).toMatchObject([{ role: 'owner', of: 'account-lead' }]);
      expect((await deputyIn(fakes, 'OPS')).delegated).toEqual([]);
    });

    it.each(['app-bot', 'account-ghost'])('is not taken from %s, which is nobody', async (from) => {
      expect(await delegateRole(mapped(), ADMIN, 1, { ...WANTED, from })).toEqual({ code: 'not-a-holder' });
    });
  });

  it('is not handed over twice for the same time', async () => {
    const fakes = site();
    await delegateRole(fakes, ADMIN, 1, WANTED);
    const again = { ...WANTED, since: '2026-03-15T23:59:59.999Z', until: '2026-03-20T00:00:00.000Z' };
    expect(await delegateRole(fakes, ADMIN, 2, again)).toEqual({ code: 'delegated-already' });
    const after = { ...WANTED, since: WANTED.until, until: '2026-03-20T00:00:00.000Z' };
    expect(await delegateRole(fakes, ADMIN, 2, after)).toBeUndefined();
  });

  it('is not handed over where the policy knows no delegation', async () => {
    const fakes = site(policyWith([approvalRule()]));
    expect(await delegateRole(fakes, ADMIN, 1, WANTED)).toEqual({ code: 'not-delegable' });
  });

  it.each([
    ['an app', 'app-bot'],
    ['an account that nobody knows', 'account-ghost'],
  ])('is not handed to %s', async (_what, to) => {
    await expect(delegateRole(site(), ADMIN, 1, { ...WANTED, to })).rejects.toMatchObject({ code: 'bad-request' });
  });
});

describe('a delegation', () => {
  it('that has begun ends now', async () => {
    const fakes = site();
    await delegateRole(fakes, ADMIN, 1, WANTED);
    await endDelegation(fakes, ADMIN, 2, WANTED);
    expect(fakes.store.settings.delegations).toEqual([{ ...WANTED, until: '2026-03-02T09:00:00.000Z' }]);
  });

  it('that has not begun is taken back', async () => {
    const fakes = site();
    const later = { ...WANTED, since: '2026-03-10T00:00:00.000Z' };
    await delegateRole(fakes, ADMIN, 1, later);
    await endDelegation(fakes, ADMIN, 2, later);
    expect(fakes.store.settings.delegations).toEqual([]);
  });

  it('that there is not cannot be ended', async () => {
    await expect(endDelegation(site(), ADMIN, 1, WANTED)).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('is not ended by somebody who looks at an old list', async () => {
    const fakes = site();
    await delegateRole(fakes, ADMIN, 1, WANTED);
    await expect(endDelegation(fakes, ADMIN, 1, WANTED)).rejects.toMatchObject({ code: 'moved-on' });
  });
});
