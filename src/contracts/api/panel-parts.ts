import { z } from 'zod';
import { GATES } from '../../domain/change/lifecycle';

/** What the views of the issue panel are made of. Account ids are named by the `names` of the whole answer. */
export const clauseRef = z.object({ id: z.string(), text: z.string() });

/** One thing that the policy asks for at the next gate, in words. */
export const checkItem = z.object({
  ruleId: z.string(),
  state: z.enum(['met', 'unmet', 'unknown', 'waived', 'excepted']),
  /** What is the case, e.g. "Rollback steps is empty". */
  text: z.string(),
  /** What to do about it; null where nothing is to be done. */
  remedy: z.string().nullable(),
  clauses: z.array(clauseRef),
});

const shownKind = z.enum(['text', 'person', 'instant']);

/** A part of the plan as a vote had it and as it is now, both in the notation of Jira's changelog. */
export const difference = z.object({
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  kind: shownKind,
  /** The last edit; null where Jira names nobody. */
  by: z.string().nullable(),
  at: z.string(),
});

export const voteItem = z.object({
  by: z.string(),
  at: z.string(),
  decision: z.enum(['approve', 'decline', 'withdraw']),
  gate: z.enum(GATES),
  /** The roles in which the voter spoke in the own right. */
  roles: z.array(z.string()),
  /** Roles that somebody handed to the voter, and whether the vote speaks for that person. */
  lent: z.array(z.object({ roleTitle: z.string(), of: z.string(), counts: z.boolean() })),
  /** What the vote grants an exception from. */
  grants: z.array(z.string()),
  comment: z.string(),
  weight: z.enum(['stands', 'void', 'superseded', 'withdrawn', 'barred', 'expired', 'not-asked', 'not-human']),
  /** Why it has no weight, e.g. "Rollback steps was edited after this vote"; null where it stands. */
  why: z.string().nullable(),
  differences: z.array(difference),
});

export const waitingFor = z.object({
  role: z.string(),
  roleTitle: z.string(),
  /** Account ids of people who could give this approval, as far as they are known. */
  people: z.array(z.string()),
  /** Whether any Jira group is mapped to the role at all. */
  mapped: z.boolean(),
  /** Since when it is waited for; null where that is not known. */
  since: z.string().nullable(),
});

/** A duty with a term, as it stands for this change. */
export const clockItem = z.object({
  id: z.string(),
  title: z.string(),
  clauses: z.array(clauseRef),
  state: z.enum(['not-started', 'running', 'done', 'overdue', 'unknown']),
  dueAt: z.string().nullable(),
  /** How long it runs and from when, e.g. "24 hours after the implementation began". */
  term: z.string(),
  /** What is still to be filled in. */
  missing: z.array(z.string()),
});

export const emergencyView = z.object({
  /** How the policy lets an emergency pass, sentence by sentence. */
  course: z.array(z.string()),
  /** Whether it waits to be expedited, and nothing is in the way. */
  mayExpedite: z.boolean(),
  /** The approvals that come after the implementation; empty where they are in the checklist. */
  afterwards: z.array(checkItem),
});

export const timeView = z.object({
  planned: z.object({ from: z.string(), until: z.string() }).nullable(),
  windows: z.array(
    z.object({
      title: z.string(),
      kind: z.enum(['freeze', 'maintenance']),
      strength: z.enum(['hard', 'soft']).nullable(),
      from: z.string(),
      until: z.string(),
      /** Whether it is about this change. */
      binds: z.boolean(),
    }),
  ),
  /** Why the windows are not known, in words; null where they are. */
  unknown: z.string().nullable(),
  /** Other changes on the same services at that time; null where nobody looked. */
  conflicts: z.array(z.object({ key: z.string(), from: z.string(), until: z.string() })).nullable(),
});

export const exceptionView = z.object({
  /** Whether the policy knows exceptions at all. */
  possible: z.boolean(),
  /** What the change asks an exception from. */
  asked: z.array(z.object({ name: z.string(), text: z.string() })),
  /** Who grants, e.g. "the Head of Engineering and the Security Officer"; null where nobody can. */
  grantedBy: z.string().nullable(),
  /** What one could be asked from now. */
  offered: z.array(z.object({ names: z.array(z.string()), texts: z.array(z.string()) })),
  /** What the policy wants to be told with it. */
  fields: z.array(z.object({ id: z.string(), label: z.string(), value: z.string().nullable(), isText: z.boolean() })),
});

export const handedOver = z.object({
  role: z.string(),
  roleTitle: z.string(),
  from: z.string(),
  to: z.string(),
  since: z.string(),
  until: z.string(),
  state: z.enum(['now', 'later']),
});

export const delegationsView = z.object({
  longestDays: z.number(),
  /** Roles that the reader holds and may hand over. */
  roles: z.array(z.object({ role: z.string(), title: z.string() })),
  given: z.array(handedOver),
  held: z.array(handedOver),
});

/** Something that the ledger says of the change. */
export const historyEntry = z.object({
  seq: z.number(),
  at: z.string(),
  /** Null: the app itself. */
  by: z.string().nullable(),
  /** What was done, to be read after the name, e.g. "approved at Authorize as CTO". */
  text: z.string(),
  /** What the person wrote; empty where nothing. */
  comment: z.string(),
});

export const historyView = z.object({
  entries: z.array(historyEntry),
  /** Goes back with the request for the next page; null at the end. */
  before: z.number().nullable(),
  names: z.record(z.string(), z.string()),
});

export type CheckItem = z.infer<typeof checkItem>;
export type ClauseRef = z.infer<typeof clauseRef>;
export type Difference = z.infer<typeof difference>;
export type VoteItem = z.infer<typeof voteItem>;
export type WaitingFor = z.infer<typeof waitingFor>;
export type ClockItem = z.infer<typeof clockItem>;
export type EmergencyView = z.infer<typeof emergencyView>;
export type TimeView = z.infer<typeof timeView>;
export type ExceptionView = z.infer<typeof exceptionView>;
export type HandedOverView = z.infer<typeof handedOver>;
export type DelegationsView = z.infer<typeof delegationsView>;
export type HistoryEntry = z.infer<typeof historyEntry>;
export type HistoryView = z.infer<typeof historyView>;
