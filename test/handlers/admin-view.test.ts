import { describe, expect, it } from '@jest/globals';
import { adminView } from '../../src/contracts/api/admin-api';
import { adminViewOf } from '../../src/handlers/resolvers/admin-view';
import { ledgerCheckViewOf } from '../../src/handlers/resolvers/ledger-check-view';
import { recordChange } from '../../src/usecases/record-change';
import { viewAdministration } from '../../src/usecases/view-administration';
import { siteAfter } from '../builders/closed-site';
import { governedSite, OWNER, SPACE, UNREACHABLE } from '../builders/governed-site';
import { closeAnother, pageCalled, siteWithPage, TITLE } from '../builders/published-log';
import { createFakes, type Fakes } from '../fakes/create-fakes';
import { noimPolicy } from '../../src/policies/noim';
import { offeredPolicies } from '../../src/usecases/offer-policies';
import { changeFacts } from '../builders/change-facts';
import { approvalRule, policyWith } from '../builders/policies';

async function look(fakes: Fakes) {
  const view = adminViewOf(await viewAdministration(fakes));
  expect(adminView.parse(view)).toEqual(view);
  return view;
}

describe('the admin page', () => {
  it('of a new site offers the policies and shows that nothing is there yet', async () => {
    const { presets, ...rest } = await look(createFakes());
    expect(presets.map(({ id, title, version }) => ({ id, title, version }))).toEqual(
      offeredPolicies().map(({ id, title, version }) => ({ id, title, version })),
    );
    expect(rest).toEqual({
      policy: null,
      settingsRevision: 0,
      roles: [],
      delegations: [],
      longestDelegationDays: null,
      names: {},
      changeLog: { space: null, spaceProblem: null, pages: [], waiting: 0 },
      projects: 0,
      ledger: { entries: 0, head: '0'.repeat(64) },
      unreadable: [],
    });
  });

  it('asks what a policy leaves open, with the words of the document that stand there', async () => {
    const { presets } = await look(createFakes());
    const questions = presets.find(({ id }) => id === noimPolicy.id)?.questions ?? [];
    expect(questions.map(({ kind }) => kind)).toEqual(noimPolicy.questions.map(({ kind }) => kind));
    expect(questions.find(({ id }) => id === 'retention')).toEqual({
      id: 'retention',
      ask: 'How long are change records kept, in months?',
      placeholder: '[X years]',
      clauses: [{ id: 'NOIM-7b', text: 'Change records are retained for a minimum of [X years].' }],
      kind: 'months',
      options: [],
    });
    expect(questions.find(({ id }) => id === 'emergency-in-freeze')).toMatchObject({
      placeholder: null,
      clauses: [{ id: 'NOIM-5a' }, { id: 'NOIM-6' }],
      options: [{ id: 'allowed' }, { id: 'prohibited' }],
    });
  });

  it('shows every role of the policy with whoever holds it, what is gone, and roles that nobody holds', async () => {
    const fakes = governedSite();
    fakes.site.names.set(OWNER, 'Olga Owner').set('account-b', 'Ben Board');
    fakes.site.projectRoles.set('10002', 'Operators');
    fakes.store.settings = {
      ...fakes.store.settings,
      roles: {
        board: {
          groups: ['g-board', 'g-gone'],
          people: ['account-b', 'account-gone'],
          projectRoles: ['10002', '10009'],
        },
        security: { groups: [], people: [OWNER], projectRoles: [] },
        janitor: { groups: ['g-owner'], people: [], projectRoles: [] },
      },
    };
    const missing = { groups: [], people: [], projectRoles: [] };
    expect((await look(fakes)).roles).toEqual([
      { id: 'owner', title: 'Service Owner', groups: [], people: [], projectRoles: [], missing, holders: 0 },
      {
        id: 'security',
        title: 'Security Officer',
        groups: [],
        people: [{ accountId: OWNER, name: 'Olga Owner' }],
        projectRoles: [],
        missing,
        holders: 1,
      },
      {
        id: 'board',
        title: 'Change Board',
        groups: [{ groupId: 'g-board', name: 'The boards' }],
        people: [{ accountId: 'account-b', name: 'Ben Board' }],
        projectRoles: [{ projectRoleId: '10002', name: 'Operators' }],
        missing: { groups: ['g-gone'], people: ['account-gone'], projectRoles: ['10009'] },
        holders: 3,
      },
    ]);
  });

  it('says of each delegation whether it holds now, will, or did, to the moment', async () => {
    const delegation = { roles: ['owner'], longestDays: 30 };
    const fakes = governedSite(changeFacts(), policyWith([approvalRule()], { delegation }));
    fakes.site.names.set(OWNER, 'Olga Owner');
    const now = fakes.clock.now();
    const [before, after] = ['2000-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z'];
    const handed = { role: 'owner', from: OWNER, to: 'account-b' };
    fakes.store.settings = {
      ...fakes.store.settings,
      delegations: [
        { ...handed, since: before, until: now },
        { ...handed, since: now, until: after },
        { ...handed, since: after, until: '2101-01-01T00:00:00.000Z' },
        { ...handed, role: 'dropped', since: before, until: after },
      ],
    };
    const view = await look(fakes);
    expect(view.delegations.map(({ roleTitle, state }) => [roleTitle, state])).toEqual([
      ['Service Owner', 'over'],
      ['Service Owner', 'now'],
      ['Service Owner', 'later'],
      ['dropped', 'now'],
    ]);
    expect([view.longestDelegationDays, view.names[OWNER]]).toEqual([30, 'Olga Owner']);
  });

  it('says that the chosen space cannot be seen', async () => {
    const fakes = governedSite();
    fakes.pages.spaces.clear();
    const { changeLog } = await look(fakes);
    expect([changeLog.space, changeLog.spaceProblem]).toEqual([
      null,
      'The app cannot see the chosen space at the moment. Records are kept and will be published once it can.',
    ]);
  });
});

