import { z } from 'zod';
import { GATES } from '../../domain/change/lifecycle';
import {
  candidateRequest,
  chooseSpaceRequest,
  delegateRequest,
  endDelegationRequest,
  pageRequest,
  policyTextRequest,
  previewSwitchRequest,
  putInForceRequest,
  saveRolesRequest,
  searchRequest,
} from './admin-requests';
import { checkView, problemView, questionView, switchView } from './candidate';
import { namedPerson } from './named-person';

/** The calls of the Jira admin page. Every call checks on the server that the caller administers Jira. */

export const namedGroup = z.object({ groupId: z.string(), name: z.string() });
export const namedProjectRole = z.object({ projectRoleId: z.string(), name: z.string() });
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
  /** What the document says about itself: label and value, in the order to show them. */
  about: z.array(z.object({ label: z.string(), value: z.string() })),
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
  people: z.array(namedPerson),
  projectRoles: z.array(namedProjectRole),
  /** Ids that are mapped but no longer exist. */
  missing: z.object({ groups: z.array(z.string()), people: z.array(z.string()), projectRoles: z.array(z.string()) }),
  /** How many people hold the role now (50 of a group stand for 50 or more), project roles left out. */
  holders: z.number(),
});

export const delegationView = z.object({
  role: z.string(),
  roleTitle: z.string(),
  from: z.string(),
  to: z.string(),
  since: z.string(),
  until: z.string(),
  /** Whether it holds now, will, or did. */
  state: z.enum(['now', 'later', 'over']),
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
  presets: z.array(
    z.object({ id: z.string(), title: z.string(), version: z.string(), questions: z.array(questionView) }),
  ),
  /** Goes back with every change, so that nobody overwrites what somebody else just set. */
  settingsRevision: z.number(),
  /** The roles of the policy in force. */
  roles: z.array(roleView),
  delegations: z.array(delegationView),
  /** How long a role may be handed over under the policy in force; null where it may not be. */
  longestDelegationDays: z.number().nullable(),
  /** Display names of the people in delegations. */
  names: z.record(z.string(), z.string()),
  changeLog: z.object({
    space: namedSpace.nullable(),
    /** The chosen space cannot be seen by the app (Confluence missing, space deleted, no permission). */
    spaceProblem: z.string().nullable(),
    pages: z.array(pageView),
    /** Records that stand on no page yet. */
    waiting: z.number(),
  }),
  /** How many projects are under change control, or on the way to it. */
  projects: z.number(),
  ledger: z.object({ entries: z.number(), head: z.string() }),
  /** Stored documents that cannot be read: each with its key and what is wrong. Nothing overwrites them. */
  unreadable: z.array(z.string()),
});

export type AdminView = z.infer<typeof adminView>;
export type PolicyView = z.infer<typeof policyView>;
export type ClauseView = z.infer<typeof clauseView>;
export type RoleView = z.infer<typeof roleView>;
export type DelegationView = z.infer<typeof delegationView>;
export type { NamedPersonView } from './named-person';
export type PageView = z.infer<typeof pageView>;
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

/** What checking a policy answers: where its text is wrong, or the policy as it would be in force, with its checks. */
export const checkedCandidate = z.discriminatedUnion('readable', [
  z.object({ readable: z.literal(false), problems: z.array(problemView) }),
  z.object({
    readable: z.literal(true),
    policy: policyView,
    questions: z.array(questionView),
    roles: z.array(roleView),
    check: checkView,
  }),
]);

export type CheckedCandidate = z.infer<typeof checkedCandidate>;

/** Function key -> what goes in and what comes out (inside a `Result`). */
export const adminApi = {
  getAdmin: { request: z.object({}).strict(), response: adminView },
  /** A policy as it would be in force, with its checks. Changes nothing. */
  checkCandidate: { request: candidateRequest, response: checkedCandidate },
  /** A page of the open changes that would be stuck under it. Changes nothing. */
  previewSwitch: { request: previewSwitchRequest, response: switchView },
  /** A policy as YAML: one that the app brings, or (null) the one in force. */
  policyText: { request: policyTextRequest, response: z.object({ text: z.string() }) },
  putInForce: { request: putInForceRequest, response: adminView },
  saveRoles: { request: saveRolesRequest, response: adminView },
  /** Hands a role over for a time. */
  delegate: { request: delegateRequest, response: adminView },
  /** Ends a delegation now, or takes back one that has not begun. */
  endDelegation: { request: endDelegationRequest, response: adminView },
  searchPeople: { request: searchRequest, response: z.array(namedPerson) },
  projectRoles: { request: z.object({}).strict(), response: z.array(namedProjectRole) },
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
