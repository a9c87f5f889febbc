import { describe, expect, it } from '@jest/globals';
import { adminView } from '../../src/contracts/api/admin-api';
import { adminViewOf } from '../../src/handlers/resolvers/admin-view';
import { ledgerCheckViewOf } from '../../src/handlers/resolvers/ledger-check-view';
import { recordChange } from '../../src/usecases/record-change';
import { viewAdministration } from '../../src/usecases/view-administration';
import { siteAfter } from '../builders/closed-site';
import { governedSite, SPACE, UNREACHABLE } from '../builders/governed-site';
import { closeAnother, pageCalled, siteWithPage, TITLE } from '../builders/published-log';
import { createFakes, type Fakes } from '../fakes/create-fakes';
import { genericPolicy } from '../../src/policies/generic';

async function look(fakes: Fakes) {
  const view = adminViewOf(await viewAdministration(fakes));
  expect(adminView.parse(view)).toEqual(view);
  return view;
}

describe('the admin page', () => {
  it('of a new site offers the policies and shows that nothing is there yet', async () => {
    expect(await look(createFakes())).toEqual({
      policy: null,
      presets: [{ id: 'GEN', title: genericPolicy.title, version: genericPolicy.version }],
      settingsRevision: 0,
      roles: [],
      changeLog: { space: null, spaceProblem: null, pages: [], waiting: 0 },
      ledger: { entries: 0, head: '0'.repeat(64) },
      unreadable: [],
    });
  });

  it('shows every role of the policy, those without a group as well', async () => {
    const fakes = governedSite();
    fakes.store.settings = {
      ...fakes.store.settings,
      roleGroups: { board: ['g-board', 'g-gone'], janitor: ['g-owner'] },
    };
    expect((await look(fakes)).roles).toEqual([
      { id: 'owner', title: 'Service Owner', groups: [], missing: [], holders: 0 },
      { id: 'security', title: 'Security Officer', groups: [], missing: [], holders: 0 },
      {
        id: 'board',
        title: 'Change Board',
        groups: [{ groupId: 'g-board', name: 'The boards' }],
        missing: ['g-gone'],
        holders: 1,
      },
    ]);
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
