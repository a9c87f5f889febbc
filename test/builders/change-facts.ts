import {
  known,
  type ChangeFacts,
  type Fact,
  type FieldValue,
  type UnknownCause,
} from '../../src/domain/change/change-facts';
import type { AccountId, ChangeIdentity } from '../../src/domain/change/identity';
import { CHANGE_FIELDS, type ChangeField } from '../../src/domain/change/change-field';
import type { Stage } from '../../src/domain/change/lifecycle';
import type { Vote } from '../../src/domain/approval/vote';

export const REQUESTER = 'account-requester';

/** A value stands for a fact that is known; a fact says so itself. */
export interface FactsOverrides {
  readonly change?: ChangeIdentity;
  readonly stage?: Stage | Fact<Stage>;
  readonly requesters?: readonly AccountId[] | Fact<readonly AccountId[]>;
  readonly fields?: Readonly<Partial<Record<ChangeField, FieldValue | Fact<FieldValue>>>>;
  readonly votes?: readonly Vote[] | Fact<readonly Vote[]>;
}

/** Every field of a low-risk normal change as a careful person fills it in; nothing went wrong, nothing is urgent. */
export const FILLED: Readonly<Record<ChangeField, FieldValue>> = {
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
  emergencyReason: null,
  standardTemplate: null,
  postImplementationReview: null,
  deviationReason: null,
};

/** Complete facts of a normal change in draft; override only what the test is about. */
export function changeFacts(overrides: FactsOverrides = {}): ChangeFacts {
  const fields = { ...FILLED, ...overrides.fields };
  const facts = CHANGE_FIELDS.map((field): [ChangeField, Fact<FieldValue>] => [field, asFact(fields[field])]);
  return {
    change: overrides.change ?? { id: '10001', key: 'CHG-1' },
    stage: asFact(overrides.stage ?? 'draft'),
    requesters: asFact(overrides.requesters ?? [REQUESTER]),
    fields: Object.fromEntries(facts) as Record<ChangeField, Fact<FieldValue>>,
    votes: asFact(overrides.votes ?? []),
  };
}

/** A fact that could not be read, and why. */
export function unread(
  detail: string,
  code: UnknownCause['code'] = 'lookup-failed',
): { readonly state: 'unknown'; readonly cause: UnknownCause } {
  return { state: 'unknown', cause: { code, detail } };
}

/** The same change with some of its fields edited. */
export function edited(facts: ChangeFacts, fields: NonNullable<FactsOverrides['fields']>): ChangeFacts {
  const edits = Object.entries(fields).map(([field, value]) => [field, asFact(value)] as const);
  return { ...facts, fields: { ...facts.fields, ...Object.fromEntries(edits) } };
}

function asFact<T extends string | readonly unknown[] | null>(value: T | Fact<T>): Fact<T> {
  return isFact(value) ? value : known(value);
}

function isFact<T>(value: T | Fact<T>): value is Fact<T> {
  return typeof value === 'object' && value !== null && 'state' in value;
}
