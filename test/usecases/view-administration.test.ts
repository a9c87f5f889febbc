import { describe, expect, it } from '@jest/globals';
import { EMPTY_LEDGER } from '../../src/domain/ledger/ledger-chain';
import { Failure } from '../../src/domain/failure';
import { NO_SETTINGS } from '../../src/domain/settings';
import { viewAdministration } from '../../src/usecases/view-administration';
import { governedSite, ONE_APPROVAL, SPACE, UNREACHABLE } from '../builders/governed-site';
import { inForce } from '../builders/policies';
import { pageCalled, siteWithPage, TITLE } from '../builders/published-log';
import { createFakes } from '../fakes/create-fakes';
import type { Call } from '../fakes/fake-faults';

/** A role that one group holds, which has one member. */
function held(groupId: string, name: string) {
  const missing = { groups: [], people: [], projectRoles: [] };
  return { groups: [{ groupId, name }], people: [], projectRoles: [], missing, holders: 1 };
}

describe('the administration', () => {
  it('shows a new site as it is: nothing is there yet', async () => {
    expect(await viewAdministration(createFakes())).toEqual({
      inForce: undefined,
      settings: NO_SETTINGS,
      holders: {},
      names: {},
      now: '2026-03-02T09:00:00.000Z',
      space: undefined,
      months: [],
      titles: {},
      head: EMPTY_LEDGER,
      projects: 0,
      unreadable: [],
    });
  });

  it('shows the policy, who holds which role, the space, the months, the titles and the head', async () => {
    const fakes = await siteWithPage();
    const page = pageCalled(fakes, TITLE);
    fakes.pages.edit(page.pageId, { title: 'Our changes' });
    const [entry] = fakes.store.entries;
    expect(await viewAdministration(fakes)).toEqual({
      inForce: inForce(ONE_APPROVAL),
      settings: fakes.store.settings,
      holders: {
        owner: held('g-owner', 'The owners'),
        security: held('g-security', 'The securitys'),
        board: held('g-board', 'The boards'),
      },
      space: SPACE,
      months: [fakes.store.months.get('2026-03')],
      titles: { [page.pageId]: 'Our changes' },
      head: { seq: 1, hash: entry?.hash },
      projects: 0,
      names: {},
      now: '2026-03-02T09:00:00.000Z',
      unreadable: [],
    });
  });

  it('counts each holder of a role once, and names what is gone', async () => {
    const fakes = governedSite();
    fakes.site.groups.set('g-board', {
      groupId: 'g-board',
      name: 'The boards',
      members: ['account-owner', 'account-b'],
    });
    fakes.site.names.set('account-c', 'Casey');
    fakes.site.projectRoles.set('10002', 'Approvers');
    const owner = {
      groups: ['g-owner', 'g-gone', 'g-board'],
      people: ['account-b', 'account-c', 'account-gone'],
      projectRoles: ['10002', '10009'],
    };
    fakes.store.settings = { ...fakes.store.settings, roles: { owner } };
    expect((await viewAdministration(fakes)).holders['owner']).toEqual({
      groups: [
        { groupId: 'g-owner', name: 'The owners' },
        { groupId: 'g-board', name: 'The boards' },
      ],
      people: [{ accountId: 'account-c', name: 'Casey' }],
      projectRoles: [{ projectRoleId: '10002', name: 'Approvers' }],
      missing: { groups: ['g-gone'], people: ['account-b', 'account-gone'], projectRoles: ['10009'] },
      holders: 4,
    });
  });

  it('leaves out the title of a page that is gone', async () => {
    const fakes = await siteWithPage();
    pageCalled(fakes, TITLE).trashed = true;
    expect((await viewAdministration(fakes)).titles).toEqual({});
  });
});

describe('the administration where something cannot be read', () => {
  it.each<[Call, object]>([
    ['archive.policyInForce', { inForce: undefined }],
    ['archive.settings', { settings: NO_SETTINGS, holders: {}, space: undefined }],
    ['archive.logMonths', { months: [], titles: {} }],
    ['setupRegister.governance', { projects: 0 }],
  ])('reports a document that no contract can read and opens all the same: %s', async (call, shown) => {
    const fakes = governedSite();
    fakes.faults.fail(call, new Failure('unreadable-document', `${call} has an unexpected form.`));
    const state = await viewAdministration(fakes);
    expect(state.unreadable).toEqual([`${call} has an unexpected form.`]);
    expect(state).toMatchObject(shown);
  });

  it('reports every such document', async () => {
    const fakes = governedSite();
    for (const call of ['archive.policyInForce', 'archive.settings', 'archive.logMonths'] as const) {
      fakes.faults.fail(call, new Failure('unreadable-document', `${call} is broken.`));
    }
    expect((await viewAdministration(fakes)).unreadable).toHaveLength(3);
  });

  it('does not take a page for gone, nor the space, while Confluence does not answer', async () => {
    const fakes = await siteWithPage();
    fakes.faults.fail('pages.titlesOf', UNREACHABLE);
    fakes.faults.fail('pages.space', UNREACHABLE);
    const { titles, space, months } = await viewAdministration(fakes);
    expect([titles, space, months.length]).toEqual([undefined, undefined, 1]);
  });

  it.each<Call>(['archive.policyInForce', 'archive.settings', 'ledger.head', 'people.groupsById', 'people.membersOf'])(
    'fails where %s does not answer, for nothing could be told then',
    async (call) => {
      const fakes = governedSite();
      fakes.faults.fail(call, UNREACHABLE);
      await expect(viewAdministration(fakes)).rejects.toBe(UNREACHABLE);
    },
  );
});