describe('a page of the log on the admin page', () => {
  it('is shown as it is: published, with its records', async () => {
    const fakes = await siteWithPage();
    const { changeLog } = await look(fakes);
    expect(changeLog).toEqual({
      space: SPACE,
      spaceProblem: null,
      waiting: 0,
      pages: [
        {
          month: '2026-03',
          part: 0,
          title: TITLE,
          pageId: pageCalled(fakes, TITLE).pageId,
          records: 1,
          published: true,
          problem: null,
          mayGiveUp: false,
          renamedTo: null,
        },
      ],
    });
  });

  it('says what it is called now when somebody renamed it', async () => {
    const fakes = await siteWithPage();
    fakes.pages.edit(pageCalled(fakes, TITLE).pageId, { title: 'Our changes' });
    expect((await look(fakes)).changeLog.pages[0]).toMatchObject({
      title: TITLE,
      renamedTo: 'Our changes',
      problem: null,
    });
  });

  it('may be given up when it is gone, also while nothing new waits for it', async () => {
    const fakes = await siteWithPage();
    pageCalled(fakes, TITLE).trashed = true;
    const [page] = (await look(fakes)).changeLog.pages;
    expect(page).toMatchObject({ published: false, mayGiveUp: true });
    expect(page?.problem).toContain('Somebody deleted this page in Confluence or hid it from the app.');
  });

  it('may not be given up on the word of a Confluence that does not answer', async () => {
    const fakes = await siteWithPage();
    pageCalled(fakes, TITLE).trashed = true;
    await closeAnother(fakes);
    fakes.faults.fail('pages.titlesOf', UNREACHABLE);
    expect((await look(fakes)).changeLog.pages[0]).toMatchObject({ mayGiveUp: false, renamedTo: null });
  });

  it.each<[string, (fakes: Fakes) => unknown]>([
    ['No Confluence space is chosen yet', ({ store }) => (store.settings = { ...store.settings, spaceId: null })],
    ['The app may not write this page', ({ pages }) => pages.closedSpaces.add(SPACE.spaceId)],
    [
      `Another page in the space is already called "${TITLE}"`,
      ({ pages }) => pages.putPage({ spaceId: SPACE.spaceId, parentId: null, title: TITLE, content: null }),
    ],
  ])('says what is wrong and counts the records that wait: %s', async (problem, arrange) => {
    const fakes = siteAfter();
    arrange(fakes);
    await recordChange(fakes, '10001');
    const { changeLog } = await look(fakes);
    expect(changeLog.waiting).toBe(1);
    expect(changeLog.pages[0]).toMatchObject({ published: false, mayGiveUp: false });
    expect(changeLog.pages[0]?.problem?.startsWith(problem)).toBe(true);
  });
});

describe('the result of a check of the ledger', () => {
  it.each([
    [0, 'The ledger has no entry yet.'],
    [1, '1 entry, unbroken.'],
    [904, '904 entries, unbroken.'],
  ])('is one sentence: %i entries', (entries, text) => {
    const head = { seq: entries, hash: 'a'.repeat(64) };
    expect(ledgerCheckViewOf({ intact: true, entries, head })).toEqual({
      intact: true,
      entries,
      head: head.hash,
      brokenAt: null,
      text,
    });
  });

  it.each([
    ['altered', 'Entry 7 is not as it was written.'],
    ['missing', 'Entry 7 is missing.'],
    ['out-of-order', 'Entry 7 is out of order.'],
    ['head-differs', 'Entry 7 does not match the head of the ledger.'],
  ] as const)('names the first entry that is wrong: %s', (why, sentence) => {
    expect(ledgerCheckViewOf({ intact: false, brokenAt: 7, why })).toEqual({
      intact: false,
      entries: 6,
      head: '',
      brokenAt: 7,
      text: `${sentence} The entries before it are unbroken; do not rely on what comes after.`,
    });
  });
});
