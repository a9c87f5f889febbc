import { fieldFact, type ChangeFacts, type FieldValue } from '../change/change-facts';
import type { AccountId, ChangeIdentity } from '../change/identity';
import { CHANGE_FIELDS, type FieldId } from '../change/change-field';
import type { ClosedStage } from '../change/lifecycle';
import { milestonesOf, type ChangeHistory } from '../change/change-history';
import type { VoteWeight } from '../approval/weigh-votes';
import { isEmergency } from '../policy/emergency';
import { weighAllVotes } from '../policy/rules/approval';
import type { Vote } from '../approval/vote';
import type { Instant } from '../instant';
import type { Evaluation } from '../policy/evaluation';
import type { Policy } from '../policy/policy';

/** A vote as the record shows it: what was cast, and whether it still had weight when the change was closed. */
export interface RecordedVote {
  readonly vote: Vote;
  readonly weight: VoteWeight;
}

/** A field that could not be read is on record as such, with the cause; it is never passed over. */
export type RecordedValue = FieldValue | { readonly unknown: string };

/** The policy in force when the record was drawn up, with as much of its words as the record speaks of. */
export interface RecordedPolicy {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly hash: string;
  /** Role id -> title. */
  readonly roles: Readonly<Record<string, string>>;
  /** Clause id -> text, for the clauses that the evaluation names. */
  readonly clauses: Readonly<Record<string, string>>;
  /** Field id -> title, for the fields that the policy declares for itself. */
  readonly fields: Readonly<Record<FieldId, string>>;
}

/** The published account of a change: everything an auditor asks for, without anything that only the app could look up. */
export interface ChangeRecord {
  readonly change: ChangeIdentity;
  readonly stage: ClosedStage;
  readonly closedAt: Instant;
  readonly closedBy: AccountId | null;
  readonly createdAt: Instant;
  readonly requesters: readonly AccountId[] | { readonly unknown: string };
  /** The fields of every change, and those that the policy declares. */
  readonly fields: Readonly<Record<FieldId, RecordedValue>>;
  readonly votes: readonly RecordedVote[] | { readonly unknown: string };
  /** Up to the closing. */
  readonly history: ChangeHistory['moves'];
  /** Implementation as it happened, from the moves of the change; null where it was never implemented. */
  readonly implementedFrom: Instant | null;
  readonly implementedUntil: Instant | null;
  /** Whether the policy takes a change of its type for an emergency; null where no policy was known. */
  readonly emergency: boolean | null;
  readonly policy: RecordedPolicy | null;
  /** What the policy in force says of the last gate, decided again when the record was written. */
  readonly evaluation: Evaluation | null;
}

/** A record with its place in the ledger: it never changes once it is stored. */
export interface StoredRecord {
  readonly seq: number;
  /** Hash of the ledger entry. */
  readonly hash: string;
  readonly record: ChangeRecord;
}

/**
 * Draws up the record of a change that has reached a closed stage.
 * @param closing The move by which it was closed.
 */
export function drawUpRecord(input: {
  readonly facts: ChangeFacts;
  readonly history: ChangeHistory;
  readonly closing: { readonly stage: ClosedStage; readonly at: Instant; readonly by: AccountId | null };
  readonly policy: { readonly policy: Policy; readonly hash: string } | null;
  readonly evaluation: Evaluation | null;
}): ChangeRecord {
  const { facts, history, closing, policy } = input;
  // What came after this closing belongs to the next one: the change may have been reopened before it was recorded.
  const moves = history.moves.filter(({ at }) => at <= closing.at);
  const { implementedFrom, implementedUntil } = milestonesOf({ ...history, moves });
  return {
    change: facts.change,
    stage: closing.stage,
    closedAt: closing.at,
    closedBy: closing.by,
    createdAt: history.createdAt,
    requesters:
      facts.requesters.state === 'known' ? facts.requesters.value : { unknown: facts.requesters.cause.detail },
    fields: recordFields(facts, policy?.policy),
    votes: recordVotes(facts, policy?.policy),
    history: moves,
    implementedFrom,
    implementedUntil,
    emergency: policy && isEmergency(policy.policy, facts),
    policy: policy && recordPolicy(policy.policy, policy.hash, input.evaluation),
    evaluation: input.evaluation,
  };
}

function recordPolicy(policy: Policy, hash: string, evaluation: Evaluation | null): RecordedPolicy {
  const named = new Set(evaluation?.rules.flatMap(({ clauses }) => clauses));
  const { id, title, version } = policy;
  return {
    id,
    title,
    version,
    hash,
    roles: Object.fromEntries(policy.roles.map((role) => [role.id, role.title])),
    clauses: Object.fromEntries(
      policy.clauses.flatMap((clause) => (named.has(clause.id) ? [[clause.id, clause.text]] : [])),
    ),
    fields: Object.fromEntries(policy.fields.map((field) => [field.id, field.title])),
  };
}

function recordFields(facts: ChangeFacts, policy: Policy | undefined): Record<FieldId, RecordedValue> {
  const ids = [...CHANGE_FIELDS, ...(policy?.fields ?? []).map(({ id }) => id)];
  return Object.fromEntries(
    ids.map((id): [FieldId, RecordedValue] => {
      const fact = fieldFact(facts, id);
      return [id, fact.state === 'known' ? fact.value : { unknown: fact.cause.detail }];
    }),
  );
}

function recordVotes(facts: ChangeFacts, policy: Policy | undefined): ChangeRecord['votes'] {
  if (facts.votes.state === 'unknown') return { unknown: facts.votes.cause.detail };
  const votes = facts.votes.value;
  // Without a policy there is no plan to weigh against: the votes are on record as they were cast.
  if (policy === undefined) return votes.map((vote) => ({ vote, weight: 'void' }));
  return weighAllVotes(policy, facts, votes).map(({ vote, weight }) => ({ vote, weight }));
}
