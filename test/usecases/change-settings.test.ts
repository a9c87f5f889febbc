import { describe, expect, it } from '@jest/globals';
import { chooseSpace, saveRoles } from '../../src/usecases/change-settings';
import { ADMIN, governedSite, UNREACHABLE } from '../builders/governed-site';
import type { Fakes } from '../fakes/create-fakes';

const GROUPS = { owner: ['g-owner'], security: ['g-security'], board: ['g-board'] };
const OTHER_SPACE = { spaceId: '43', key: 'LOG', name: 'Logs' };

function site(): Fakes {
  const fakes = governedSite();
  fakes.pages.spaces.set(OTHER_SPACE.spaceId, OTHER_SPACE);
  return fakes;
}

describe('the groups of the roles', () => {
  it('are saved, and what was before and after is on record', async () => {
    const fakes = site();
    await saveRoles(fakes, ADMIN, 1, { board: ['g-board', 'g-security'] });
    const after = { ...GROUPS, board: ['g-board', 'g-security'] };
    expect(fakes.store.settings).toEqual({ revision: 2, roleGroups: after, spaceId: '42' });
    expect(fakes.store.entries).toMatchObject([
      {
        by: ADMIN,
        at: '2026-03-02T09:00:00.000Z',
        event: {
          kind: 'settings-changed',
          before: { roleGroups: GROUPS, spaceId: '42' },
          after: { roleGroups: after, spaceId: '42' },
        },
      },
    ]);
  });

  it('may be none', async () => {
    const fakes = site();
    await saveRoles(fakes, ADMIN, 1, { board: [] });
    expect(fakes.store.settings.roleGroups).toEqual({ ...GROUPS, board: [] });
  });

  it.each<[string, Readonly<Record<string, readonly string[]>>]>([
    ['a group that does not exist', { board: ['g-board', 'g-gone'] }],
    ['a role that the policy does not know', { janitor: ['g-board'] }],
    ['a role named like a part of every object', { constructor: ['g-board'] }],
  ])('are refused with %s', async (_what, roleGroups) => {
    const fakes = site();
    await expect(saveRoles(fakes, ADMIN, 1, roleGroups)).rejects.toMatchObject({ code: 'bad-request' });
    expect([fakes.store.entries, fakes.store.settings.revision]).toEqual([[], 1]);
  });

  it('are refused while no policy is in force, which would name the roles', async () => {
    const fakes = site();
    fakes.store.policy = undefined;
    await expect(saveRoles(fakes, ADMIN, 1, { board: [] })).rejects.toMatchObject({ code: 'bad-request' });
  });
});

describe('the space of the change log', () => {
  it('is saved and on record', async () => {
    const fakes = site();
    await chooseSpace(fakes, ADMIN, 1, '43');
    expect(fakes.store.settings).toEqual({ revision: 2, roleGroups: GROUPS, spaceId: '43' });
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
    await expect(saveRoles(fakes, 'account-other-admin', 1, { board: [] })).rejects.toMatchObject({ code: 'moved-on' });
    expect(fakes.store.settings).toEqual({ revision: 2, roleGroups: GROUPS, spaceId: '43' });
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
      saveRoles(fakes, ADMIN, 1, { board: [] }),
      saveRoles(fakes, ADMIN, 1, { owner: [] }),
    ]);
    expect(saved).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: 'moved-on' } }]);
    expect(fakes.store.settings.roleGroups).toEqual({ ...GROUPS, board: [] });
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
