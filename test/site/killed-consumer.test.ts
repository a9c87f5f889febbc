import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Site } from '../../sandbox';
import { checkedLedger } from './checked-ledger';
import { marchPage, tableRows } from '../../demo/log-pages';
import { leaveInLine } from './leave-in-line';
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
  const key = await closedChange(site);
  const rewind = remember(site);
  await site.deliver();
  const calls = callsOfOneRun(site);
  await expectOneRowAndOneEntry(site, key);
  rewind();
  await leaveInLine(site, 'changePublisher');
  return { site, key, calls };
});

describe('a consumer that is killed', () => {
  let site: Site;
  let key: string;
  let calls: readonly string[];
  let rewind: () => void;
  beforeEach(async () => {
    ({ site, key, calls } = await withClosedChange());
    rewind = remember(site);
  });
  afterEach(() => site.close());

  it('leaves one row and one ledger entry, whichever of its platform calls was the last', async () => {
    expect(calls.length).toBeGreaterThan(50);
    for (let last = 1; last <= calls.length; last += 1) {
      rewind();
      site.faults.killAfterCalls(last, { function: 'changePublisher' });
      const report = await site.deliver({ advanceClock: true });
      expect(report.deliveries.filter(({ outcome }) => outcome === 'retried')).toHaveLength(1);
      await expectOneRowAndOneEntry(site, key);
    }
  }, 120_000);

  it.each([
    ['429', 429],
    ['503', 503],
    ['no answer', 'timeout'],
    ['a lost answer', 'lost-answer'],
  ] as const)(
    'does the same when any of its platform calls ends in %s',
    async (_name, status) => {
      for (const call of new Set(calls)) {
        rewind();
        const [method = '', path = ''] = call.split(' ');
        site.faults.failCall({ match: { function: 'changePublisher', method, path }, status });
        await site.deliver({ advanceClock: true });
        await expectOneRowAndOneEntry(site, key);
      }
    },
    120_000,
  );
});

/** The platform calls of the longest run of the consumer, in order. */
function callsOfOneRun(site: Site): readonly string[] {
  const runs = new Map<string, string[]>();
  for (const { function: key, invocation = '', method, path } of site.log.entries()) {
    if (key === 'changePublisher') runs.set(invocation, [...(runs.get(invocation) ?? []), `${method} ${path}`]);
  }
  return [...runs.values()].reduce((longest, run) => (run.length > longest.length ? run : longest), []);
}
