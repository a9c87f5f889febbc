import {
  known,
  type ChangeFacts,
  type Fact,
  type FieldValue,
  type UnknownCause,
} from '../../src/domain/change/change-facts';
import type { AccountId, ChangeIdentity } from '../../src/domain/change/identity';
import { CHANGE_FIELDS, type ChangeField, type FieldId } from '../../src/domain/change/change-field';
import type { Stage } from '../../src/domain/change/lifecycle';
import { planOf } from '../../src/domain/change/plan-fingerprint';
import type { Vote } from '../../src/domain/approval/vote';

export const REQUESTER = 'account-requester';

/** The material fields of `policyWith`, and of facts that do not say under which policy they are looked at. */
export const MATERIAL: readonly FieldId[] = ['description', 'rollbackSteps', 'plannedStart'];

type OptionalFacts = Pick<
  ChangeFacts,
  'actor' | 'guarded' | 'authors' | 'people' | 'roleSizes' | 'windows' | 'plannedChanges' | 'milestones'
>;

/** Fields of every change, and those that the policy of the test declares. */
export type FieldOverrides = Readonly<Record<FieldId, FieldValue | Fact<FieldValue>>>;

/** A value stands for a fact that is known; a fact says so itself. Optional facts are absent unless given. */
export interface FactsOverrides extends OptionalFacts {
  readonly change?: ChangeIdentity;
  readonly stage?: Stage | Fact<Stage>;
  readonly requesters?: readonly AccountId[] | Fact<readonly AccountId[]>;
  readonly fields?: FieldOverrides;
  readonly votes?: readonly Vote[] | Fact<readonly Vote[]>;
  /** The fields that the fingerprint is made of; those of `policyWith` if absent. */
  readonly material?: readonly FieldId[];
}

/** Every field there is, empty. */
const EMPTY = Object.fromEntries(CHANGE_FIELDS.map((field) => [field, null])) as Record<ChangeField, null>;

/**
 * The fields of a low-risk normal change as a careful person fills them in; nothing went wrong, nothing is urgent. What
 * only some policies ask for is empty.
 */
export const FILLED: Readonly<Record<ChangeField, FieldValue>> = {
  ...EMPTY,
  summary: 'Move the shop to the new database',
  changeType: 'Normal',
  riskLevel: 'Low',
  description: 'Switch the shop to the replica and retire the old server.',
  businessJustification: 'The old server is out of support.',
  impactAnalysis: 'Orders pause for five minutes.',
  rollbackSteps: 'Point the shop at the old server again.',
  rollbackOwner: 'account-implementer',
  rollbackTrigger: 'Error rate above one percent for five minutes.',
  plannedStart: '2026-03-03T20:00:00.000Z',
  plannedEnd: '2026-03-03T21:00:00.000Z',
  testPlan: 'Place ten orders on staging.',
  testResults: 'Ten of ten orders arrived.',
  implementer: 'account-implementer',
  verification: 'Orders arrive; latency is as before.',
  outcome: 'Successful',
};

/** Complete facts of a normal change in draft (`FILLED`); override only what the test is about. */
export function changeFacts(overrides: FactsOverrides = {}): ChangeFacts {
  const { change, stage, requesters, fields, votes, material, ...optional } = overrides;
  const values = Object.entries({ ...FILLED, ...fields }).map(([id, value]) => [id, asFact(value)] as const);
  const facts: ChangeFacts = {
    change: change ?? { id: '10001', key: 'CHG-1' },
    stage: asFact(stage ?? 'draft'),
    requesters: asFact(requesters ?? [REQUESTER]),
    fields: Object.fromEntries(values),
    votes: asFact(votes ?? []),
    fingerprint: '',
    ...optional,
  };
  return fingerprinted(facts, material);
}

/** A change of which nothing is filled in but these fields. */
export function blankChange(fields: FieldOverrides = {}, overrides: FactsOverrides = {}): ChangeFacts {
  return changeFacts({ ...overrides, fields: { ...EMPTY, ...fields } });
}

/** The same facts under a policy with these material fields: the plan's digest is made anew. */
export function fingerprinted(facts: ChangeFacts, material: readonly FieldId[] = MATERIAL): ChangeFacts {
  return { ...facts, fingerprint: planOf(facts, material).fingerprint };
}

/** A fact that could not be read, and why. */
export function unread(
  detail: string,
  code: UnknownCause['code'] = 'lookup-failed',
): { readonly state: 'unknown'; readonly cause: UnknownCause } {
  return { state: 'unknown', cause: { code, detail } };
}

/** The same change with some of its fields edited, and the digest of its plan made anew. */
export function edited(facts: ChangeFacts, fields: FieldOverrides, material?: readonly FieldId[]): ChangeFacts {
  const edits = Object.entries(fields).map(([field, value]) => [field, asFact(value)] as const);
  return fingerprinted({ ...facts, fields: { ...facts.fields, ...Object.fromEntries(edits) } }, material);
}

function asFact<T extends string | readonly unknown[] | null>(value: T | Fact<T>): Fact<T> {
  return isFact(value) ? value : known(value);
}

function isFact<T>(value: T | Fact<T>): value is Fact<T> {
  return typeof value === 'object' && value !== null && 'state' in value;
}
