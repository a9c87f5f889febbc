import { afterEach, describe, expect, it } from '@jest/globals';
import type { Site } from '../../sandbox';
import { checkedLedger } from './checked-ledger';
import { marchPage, tableRows } from '../../demo/log-pages';
import { restoring } from './restored-site';
import { closedChange, openSite } from './open-site';
import { remember } from './rewind';
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

const withClosedChange = restoring(async () => {
  const site = await openSite();
  return { site, key: await closedChange(site) };
});

describe('a consumer that is killed', () => {
  let site: Site;
  afterEach(() => site.close());

  it('leaves one row and one ledger entry, whichever of its platform calls was the last', async () => {
    let key: string;
    ({ site, key } = await withClosedChange());
    const rewind = remember(site);
    await site.deliver();
    await expectOneRowAndOneEntry(site, key);
    const calls = mostCallsOfOneRun(site);
    expect(calls).toBeGreaterThan(15);

    for (let last = 1; last <= calls; last += 1) {
      rewind();
      site.faults.killAfterCalls(last, { function: 'changePublisher' });
      const report = await site.deliver({ advanceClock: true });
      expect(report.deliveries.filter(({ outcome }) => outcome === 'retried')).toHaveLength(1);
      await expectOneRowAndOneEntry(site, key);
    }
  }, 60_000);

  it.each([
    ['429', 429],
    ['503', 503],
    ['no answer', 'timeout'],
    ['a lost answer', 'lost-answer'],
  ] as const)(
    'does the same when any of its platform calls ends in %s',
    async (_name, status) => {
      let key: string;
      ({ site, key } = await withClosedChange());
      const rewind = remember(site);
      await site.deliver();
      const paths = new Set(callsOf(site).map(({ method, path }) => `${method} ${path}`));
      for (const call of paths) {
        rewind();
        const [method = '', path = ''] = call.split(' ');
        site.faults.failCall({ match: { function: 'changePublisher', method, path }, status });
        await site.deliver({ advanceClock: true });
        await expectOneRowAndOneEntry(site, key);
      }
    },
    60_000,
  );
});

function callsOf(site: Site) {
  return site.log.entries().filter((call) => call.function === 'changePublisher');
}

function mostCallsOfOneRun(site: Site): number {
  const runs = new Map<string, number>();
  for (const { invocation = '' } of callsOf(site)) runs.set(invocation, (runs.get(invocation) ?? 0) + 1);
  return Math.max(...runs.values());
}
