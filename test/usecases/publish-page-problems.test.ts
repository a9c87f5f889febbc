import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../src/domain/failure';
import { PAGE_BYTES, ROOT_TITLE } from '../../src/domain/record/change-log';
import { rootMark } from '../../src/domain/record/page-mark';
import { publishPage } from '../../src/usecases/publish-page';
import { recordChange } from '../../src/usecases/record-change';
import { rowNumbers, siteAfter } from '../builders/closed-site';
import { SPACE } from '../builders/governed-site';
import { closeAnother, logPart, pageCalled, shown, siteWithPage, TITLE } from '../builders/published-log';
import type { Fakes } from '../fakes/create-fakes';

describe('a page that waits for a person', () => {
  it('keeps its rows and says that no space is chosen', async () => {
    const fakes = siteAfter();
    fakes.store.settings = { ...fakes.store.settings, spaceId: null };
    await recordChange(fakes, '10001');
    expect(logPart(fakes)).toMatchObject({
      published: false,
      pageId: null,
      problem: { code: 'no-space', since: '2026-03-02T09:00:00.000Z' },
    });
    expect(rowNumbers(fakes)).toEqual({ '2026-03': [[1]] });
  });

  it.each<[string, (fakes: Fakes) => void]>([
    ['not-permitted', (fakes) => fakes.pages.closedSpaces.add(SPACE.spaceId)],
    [
      'title-taken',
      (fakes) => fakes.pages.putPage({ spaceId: SPACE.spaceId, parentId: null, title: TITLE, content: null }),
    ],
    [
      'title-taken',
      (fakes) => fakes.pages.putPage({ spaceId: SPACE.spaceId, parentId: null, title: ROOT_TITLE, content: null }),
    ],
    [
      'title-taken',
      (fakes) =>
        fakes.pages.putPage({
          spaceId: SPACE.spaceId,
          parentId: null,
          title: ROOT_TITLE,
          content: { kind: 'root', mark: rootMark('f'.repeat(64)) },
        }),
    ],
  ])('says %s where it cannot be made (%#), and is made once that is mended', async (code, arrange) => {
    const fakes = siteAfter();
    arrange(fakes);
    await recordChange(fakes, '10001');
    expect(logPart(fakes)).toMatchObject({ published: false, problem: { code } });
    const strangers = [...fakes.pages.pages.values()];
    expect(strangers.map(({ version }) => version)).toEqual(strangers.map(() => 1));
    fakes.pages.closedSpaces.clear();
    for (const { pageId } of strangers) fakes.pages.edit(pageId, { title: 'Something else' });
    await publishPage(fakes, '2026-03', 0);
    expect(logPart(fakes)).toMatchObject({ published: true, problem: null });
  });

  it('says title-taken where a page that the app may not see has the title', async () => {
    const fakes = siteAfter();
    fakes.faults.failOnce('pages.create', new Failure('conflict', 'The title is taken.'));
    await recordChange(fakes, '10001');
    expect(logPart(fakes)?.problem?.code).toBe('title-taken');
  });

  it('says page-missing where somebody deleted it, and is never made a second time', async () => {
    const fakes = await siteWithPage();
    pageCalled(fakes, TITLE).trashed = true;
    await closeAnother(fakes);
    expect(logPart(fakes)).toMatchObject({ published: false, problem: { code: 'page-missing' } });
    expect([rowNumbers(fakes), fakes.pages.pages.size]).toEqual([{ '2026-03': [[1, 2]] }, 2]);
  });

  it('goes on where it was once the deleted page is restored', async () => {
    const fakes = await siteWithPage();
    const page = pageCalled(fakes, TITLE);
    page.trashed = true;
    await closeAnother(fakes);
    page.trashed = false;
    await publishPage(fakes, '2026-03', 0);
    expect([logPart(fakes)?.published, logPart(fakes)?.problem, shown(page)]).toEqual([true, null, [1, 2]]);
  });

  it('says root-missing where the page above it was deleted', async () => {
    const fakes = await siteWithPage();
    pageCalled(fakes, ROOT_TITLE).trashed = true;
    await closeAnother(fakes, '10002', 'x'.repeat(PAGE_BYTES));
    expect(logPart(fakes, 1)?.problem?.code).toBe('root-missing');
  });

  it('says not-permitted where it was restricted, and still knows which page it is', async () => {
    const fakes = await siteWithPage();
    const { pageId } = pageCalled(fakes, TITLE);
    fakes.pages.closedSpaces.add(SPACE.spaceId);
    await closeAnother(fakes);
    expect(logPart(fakes)).toMatchObject({ pageId, published: false, problem: { code: 'not-permitted' } });
  });

  it('says since when, also when it is tried again later', async () => {
    const fakes = siteAfter();
    fakes.pages.closedSpaces.add(SPACE.spaceId);
    await recordChange(fakes, '10001');
    fakes.clock.advance(3_600_000);
    await publishPage(fakes, '2026-03', 0);
    expect(logPart(fakes)?.problem?.since).toBe('2026-03-02T09:00:00.000Z');
  });
});
