import { z } from 'zod';
import type { SiteClient } from './site-client';
import { anything, SiteError } from './site-client';

const person = z.object({
  accountId: z.string(),
  displayName: z.string(),
  emailAddress: z.string(),
  accountType: z.string().default('atlassian'),
  active: z.boolean().default(true),
  timeZone: z.string().default('UTC'),
  role: z.string().optional(),
});
export type SandboxPerson = z.infer<typeof person>;

const people = z.union([z.array(person), z.object({ people: z.array(person) }).transform((body) => body.people)]);

const tour = z.object({
  title: z.string(),
  lines: z.array(z.string()),
  steps: z.array(z.object({ as: z.string(), title: z.string(), text: z.string(), href: z.string() })).default([]),
});
export type Tour = z.infer<typeof tour>;

const clock = z.object({ now: z.union([z.string(), z.number()]).transform((now) => new Date(now).toISOString()) });

/** Everybody on the site, the account of the app among them. */
export async function fetchPeople(site: SiteClient): Promise<readonly SandboxPerson[]> {
  return site.get('/sandbox/people', people);
}

/** Undefined when whoever started the site brought no tour. */
export async function fetchTour(site: SiteClient): Promise<Tour | undefined> {
  try {
    return await site.get('/sandbox/tour', tour);
  } catch (error) {
    if (error instanceof SiteError && error.status === 404) return undefined;
    throw error;
  }
}

export async function fetchNow(site: SiteClient): Promise<string> {
  return (await site.get('/sandbox/clock', clock)).now;
}

/** Sets the clock of the site; it never goes back. */
export async function setNow(site: SiteClient, now: string): Promise<void> {
  await site.send('POST', '/sandbox/clock', { now }, anything);
}

/** Lets every waiting event and queued job reach the app now. */
export async function deliver(site: SiteClient): Promise<void> {
  await site.send('POST', '/sandbox/deliver', {}, anything);
}

const pendingSchema = z.object({ events: z.number(), messages: z.number(), due: z.number() });

/** Events and queued messages that have not reached the app, and how many of them could reach it now. */
export type Pending = z.infer<typeof pendingSchema>;

export async function fetchPending(site: SiteClient): Promise<Pending> {
  return site.get('/sandbox/pending', pendingSchema);
}

const logEntry = z.object({
  at: z.string(),
  function: z.string().optional(),
  method: z.string(),
  path: z.string(),
  as: z.string(),
  status: z.number(),
  bytes: z.number(),
});
export type LogEntry = z.infer<typeof logEntry>;
const log = z.union([
  z.array(logEntry),
  z.object({ entries: z.array(logEntry) }).transform(({ entries }) => entries),
  z.object({ calls: z.array(logEntry) }).transform(({ calls }) => calls),
]);

/** What the app asked of the platform, newest first. */
export async function fetchLog(site: SiteClient): Promise<readonly LogEntry[]> {
  return [...(await site.get('/sandbox/log', log))].reverse();
}
