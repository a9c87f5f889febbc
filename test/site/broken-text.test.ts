import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { marchPage, tableRows, textOf } from '../../demo/log-pages';
import { restoring } from './restored-site';
import { COMPLETE_PLAN, must, openSite, submittedChange } from './open-site';

/** A text that some program cut in the middle of an emoji, with characters that no page can hold. */
const BROKEN = 'Cut off: \uD83D and \u0000\u0008\uFFFE';

const withChange = restoring(async () => {
  const site = await openSite();
  return { site, key: await submittedChange(site, { ...COMPLETE_PLAN, Summary: BROKEN, 'Impact analysis': BROKEN }) };
});

describe('a change with half a character in it', () => {
  let site: Site;
  let key: string;
  beforeEach(async () => {
    ({ site, key } = await withChange());
  });
  afterEach(() => site.close());

  it('is put on record, with a mark in the place of what cannot be kept', async () => {
    await must(site, PEOPLE.priya, key, 'Cancel');
    await site.deliver();
    const { document } = await marchPage(site);
    expect(tableRows(document).map(([cell]) => cell)).toContain(key);
    expect(textOf(document)).toContain('Cut off: \uFFFD and \uFFFD\uFFFD\uFFFD');
  });

  it('can be approved, with such a comment as well', async () => {
    await visit(site, PEOPLE.sam).vote(key, 'approve', BROKEN);
    const panel = await visit(site, PEOPLE.priya).panel(key);
    expect(panel).toMatchObject({ votes: [{ weight: 'stands', comment: 'Cut off: \uFFFD and \u0000\u0008\uFFFE' }] });
  });
});
