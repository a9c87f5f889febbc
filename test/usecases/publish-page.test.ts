import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../src/domain/failure';
import { PAGE_BYTES, ROOT_TITLE } from '../../src/domain/record/change-log';
import { publishPage } from '../../src/usecases/publish-page';
import { recordChange } from '../../src/usecases/record-change';
import { rowNumbers, siteAfter } from '../builders/closed-site';
import { SPACE } from '../builders/governed-site';
import { closeAnother, logPart, pageCalled, shown, siteWithPage, TITLE } from '../builders/published-log';

describe('the page of a month', () => {
  it('stands under the page of the whole log, in the chosen space, and shows its records and the head', async () => {
    const fakes = await siteWithPage();
    const root = pageCalled(fakes, ROOT_TITLE);
    const page = pageCalled(fakes, TITLE);
    expect([root.parentId, root.spaceId, page.parentId, page.spaceId]).toEqual([
      null,
      SPACE.spaceId,
      root.pageId,
      SPACE.spaceId,
    ]);
    const [entry] = fakes.store.entries;
    expect(page.content).toMatchObject({
      month: '2026-03',
      part: 0,
      records: [{ seq: 1 }],
      head: { seq: 1, hash: entry?.hash },
    });
    expect(logPart(fakes)).toMatchObject({ pageId: page.pageId, published: true, problem: null });
  });

  it('is written again when a row is added, and keeps what people wrote on it and how they called it', async () => {
    const fakes = await siteWithPage();
    const { pageId } = pageCalled(fakes, TITLE);
    fakes.pages.edit(pageId, { title: 'Our changes in March', notes: 'Ask Rita about the first one.' });
    await closeAnother(fakes);
    const page = pageCalled(fakes, 'Our changes in March');
    expect([page.pageId, page.notes, shown(page)]).toEqual([pageId, 'Ask Rita about the first one.', [1, 2]]);
    expect(fakes.pages.pages.size).toBe(2);
  });

  it('is written again when somebody edited it at the same moment', async () => {
    const fakes = await siteWithPage();
    const { pageId } = pageCalled(fakes, TITLE);
    fakes.faults.failOnce('pages.update', new Failure('conflict', 'The page has a newer version.'));
    await closeAnother(fakes);
    expect([shown(pageCalled(fakes, TITLE)), logPart(fakes)?.pageId]).toEqual([[1, 2], pageId]);
  });

  it('is not written when it shows the right content already', async () => {
    const fakes = await siteWithPage();
    const log = fakes.store.months.get('2026-03');
    if (log === undefined) throw new Error('The month of the test is there.');
    fakes.store.months.set('2026-03', { ...log, parts: log.parts.map((one) => ({ ...one, published: false })) });
    await publishPage(fakes, '2026-03', 0);
    expect([fakes.faults.count('pages.update'), logPart(fakes)?.published]).toEqual([0, true]);
  });

  it('that does not exist is left alone', async () => {
    const fakes = await siteWithPage();
    const before = structuredClone(fakes.store.months);
    await publishPage(fakes, '2026-03', 7);
    await publishPage(fakes, '2026-05', 0);
    expect(fakes.store.months).toEqual(before);
  });

  it('is never drawn up with a record missing', async () => {
    const fakes = siteAfter();
    fakes.store.settings = { ...fakes.store.settings, spaceId: null };
    await recordChange(fakes, '10001');
    fakes.store.settings = { ...fakes.store.settings, spaceId: SPACE.spaceId };
    fakes.store.records.delete(1);
    await expect(publishPage(fakes, '2026-03', 0)).rejects.toMatchObject({ code: 'unreadable-document' });
    expect(fakes.pages.pages.size).toBe(0);
  });
});

describe('a month that grows too large for one page', () => {
  it('goes on on a second page, and the first one is not written again', async () => {
    const fakes = await siteWithPage();
    const large = 'x'.repeat(PAGE_BYTES * 0.6);
    await closeAnother(fakes, '10002', large);
    const { version } = pageCalled(fakes, TITLE);
    await closeAnother(fakes, '10003', large);
    expect(rowNumbers(fakes)).toEqual({ '2026-03': [[1, 2], [3]] });
    expect(shown(pageCalled(fakes, `${TITLE} (2)`))).toEqual([3]);
    expect(pageCalled(fakes, TITLE).version).toBe(version);
  });
});

describe('a page that an interrupted run has made', () => {
  it('is found again by its mark and not made a second time', async () => {
    const fakes = siteAfter();
    const lost = new Failure('unreachable', 'The run was interrupted.');
    fakes.faults.failOnce('pageRegister.savePart', lost);
    await expect(recordChange(fakes, '10001')).rejects.toBe(lost);
    const { pageId } = pageCalled(fakes, TITLE);
    await publishPage(fakes, '2026-03', 0);
    expect([logPart(fakes)?.pageId, fakes.pages.pages.size]).toEqual([pageId, 2]);
  });
});
