import { describe, expect, it } from '@jest/globals';
import { chooseSpace, saveRoles } from '../../src/usecases/change-settings';
import { ADMIN, governedSite, heldBy, UNREACHABLE } from '../builders/governed-site';
import type { RoleHolders } from '../../src/domain/settings';
import type { Fakes } from '../fakes/create-fakes';

const ROLES = { owner: heldBy('g-owner'), security: heldBy('g-security'), board: heldBy('g-board') };
const NOBODY = heldBy();
const OTHER_SPACE = { spaceId: '43', key: 'LOG', name: 'Logs' };

function site(): Fakes {
  const fakes = governedSite();
  fakes.pages.spaces.set(OTHER_SPACE.spaceId, OTHER_SPACE);
  return fakes;
}

describe('the holders of the roles', () => {
  it('are saved, and what was before and after is on record', async () => {
    const fakes = site();
    fakes.site.names.set('account-dana', 'Dana');
    fakes.site.projectRoles.set('10002', 'Approvers');
    const board = { groups: ['g-board', 'g-security'], people: ['account-dana'], projectRoles: ['10002'] };
    await saveRoles(fakes, ADMIN, 1, { board });
    const after = { ...ROLES, board };
    expect(fakes.store.settings).toEqual({ revision: 2, roles: after, delegations: [], spaceId: '42' });
    expect(fakes.store.entries).toMatchObject([
      {
        by: ADMIN,
        at: '2026-03-02T09:00:00.000Z',
        event: {
          kind: 'settings-changed',
          before: { roles: ROLES, delegations: [], spaceId: '42' },
          after: { roles: after, delegations: [], spaceId: '42' },
        },
      },
    ]);
  });

  it('may be none', async () => {
    const fakes = site();
    await saveRoles(fakes, ADMIN, 1, { board: NOBODY });
    expect(fakes.store.settings.roles).toEqual({ ...ROLES, board: NOBODY });
  });

  it.each<[string, RoleHolders]>([
    ['a group', heldBy('g-board', 'g-gone')],
    ['a person', { ...NOBODY, people: ['account-gone'] }],
    ['a project role', { ...NOBODY, projectRoles: ['10009'] }],
  ])('are refused with %s that does not exist', async (_what, board) => {
    const fakes = site();
    await expect(saveRoles(fakes, ADMIN, 1, { board })).rejects.toMatchObject({ code: 'bad-request' });
    expect([fakes.store.entries, fakes.store.settings.revision]).toEqual([[], 1]);
  });

  it('of the next policy are named before it is in force', async () => {
    const fakes = site();
    fakes.store.policy = undefined;
    await saveRoles(fakes, ADMIN, 1, { janitor: heldBy('g-board') });
    expect(fakes.store.settings.roles).toEqual({ ...ROLES, janitor: heldBy('g-board') });
  });
});

describe('the space of the change log', () => {
  it('is saved and on record', async () => {
    const fakes = site();
    await chooseSpace(fakes, ADMIN, 1, '43');
    expect(fakes.store.settings).toEqual({ revision: 2, roles: ROLES, delegations: [], spaceId: '43' });
    expect(fakes.store.entries).toHaveLength(1);
  });

  it('is refused when the app cannot see it', async () => {
    const fakes = site();
    await expect(chooseSpace(fakes, ADMIN, 1, '99')).rejects.toMatchObject({ code: 'bad-request' });
    expect([fakes.store.entries, fakes.store.settings.spaceId]).toEqual([[], '42']);
  });
});

describe('settings that somebody else changed since', () => {
  it('are not overwritten', async () => {
    const fakes = site();
    await chooseSpace(fakes, ADMIN, 1, '43');
    await expect(saveRoles(fakes, 'account-other-admin', 1, { board: NOBODY })).rejects.toMatchObject({
      code: 'moved-on',
    });
    expect(fakes.store.settings).toEqual({ revision: 2, roles: ROLES, delegations: [], spaceId: '43' });
  });

  it('are not overwritten when it happens between the look and the writing', async () => {
    const fakes = site();
    fakes.ledger.beforeNextAppend(() => (fakes.store.settings = { ...fakes.store.settings, revision: 2 }));
    await expect(chooseSpace(fakes, ADMIN, 1, '43')).rejects.toMatchObject({ code: 'moved-on' });
    expect([fakes.store.entries, fakes.store.settings.spaceId]).toEqual([[], '42']);
  });

  it('are not overwritten by the same administrator in a second window, who is told', async () => {
    const fakes = site();
    const saved = await Promise.allSettled([
      saveRoles(fakes, ADMIN, 1, { board: NOBODY }),
      saveRoles(fakes, ADMIN, 1, { owner: NOBODY }),
    ]);
    expect(saved).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: 'moved-on' } }]);
    expect(fakes.store.settings.roles).toEqual({ ...ROLES, board: NOBODY });
  });
});

describe('settings while the storage does not answer', () => {
  it.each(['archive.settings', 'ledger.append'] as const)('fail as that: %s', async (call) => {
    const fakes = site();
    fakes.faults.fail(call, UNREACHABLE);
    await expect(chooseSpace(fakes, ADMIN, 1, '43')).rejects.toBe(UNREACHABLE);
    expect([fakes.store.entries, fakes.store.settings.revision]).toEqual([[], 1]);
  });
});
