import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFile, writeFile } from 'node:fs/promises';

const CHANNEL = 'bench:platform-call';

/** What was seen of the app's platform calls between two instants. */
export interface Traffic {
  readonly calls: number;
  /** The most calls that were under way at once. */
  readonly mostInFlight: number;
  /** How many calls had to be waited for one after another: the time that all took, in answers. */
  readonly waits: number;
}

/**
 * Copies a bundle so that each of its platform calls takes this long and is told on a diagnostics channel, which is what
 * the app's own process shares with whoever measures it. The app in it is the same to the byte.
 */
export async function slowDown(bundle: string, copy: string, milliseconds: number): Promise<void> {
  const prelude = `"use strict";
{
  const calls = require('node:diagnostics_channel').channel(${JSON.stringify(CHANNEL)});
  const answer = globalThis.__forge_fetch__;
  globalThis.__forge_fetch__ = async (...call) => {
    calls.publish(1);
    await new Promise((done) => setTimeout(done, ${milliseconds}));
    try {
      return await answer(...call);
    } finally {
      calls.publish(-1);
    }
  };
}
`;
  await writeFile(copy, prelude + (await readFile(bundle, 'utf8')));
}

/** Watches the platform calls while something is done. */
export async function watchTraffic(milliseconds: number, work: () => Promise<unknown>): Promise<Traffic> {
  const seen = { calls: 0, inFlight: 0, mostInFlight: 0, since: 0, busy: 0 };
  const count = (step: unknown) => {
    if (step === 1) {
      if (seen.inFlight === 0) seen.since = performance.now();
      seen.calls += 1;
      seen.inFlight += 1;
      seen.mostInFlight = Math.max(seen.mostInFlight, seen.inFlight);
    } else {
      seen.inFlight -= 1;
      if (seen.inFlight === 0) seen.busy += performance.now() - seen.since;
    }
  };
  subscribe(CHANNEL, count);
  try {
    await work();
  } finally {
    unsubscribe(CHANNEL, count);
  }
  return { calls: seen.calls, mostInFlight: seen.mostInFlight, waits: Math.round(seen.busy / milliseconds) };
}
