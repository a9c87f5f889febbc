import { z } from 'zod';
import { GATES, STAGES } from '../../domain/change/lifecycle';

/**
 * The calls of the issue panel. The issue and the person come from the invocation, never from the payload; names of
 * people are looked up for this one answer and not kept.
 */

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

export const voteItem = z.object({
  by: z.string(),
  at: z.string(),
  decision: z.enum(['approve', 'decline', 'withdraw']),
  gate: z.enum(GATES),
  roles: z.array(z.string()),
  comment: z.string(),
  weight: z.enum(['stands', 'void', 'superseded', 'withdrawn', 'barred']),
  /** Why it has no weight, e.g. "Rollback steps was edited after this vote"; null where it stands. */
  why: z.string().nullable(),
});

export const waitingFor = z.object({
  role: z.string(),
  roleTitle: z.string(),
  /** Account ids of people who could give this approval, as far as they are known. */
  people: z.array(z.string()),
  /** Whether any Jira group is mapped to the role at all. */
  mapped: z.boolean(),
});

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
    path: z.array(z.object({ stage: z.enum(STAGES), title: z.string(), state: z.enum(['done', 'current', 'ahead']) })),
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
export type CheckItem = z.infer<typeof checkItem>;
export type VoteItem = z.infer<typeof voteItem>;
export type WaitingFor = z.infer<typeof waitingFor>;

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

/** Function key -> what goes in and what comes out (inside a `Result`). Both calls answer the panel as it is afterwards. */
export const panelApi = {
  getPanel: { request: getPanelRequest, response: panelView },
  castVote: { request: castVoteRequest, response: panelView },
} as const;
