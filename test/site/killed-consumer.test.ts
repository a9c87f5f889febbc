import { afterEach, describe, expect, it } from '@jest/globals';
import type { Site } from '../../sandbox';
import { checkedLedger } from './checked-ledger';
import { closedChange, marchPage, openSite, tableRows } from './open-site';
import { storedValues } from './stored-values';

/** What every run must end with, however often the consumer died on the way. */
async function expectOneRowAndOneEntry(site: Site, key: string): Promise<void> {
  const rows = tableRows((await marchPage(site)).document).filter(([first]) => first === key);
  expect(rows).toHaveLength(1);
  const closings = [...storedValues(site)].filter(
    ([name, value]) => name.includes('ledger-entry/') && JSON.stringify(value).includes('change-closed'),
  );
  expect(closings).toHaveLength(1);
  expect(await checkedLedger(site)).toMatchObject({ intact: true });
}

describe('a consumer that is killed', () => {
  let site: Site;
  afterEach(() => site.close());

  it('leaves one row and one ledger entry, whichever of its platform calls was the last', async () => {
    site = await openSite();
    const first = await closedChange(site);
    await site.deliver();
    await expectOneRowAndOneEntry(site, first);
    const calls = site.log.entries().filter((call) => call.function === 'changePublisher').length;
    expect(calls).toBeGreaterThan(8);
    await site.close();

    for (let last = 1; last <= calls; last += 1) {
      site = await openSite();
      const key = await closedChange(site);
      site.faults.killAfterCalls(last, { function: 'changePublisher' });
      const report = await site.deliver({ advanceClock: true });
      expect(report.deliveries.map(({ outcome }) => outcome)).toContain('retried');
      await expectOneRowAndOneEntry(site, key);
      await site.close();
    }
  }, 120_000);

  it.each([
    ['429', 429],
    ['503', 503],
    ['no answer', 'timeout'],
    ['a lost answer', 'lost-answer'],
  ] as const)('does the same when a platform call ends in %s', async (_name, status) => {
    site = await openSite();
    const key = await closedChange(site);
    for (let each = 1; each <= 4; each += 1) {
      site.faults.failCall({
        match: { function: 'changePublisher', path: each % 2 === 0 ? '/wiki/' : '/api/' },
        status,
      });
    }
    await site.deliver({ advanceClock: true });
    await expectOneRowAndOneEntry(site, key);
  });
});
