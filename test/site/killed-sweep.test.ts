import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { healthApi } from '../../src/contracts/api/health-api';
import { adminCall } from './authorization-site';
import { checkedLedger } from './checked-ledger';
import { findingsOf, ledgerOf } from './on-record';
import { COMPLETE_PLAN, must, submittedChange } from './open-site';
import { remember } from './rewind';
import { openWatchedSite } from './swept-site';
import { ask, removeValidators } from './way-around';

const { priya, ivo, jonas } = PEOPLE;
const comments = z.object({ comments: z.array(z.object({ body: z.unknown() })) });

/** What a sweep leaves behind, without when: a killed one ends later. */
interface Outcome {
  readonly onRecord: readonly unknown[];
  readonly told: readonly string[];
  readonly listed: number;
}

describe('a sweep that is killed', () => {
  let site: Site;
  /** Changes on which people can be told something. */
  let keys: readonly string[];
  let whole: Outcome;
  /** To where the sweep has been asked for and has not begun. */
  let rewind: () => void;

  beforeAll(async () => {
    const watched = await openWatchedSite();
    ({ site } = watched);
    const bypassed = await submittedChange(site);
    const gone = await submittedChange(site);
    const withdrawn = await submittedChange(site);
    await site.deliver();
    await removeValidators(site, watched.project, 'Authorize');
    site.faults.inject({ seed: 1, rates: { drop: 1 } });
    const missed = await visit(site, priya).createChange(COMPLETE_PLAN);
    await must(site, priya, missed, 'Submit');
    await must(site, priya, withdrawn, 'Cancel');
    await must(site, ivo, bypassed, 'Authorize');
    await ask(site, jonas, 'DELETE', `/rest/api/3/issue/${gone}`);
    const row = {
      project: 'CHG',
      issueType: 'Change Request',
      status: 'Implementing',
      fields: { summary: 'Imported' },
    };
    const imported = site.jira.importIssues([row], jonas.accountId);
    site.faults.clear();
    await site.deliver();
    keys = [bypassed, missed, withdrawn, ...imported];
    site.clock.advance(3_600_000);
    await adminCall(site, 'sweepNow', healthApi.sweepNow.response, {});
    rewind = remember(site);
    await site.deliver();
    whole = await outcome();
  }, 60_000);
  afterAll(() => site.close());

  it('finds the same and tells the same people, nothing twice, after whichever of its calls it was killed', async () => {
    rewind();
    await site.deliver();
    expect(
      findingsOf(site)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['change-left', 'event-missed', 'event-missed', 'gate-bypassed', 'gates-skipped', 'guard-missing']);
    expect(whole.told).toHaveLength(2);
    await expectTheSameAfterEach(writesOfOneRun(), rewind);
  }, 120_000);

  it('tells them once after whichever of its calls it was killed while it told them', async () => {
    rewind();
    site.faults.failCall({ match: { function: 'watchman', path: '/comment' }, status: 503, times: 9 });
    await site.deliver();
    site.faults.clear();
    const again = remember(site);
    site.log.clear();
    await site.deliver({ advanceClock: true });
    await expectTheSameAfterEach(writesOfOneRun(), again);
  });

  async function expectTheSameAfterEach(calls: readonly number[], back: () => void): Promise<void> {
    expect(calls.length).toBeGreaterThan(1);
    for (const last of calls) {
      back();
      site.faults.killAfterCalls(last, { function: 'watchman' });
      const { deliveries } = await site.deliver({ advanceClock: true });
      const retried = deliveries.filter(({ outcome: how }) => how === 'retried').length;
      expect({ last, retried, ...(await outcome()) }).toEqual({ last, retried: 1, ...whole });
    }
    expect(await checkedLedger(site)).toMatchObject({ intact: true });
  }

  /** The longest run of the watchman: which of its calls write. To die after another one is to die after the write before. */
  function writesOfOneRun(): readonly number[] {
    const runs = new Map<string, boolean[]>();
    for (const { function: name, invocation = '', method, path } of site.log.entries()) {
      if (name === 'watchman') runs.set(invocation, [...(runs.get(invocation) ?? []), isWrite(method, path)]);
    }
    const [longest = []] = [...runs.values()].sort((one, other) => other.length - one.length);
    return longest.flatMap((writes, index) => (writes ? [index + 1] : []));
  }

  async function outcome(): Promise<Outcome> {
    const { findings } = await adminCall(site, 'health', healthApi.health.response, {});
    const read = keys.map(async (key) =>
      comments.parse(await visit(site, priya).get(`/rest/api/3/issue/${key}/comment`)),
    );
    const told = (await Promise.all(read)).flatMap((found) => found.comments.map(({ body }) => withoutNumber(body)));
    return { onRecord: ledgerOf(site).map(withoutTime).sort(), told: told.sort(), listed: findings.length };
  }
});

const READS = /entity\/get|batch|bulkfetch|api\/3\/workflows$/;

function isWrite(method: string, path: string): boolean {
  return method !== 'GET' && !READS.test(path);
}

/** In which order two changes come on record is nobody's business. */
function withoutNumber(body: unknown): string {
  return JSON.stringify(body).replaceAll(/Ledger entry \d+/g, 'Ledger entry');
}

function withoutTime(entry: { readonly actionId: string; readonly event: object }): string {
  return JSON.stringify({ ...entry.event, actionId: entry.actionId, leftAt: null });
}
