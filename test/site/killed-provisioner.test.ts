import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

/** Far more than a set-up takes. */
const MOST_MESSAGES = 50;
/** The kinds of calls are dealt out to so many runs: one run for each would say the same, for ten times as long. */
const GROUPS = [1, 2, 3, 4];

describe('a set-up that is cut short', () => {
  let site: Site;
  let id: string;
  let messages: readonly Message[];
  let whole: Configuration;

  beforeAll(async () => {
    site = await openPlainSite();
    id = await projectId(site, 'OPS');
    await start(site, id);
    messages = await undisturbedRun();
    whole = configurationOf(site);
    expect((await progressOf(site, id)).state).toBe('finished');
  });
  afterAll(() => site.close());

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

  it.each(GROUPS)('ends the same when the answers to several kinds of calls are lost (%i)', async (group) => {
    const lost = kindsOfWrites().filter((_kind, index) => index % GROUPS.length === group - 1);
    expect(lost.length).toBeGreaterThan(3);
    messages[0]?.rewind();
    for (const { method, path } of lost) {
      site.faults.failCall({ match: { function: 'provisioner', method, path }, status: 'lost-answer' });
    }
    const { deliveries } = await site.deliver({ advanceClock: true });
    expect(deliveries.filter(({ outcome }) => outcome === 'retried')).toHaveLength(lost.length);
    expect({ lost, now: configurationOf(site) }).toEqual({ lost, now: whole });
    expect(await progressOf(site, id)).toMatchObject({ state: 'finished', failure: null });
    expect(await checkedLedger(site)).toMatchObject({ intact: true });
  });

  /** Whatever is written, each kind once: what differs by an id only is of one kind. */
  function kindsOfWrites(): readonly { readonly method: string; readonly path: RegExp }[] {
    const writes = messages.flatMap(({ calls }) => calls.filter(isWrite));
    const kinds = writes.map(({ method, path }) => {
      const pattern = path.replace(/[?].*/, '').replaceAll(/\d+/g, String.raw`\d+`);
      return [`${method} ${pattern}`, { method, path: new RegExp(`^${pattern}(\\?|$)`) }] as const;
    });
    return [...new Map(kinds).values()];
  }

  /** Works message by message to the end. */
  async function undisturbedRun(): Promise<readonly Message[]> {
    const run: Message[] = [];
    while ((await progressOf(site, id)).state === 'running') {
      if (run.length > MOST_MESSAGES) throw new Error('A set-up that nothing disturbs does not come to its end.');
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
