import { describe, expect, it } from '@jest/globals';
import { ROOT_TITLE } from '../../src/domain/record/change-log';
import { giveUpPage, publishAgain } from '../../src/usecases/mend-change-log';
import { publishPage } from '../../src/usecases/publish-page';
import { recordChange } from '../../src/usecases/record-change';
import { rowNumbers, siteAfter } from '../builders/closed-site';
import { ADMIN, SPACE, UNREACHABLE } from '../builders/governed-site';
import { rowOf } from '../builders/records';
import { closeAnother, logPart, pageCalled, shown, siteWithPage, TITLE } from '../builders/published-log';

const DUE = { do: 'publish-page', month: '2026-03', part: 0 };

describe('publishing again', () => {
  it('queues every page that does not show all its rows, and no other', async () => {
    const fakes = await siteWithPage();
    const [shows] = fakes.store.months.get('2026-03')?.parts ?? [];
    if (shows === undefined) throw new Error('The month of the test has a page.');
    const due = { pageId: null, rows: [rowOf(9)], published: false, problem: null };
    fakes.store.months.set('2026-03', { month: '2026-03', revision: 2, parts: [shows, due] });
    fakes.store.months.set('2026-04', { month: '2026-04', revision: 1, parts: [due] });
    expect(await publishAgain(fakes)).toBe(2);
    expect(fakes.queue.takeAll()).toEqual([
      { do: 'publish-page', month: '2026-04', part: 0 },
      { do: 'publish-page', month: '2026-03', part: 1 },
    ]);
  });

  it('fails where the queue does not take a page', async () => {
    const fakes = siteAfter();
    fakes.pages.closedSpaces.add(SPACE.spaceId);
    await recordChange(fakes, '10001');
    fakes.faults.fail('queue.push', UNREACHABLE);
    await expect(publishAgain(fakes)).rejects.toBe(UNREACHABLE);
  });
});

describe('giving up a page that is gone', () => {
  it('goes on record, keeps the rows, and has a new page made', async () => {
    const fakes = await siteWithPage();
    const gone = pageCalled(fakes, TITLE);
    gone.trashed = true;
    await giveUpPage(fakes, ADMIN, '2026-03', 0);
    expect(fakes.store.entries.at(-1)).toMatchObject({
      by: ADMIN,
      event: { kind: 'page-given-up', month: '2026-03', part: 0, pageId: gone.pageId },
    });
    expect([logPart(fakes)?.pageId, rowNumbers(fakes), fakes.queue.takeAll()]).toEqual([
      null,
      { '2026-03': [[1]] },
      [DUE],
    ]);
    await publishPage(fakes, '2026-03', 0);
    expect(shown(pageCalled(fakes, TITLE))).toEqual([1]);
    expect(logPart(fakes)?.pageId).not.toBe(gone.pageId);
  });

  it('is refused for a page that stands, and changes nothing', async () => {
    const fakes = await siteWithPage();
    const before = structuredClone(fakes.store.months);
    await expect(giveUpPage(fakes, ADMIN, '2026-03', 0)).rejects.toMatchObject({ code: 'bad-request' });
    expect([fakes.store.months, fakes.store.entries.length, fakes.queue.messages]).toEqual([before, 1, []]);
  });

  it.each([1, 99])('is refused for a page that the log does not have: %i', async (index) => {
    const fakes = await siteWithPage();
    await expect(giveUpPage(fakes, ADMIN, '2026-03', index)).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('is not done on the word of a Confluence that does not answer', async () => {
    const fakes = await siteWithPage();
    pageCalled(fakes, TITLE).trashed = true;
    fakes.faults.fail('pages.read', UNREACHABLE);
    await expect(giveUpPage(fakes, ADMIN, '2026-03', 0)).rejects.toBe(UNREACHABLE);
    expect([fakes.store.entries.length, logPart(fakes)?.published]).toEqual([1, true]);
  });

  it('is done once when two administrators do it at the same moment', async () => {
    const fakes = await siteWithPage();
    pageCalled(fakes, TITLE).trashed = true;
    await Promise.allSettled([ADMIN, 'account-other-admin'].map((who) => giveUpPage(fakes, who, '2026-03', 0)));
    expect(fakes.store.entries.filter(({ event }) => event.kind === 'page-given-up')).toHaveLength(1);
  });

  it('may be done again with the same page, after it was restored and found again', async () => {
    const fakes = await siteWithPage();
    const page = pageCalled(fakes, TITLE);
    page.trashed = true;
    await giveUpPage(fakes, ADMIN, '2026-03', 0);
    page.trashed = false;
    await publishPage(fakes, '2026-03', 0);
    page.trashed = true;
    await giveUpPage(fakes, ADMIN, '2026-03', 0);
    await publishPage(fakes, '2026-03', 0);
    expect([logPart(fakes)?.published, logPart(fakes)?.pageId === page.pageId]).toEqual([true, false]);
  });

  it('forgets the page above when that one is gone, so that a new one is made', async () => {
    const fakes = await siteWithPage();
    const root = pageCalled(fakes, ROOT_TITLE);
    root.trashed = true;
    pageCalled(fakes, TITLE).trashed = true;
    await giveUpPage(fakes, ADMIN, '2026-03', 0);
    await publishPage(fakes, '2026-03', 0);
    const made = pageCalled(fakes, ROOT_TITLE);
    expect([made.pageId === root.pageId, pageCalled(fakes, TITLE).parentId]).toEqual([false, made.pageId]);
  });

  it('mends a page that could not be made because the one above is gone', async () => {
    const fakes = await siteWithPage();
    pageCalled(fakes, ROOT_TITLE).trashed = true;
    await closeAnother(fakes, '10002', 'x'.repeat(150_000));
    expect(logPart(fakes, 1)?.problem?.code).toBe('root-missing');
    await giveUpPage(fakes, ADMIN, '2026-03', 1);
    await publishPage(fakes, '2026-03', 1);
    expect(logPart(fakes, 1)).toMatchObject({ published: true, problem: null });
  });
});
