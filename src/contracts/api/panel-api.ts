import { z } from 'zod';
import { GATES, STAGES } from '../../domain/change/lifecycle';
import { namedPerson } from './named-person';
import {
  checkItem,
  clockItem,
  delegationsView,
  emergencyView,
  exceptionView,
  historyView,
  timeView,
  voteItem,
  waitingFor,
} from './panel-parts';

export type {
  CheckItem,
  ClauseRef,
  ClockItem,
  DelegationsView,
  Difference,
  EmergencyView,
  ExceptionView,
  HandedOverView,
  HistoryEntry,
  HistoryView,
  TimeView,
  VoteItem,
  WaitingFor,
} from './panel-parts';

/**
 * The calls of the issue panel. The issue and the person come from the invocation, never from the payload; names of
 * people are looked up for this one answer and not kept.
 */
export const panelView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not-a-change-request') }),
  z.object({ state: z.literal('no-policy') }),
  z.object({
    state: z.literal('governed'),
    change: z.object({
      key: z.string(),
      summary: z.string().nullable(),
      type: z.string().nullable(),
      risk: z.string().nullable(),
      stage: z.enum(STAGES).nullable(),
    }),
    policy: z.object({ id: z.string(), title: z.string(), version: z.string() }),
    /** The main path with where the change stands; the change may be off it (rejected, cancelled, rolled back). */
    /** The main path; a stage that a move led past, as that of an emergency does, is `skipped`. */
    path: z.array(
      z.object({
        stage: z.enum(STAGES),
        title: z.string(),
        state: z.enum(['done', 'skipped', 'current', 'ahead']),
      }),
    ),
    /** The gate ahead; null for a closed change. */
    gate: z
      .object({
        gate: z.enum(GATES),
        /** What passing it is called in Jira, e.g. "Authorize". */
        title: z.string(),
        verdict: z.enum(['allow', 'warn', 'block']),
        /** One sentence: where the change stands, e.g. "Blocked: 2 things before this can be approved". */
        headline: z.string(),
      })
      .nullable(),
    checklist: z.array(checkItem),
    votes: z.array(voteItem),
    waitingFor: z.array(waitingFor),
    clocks: z.array(clockItem),
    /** Null where the change is no emergency, or closed. */
    emergency: emergencyView.nullable(),
    time: timeView,
    exceptions: exceptionView,
    /** Null where the policy lets nobody hand a role over. */
    delegations: delegationsView.nullable(),
    /** What an approver puts their name to, line by line; empty lines are said to be empty. */
    plan: z.array(
      z.object({ label: z.string(), value: z.string().nullable(), kind: z.enum(['text', 'person', 'instant']) }),
    ),
    /** Names the plan as shown; goes back with the vote. */
    fingerprint: z.string(),
    me: z.object({
      accountId: z.string(),
      mayVote: z.boolean(),
      /** Why not, in words; null where the vote would be taken or nobody is asked. */
      whyNot: z.string().nullable(),
      /** My vote that stands (or was voided) at this gate. */
      standing: z.enum(['approve', 'decline', 'void']).nullable(),
      /** What my approval would grant an exception from. */
      grants: z.array(z.string()),
    }),
    /** For a closed change: its place in the record. */
    record: z
      .object({ seq: z.number(), hash: z.string(), pageId: z.string().nullable(), published: z.boolean() })
      .nullable(),
    /** Account id -> display name for every account id above. */
    names: z.record(z.string(), z.string()),
  }),
]);

export type PanelView = z.infer<typeof panelView>;
export type GovernedPanel = Extract<PanelView, { state: 'governed' }>;

export const getPanelRequest = z.object({}).strict();

export const castVoteRequest = z
  .object({
    decision: z.enum(['approve', 'decline', 'withdraw']),
    comment: z.string().max(2000),
    /** `fingerprint` of the panel view that the voter was shown. */
    seenFingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .strict();

export type CastVoteRequest = z.infer<typeof castVoteRequest>;

const text = z.string().max(5000);
const name = z.string().min(1).max(200);
const instant = z.iso.datetime({ precision: 3 });

export const askExceptionRequest = z.strictObject({
  /** Names of what was offered. */
  names: z.array(name).min(1).max(50),
  /** Texts for fields that the policy asks for. */
  fields: z.record(name, text.min(1)),
  /** Why, where the policy names no field for it. */
  reason: z.string().max(2000),
});

/** Instants in UTC. The role is always one of the caller's own. */
const handOver = { role: name, to: z.string().min(1).max(128), since: instant };

export const handOverRequest = z.strictObject({ ...handOver, until: instant });
export const takeBackRequest = z.strictObject(handOver);

/** Function key -> what goes in and what comes out (inside a `Result`). What changes something answers the panel after it. */
export const panelApi = {
  getPanel: { request: getPanelRequest, response: panelView },
  castVote: { request: castVoteRequest, response: panelView },
  /** A page of what the ledger says of the change, newest first. */
  getHistory: {
    request: z.strictObject({ before: z.number().int().positive().nullable() }),
    response: historyView,
  },
  /** Writes into the change, as the caller, what it asks an exception from, and puts that on record. */
  askException: { request: askExceptionRequest, response: panelView },
  /** Moves an emergency to its implementation, as the caller. */
  expedite: { request: z.strictObject({}), response: panelView },
  /** Hands over a role of the caller's own for a time. */
  handOverRole: { request: handOverRequest, response: panelView },
  /** Ends that now, or takes it back before it begins. */
  takeBackRole: { request: takeBackRequest, response: panelView },
  /** People to whom the caller could hand a role. */
  findDeputies: { request: z.strictObject({ text: z.string().max(255) }), response: z.array(namedPerson) },
} as const;
