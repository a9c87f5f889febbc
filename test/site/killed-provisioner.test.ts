import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Site } from '../../sandbox';
import { checkedLedger } from './checked-ledger';
import { configurationOf, isOnTheWayTo, type Configuration } from './jira-configuration';
import { remember } from './rewind';
import { openPlainSite, progressOf, projectId, start } from './setup-site';

interface Call {
  readonly method: string;
  readonly path: string;
}

/** A message of the provisioner: how to go back to where it begins, and what it calls. */
interface Message {
  readonly rewind: () => void;
  readonly calls: readonly Call[];
}

const READS = /entity\/get|batch|approximate-count|\/validation|api\/3\/workflows$/;
const isWrite = ({ method, path }: Call): boolean => method !== 'GET' && !READS.test(path);

/** To die after noting one step of many is to stop between two of them, as at the end of every message. */
function isNoted(calls: readonly Call[], index: number): boolean {
  const notes = calls.flatMap(({ path }, at) => (path.includes('/transaction') ? [at] : []));
  return notes.includes(index) && index !== notes[0] && index !== notes.at(-1);
}

describe('a set-up that is cut short', () => {
  let site: Site;
  let id: string;
  let messages: readonly Message[];
  let whole: Configuration;

  beforeEach(async () => {
    site = await openPlainSite();
    id = await projectId(site, 'OPS');
    await start(site, id);
    messages = await undisturbedRun();
    whole = configurationOf(site);
    expect((await progressOf(site, id)).state).toBe('finished');
  });
  afterEach(() => site.close());

  it('goes on without making anything twice, after whichever call the consumer is killed', async () => {
    let kills = 0;
    for (const { rewind, calls } of messages) {
      for (const [index, call] of calls.entries()) {
        if (!isWrite(call) || isNoted(calls, index)) continue;
        rewind();
        site.faults.killAfterCalls(index + 1, { function: 'provisioner' });
        const { deliveries } = await site.deliver();
        expect(deliveries.map(({ outcome }) => outcome)).toContain('retried');
        if (!isOnTheWayTo(configurationOf(site), whole)) {
          throw new Error(`Killed after ${call.method} ${call.path}, it made something twice.`);
        }
        kills += 1;
      }
    }
    expect(kills).toBeGreaterThan(120);
  }, 180_000);

  it('ends the same when the answer to any kind of call is lost', async () => {
    const seen = new Set<string>();
    for (const { rewind, calls } of messages) {
      for (const call of calls.filter(isWrite)) {
        const path = new RegExp(`^${call.path.replace(/[?].*/, '').replaceAll(/\d+/g, String.raw`\d+`)}(\\?|$)`);
        if (seen.has(`${call.method} ${path.source}`)) continue;
        seen.add(`${call.method} ${path.source}`);
        rewind();
        site.faults.failCall({ match: { function: 'provisioner', method: call.method, path }, status: 'lost-answer' });
        await site.deliver({ advanceClock: true });
        expect({ call, now: configurationOf(site) }).toEqual({ call, now: whole });
        expect(await progressOf(site, id)).toMatchObject({ state: 'finished', failure: null });
      }
    }
    expect(seen.size).toBeGreaterThan(15);
    expect(await checkedLedger(site)).toMatchObject({ intact: true });
  }, 120_000);

  /** Works message by message to the end. */
  async function undisturbedRun(): Promise<readonly Message[]> {
    const run: Message[] = [];
    while ((await progressOf(site, id)).state === 'running') {
      const rewind = remember(site);
      site.log.clear();
      await site.deliver();
      const calls = site.log.entries().filter((call) => call.function === 'provisioner');
      run.push({ rewind, calls: calls.map(({ method, path }) => ({ method, path })) });
      site.clock.advance(1_000);
    }
    return run;
  }
});
