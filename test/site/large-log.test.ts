import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { logPages, tableRows } from '../../demo/log-pages';
import { COMPLETE_PLAN, must, openSite } from './open-site';

const MOST_BYTES = 200_000;

describe('a month with many changes', () => {
  let site: Site;
  beforeEach(async () => {
    site = await openSite();
  });
  afterEach(() => site.close());

  async function cancelledChanges(count: number, text: string): Promise<readonly string[]> {
    const priya = visit(site, PEOPLE.priya);
    const keys: string[] = [];
    for (let number = 1; number <= count; number += 1) {
      const key = await priya.createChange({
        ...COMPLETE_PLAN,
        Summary: `Change ${String(number)}`,
        'Test plan': text,
      });
      await must(site, PEOPLE.priya, key, 'Cancel');
      keys.push(key);
    }
    await site.deliver();
    return keys;
  }

  it.each([
    ['plans of usual length', 30, 'Twice.'],
    ['plans of a thousand short lines', 5, 'x\n'.repeat(1000)],
  ])('goes on to further pages before one is larger than 200 kB, with %s', async (_name, count, text) => {
    const keys = await cancelledChanges(count, text);
    const months = (await logPages(site)).filter(({ title }) => title.startsWith('Change log March 2026'));
    expect(months.length).toBeGreaterThan(1);
    for (const { document } of months) {
      expect(Buffer.byteLength(JSON.stringify(document))).toBeLessThan(MOST_BYTES);
    }
    const rows = months.flatMap(({ document }) =>
      tableRows(document)
        .slice(1)
        .map(([cell]) => cell),
    );
    expect(rows.toSorted()).toEqual(keys.toSorted());
  });
});
