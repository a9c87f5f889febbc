import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { checkedLedger } from './checked-ledger';
import { findingsOf } from './on-record';
import { close, must, submittedChange, TESTED } from './open-site';
import { openWatchedSite, sweep } from './swept-site';

/** With CLEAN_HISTORY=500 in the environment it is a history of five hundred, which takes a minute and a half. */
const CHANGES = Number(process.env['CLEAN_HISTORY'] ?? 20);
const { priya, sam, carla, ivo } = PEOPLE;

describe('a history in which everybody kept to the way', () => {
  let site: Site;
  beforeEach(async () => {
    ({ site } = await openWatchedSite());
  });
  afterEach(() => site.close());

  const approved = async () => {
    const key = await submittedChange(site);
    await visit(site, sam).vote(key, 'approve');
    await visit(site, carla).vote(key, 'approve');
    await must(site, ivo, key, 'Authorize');
    return key;
  };
  const LIVES: readonly (() => Promise<void>)[] = [
    async () => must(site, sam, await submittedChange(site), 'Reject'),
    async () => must(site, priya, await approved(), 'Cancel'),
    async () => {
      const key = await submittedChange(site);
      await must(site, sam, key, 'Send back');
      await must(site, priya, key, 'Submit');
    },
    async () => {
      const key = await approved();
      await must(site, ivo, key, 'Implement', TESTED);
      await must(site, ivo, key, 'Complete', { Implementer: ivo });
      await close(site, ivo, key);
    },
    async () => {
      const key = await approved();
      await must(site, ivo, key, 'Implement', TESTED);
      await must(site, ivo, key, 'Roll back');
    },
  ];

  it(`of ${String(CHANGES)} changes raises no alarm, however they ended`, async () => {
    for (let count = 0; count < CHANGES; count += 1) {
      await LIVES[count % LIVES.length]?.();
      await site.deliver();
      if (count % 50 === 49) await sweep(site);
    }
    await sweep(site);
    await sweep(site);
    expect(findingsOf(site)).toEqual([]);
    expect(await checkedLedger(site)).toMatchObject({ intact: true });
  }, 600_000);
});
