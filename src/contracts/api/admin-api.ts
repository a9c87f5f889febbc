import { z } from 'zod';
import { GATES } from '../../domain/change/lifecycle';

/** The calls of the Jira admin page. Every call checks on the server that the caller administers Jira. */

export const namedGroup = z.object({ groupId: z.string(), name: z.string() });
export const namedSpace = z.object({ spaceId: z.string(), key: z.string(), name: z.string() });

export const clauseView = z.object({
  id: z.string(),
  text: z.string(),
  service: z.enum(['enforced', 'evidenced', 'reminded', 'outside', 'no-text']),
  /** What the app does about it: one sentence for each rule, made from the rule; else the note of the policy. */
  does: z.array(
    z.object({ text: z.string(), gates: z.array(z.enum(GATES)), strength: z.enum(['block', 'warn']).nullable() }),
  ),
});

export const policyView = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  hash: z.string(),
  /** Null for a policy that is offered but not in force. */
  since: z.string().nullable(),
  figures: z.object({
    enforced: z.number(),
    evidenced: z.number(),
    reminded: z.number(),
    outside: z.number(),
    'no-text': z.number(),
  }),
  clauses: z.array(clauseView),
});

export const roleView = z.object({
  id: z.string(),
  title: z.string(),
  groups: z.array(namedGroup),
  /** Group ids that are mapped but no longer exist. */
  missing: z.array(z.string()),
  /** How many people hold the role now (50 stands for 50 or more). */
  holders: z.number(),
});

export const pageView = z.object({
  month: z.string(),
  part: z.number(),
  title: z.string(),
  pageId: z.string().nullable(),
  records: z.number(),
  published: z.boolean(),
  /** What is wrong and what to do, in words; null where all is well. */
  problem: z.string().nullable(),
  /** Whether the admin may give the page up and have a new one made. */
  mayGiveUp: z.boolean(),
  /** The title that the page has now, when somebody renamed it; null otherwise. */
  renamedTo: z.string().nullable(),
});

export const adminView = z.object({
  policy: policyView.nullable(),
  /** Policies that can be put in force. */
  presets: z.array(z.object({ id: z.string(), title: z.string(), version: z.string() })),
  /** Goes back with every change, so that nobody overwrites what somebody else just set. */
  settingsRevision: z.number(),
  roles: z.array(roleView),
  changeLog: z.object({
    space: namedSpace.nullable(),
    /** The chosen space cannot be seen by the app (Confluence missing, space deleted, no permission). */
    spaceProblem: z.string().nullable(),
    pages: z.array(pageView),
    /** Records that stand on no page yet. */
    waiting: z.number(),
  }),
  ledger: z.object({ entries: z.number(), head: z.string() }),
  /** Stored documents that cannot be read: each with its key and what is wrong. Nothing overwrites them. */
  unreadable: z.array(z.string()),
});

export type AdminView = z.infer<typeof adminView>;
export type PolicyView = z.infer<typeof policyView>;
export type ClauseView = z.infer<typeof clauseView>;
export type RoleView = z.infer<typeof roleView>;
export type PageView = z.infer<typeof pageView>;
export type NamedGroupView = z.infer<typeof namedGroup>;
export type NamedSpaceView = z.infer<typeof namedSpace>;

export const ledgerCheck = z.object({
  intact: z.boolean(),
  entries: z.number(),
  head: z.string(),
  /** Number of the first entry that is not as it was written; null where all are. */
  brokenAt: z.number().nullable(),
  /** The result in one sentence. */
  text: z.string(),
});

export type LedgerCheckView = z.infer<typeof ledgerCheck>;

const groupId = z.string().min(1).max(255);

export const putInForceRequest = z.object({ presetId: z.string().max(100) }).strict();
export const previewPolicyRequest = putInForceRequest;
export const saveRolesRequest = z
  .object({
    settingsRevision: z.number().int().nonnegative(),
    /** Role id -> group ids; roles left out keep their groups. */
    roleGroups: z.record(z.string().max(100), z.array(groupId).max(20)),
  })
  .strict();
export const chooseSpaceRequest = z
  .object({ settingsRevision: z.number().int().nonnegative(), spaceId: z.string().regex(/^\d{1,20}$/) })
  .strict();
export const searchRequest = z.object({ text: z.string().max(255) }).strict();
export const pageRequest = z
  .object({ month: z.string().regex(/^\d{4}-\d{2}$/), part: z.number().int().min(0).max(999) })
  .strict();

/** Function key -> what goes in and what comes out (inside a `Result`). */
export const adminApi = {
  getAdmin: { request: z.object({}).strict(), response: adminView },
  /** A preset as it would be in force, for reading before putting it in force. */
  previewPolicy: { request: previewPolicyRequest, response: policyView },
  putInForce: { request: putInForceRequest, response: adminView },
  saveRoles: { request: saveRolesRequest, response: adminView },
  searchGroups: { request: searchRequest, response: z.array(namedGroup) },
  searchSpaces: { request: searchRequest, response: z.array(namedSpace) },
  chooseSpace: { request: chooseSpaceRequest, response: adminView },
  /** Tries again to publish everything that waits. */
  publishAgain: { request: z.object({}).strict(), response: adminView },
  /** Gives up a page that was deleted, so that a new one is made: asked for by a person, and on record. */
  giveUpPage: { request: pageRequest, response: adminView },
  /** Reads every entry of the ledger and checks the chain. */
  checkLedger: { request: z.object({}).strict(), response: ledgerCheck },
} as const;
