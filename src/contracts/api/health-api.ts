import { z } from 'zod';

/** The calls of the tab "Health" of the Jira admin page. Every call checks on the server that the caller administers Jira. */

const outcome = z.object({
  startedAt: z.string(),
  finishedAt: z.string(),
  /** How many changes were looked at. */
  looked: z.number(),
  /** How much was found amiss that was not known before. */
  found: z.number(),
  /** Changes that could not be looked at, each as a sentence. */
  problems: z.array(z.string()),
});

export const findingView = z.object({
  /** Number of the ledger entry. */
  seq: z.number(),
  /** When it came on record. */
  at: z.string(),
  /** What is the case, and what to do next: sentences. */
  text: z.string(),
  remedy: z.string(),
  /** Where to look: the key of a change or of a project; null where it is gone. */
  place: z.string().nullable(),
  /** Whether it is still so; null where nobody looks again. */
  lasts: z.boolean().nullable(),
  /** The project in which the app can put right what is amiss; null where it cannot, or where nothing is any more. */
  mendable: z.object({ projectId: z.string(), projectKey: z.string() }).nullable(),
});

export const healthView = z.object({
  /** The last sweep that came to its end. */
  last: outcome.nullable(),
  /** The sweep that is under way, and how many things it still has to look at in this part of it. */
  running: z.object({ startedAt: z.string(), pending: z.number() }).nullable(),
  /** Why the last attempt ended before its time. */
  failure: z.object({ at: z.string(), why: z.string() }).nullable(),
  /** What was found, the newest first. */
  findings: z.array(findingView),
  /** How many older ones are left out. */
  older: z.number(),
  /** Since when nothing was found: the newest finding, or else the day on which the first project was watched. */
  quietSince: z.string().nullable(),
  /** How many projects are watched. */
  projects: z.number(),
  /** Records that wait for their page of the change log. */
  waitingRecords: z.number(),
});

export type FindingView = z.infer<typeof findingView>;
export type HealthView = z.infer<typeof healthView>;

/** Function key -> what goes in and what comes out (inside a `Result`). */
export const healthApi = {
  health: { request: z.strictObject({}), response: healthView },
  /** Puts the gates back on the transitions of a project that have lost them. */
  putGuardsBack: {
    request: z.strictObject({ projectId: z.string().regex(/^\d{1,20}$/) }),
    response: healthView,
  },
  /** Asks for a sweep, or wakes the one that is under way. */
  sweepNow: { request: z.strictObject({}), response: healthView },
} as const;
