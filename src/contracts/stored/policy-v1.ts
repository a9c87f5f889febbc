import { z } from 'zod';
import { GATES } from '../../domain/change/lifecycle';
import { SERVICES } from '../../domain/policy/clause';
import { nested } from '../policy/nesting';
import { byKeys } from '../policy/shape-choice';

/** A policy of the first form (`schemaVersion` 1), as the first version of the app kept it. */

const field = z.enum([
  'summary',
  'changeType',
  'riskLevel',
  'description',
  'businessJustification',
  'impactAnalysis',
  'rollbackSteps',
  'rollbackOwner',
  'rollbackTrigger',
  'plannedStart',
  'plannedEnd',
  'testPlan',
  'testResults',
  'implementer',
  'verification',
  'outcome',
  'emergencyReason',
  'standardTemplate',
  'postImplementationReview',
  'deviationReason',
]);

type ConditionV1 =
  | { field: z.output<typeof field>; in: string[] }
  | { all: ConditionV1[] }
  | { any: ConditionV1[] }
  | { not: ConditionV1 };

type RequirementV1 = { role: string } | { allOf: RequirementV1[]; inOrder?: boolean } | { anyOf: RequirementV1[] };

const name = z.string();
const names = z.array(name);
const gate = z.enum(GATES);

const condition = nested<ConditionV1>('condition', (inner) =>
  byKeys<ConditionV1>(
    'a condition',
    z.strictObject({ field, in: names.min(1) }),
    z.strictObject({ all: z.array(inner).min(1) }),
    z.strictObject({ any: z.array(inner).min(1) }),
    z.strictObject({ not: inner }),
  ),
);

const requirement = nested<RequirementV1>('requirement', (inner) =>
  byKeys<RequirementV1>(
    'a requirement',
    z.strictObject({ role: name }),
    z.strictObject({ allOf: z.array(inner).min(1), inOrder: z.boolean().exactOptional() }),
    z.strictObject({ anyOf: z.array(inner).min(1) }),
  ),
);

const base = {
  id: name,
  clauses: names,
  gates: z.array(gate).min(1),
  when: condition.exactOptional(),
  strength: z.enum(['block', 'warn']),
};

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('required-fields'), fields: z.array(field).min(1) }),
  z.strictObject({ ...base, kind: z.literal('approval'), point: gate, requirement }),
  z.strictObject({ ...base, kind: z.literal('requester-is-not-approver') }),
  z.strictObject({ ...base, kind: z.literal('standard-catalogue') }),
  z.strictObject({ ...base, kind: z.literal('allowed-types'), types: names.min(1) }),
]);

export const policyV1 = z.strictObject({
  schemaVersion: z.literal(1),
  id: name,
  title: name,
  version: name,
  owner: z.string().exactOptional(),
  source: z.string().exactOptional(),
  roles: z.array(z.strictObject({ id: name, title: name })),
  changeTypes: z.array(z.strictObject({ id: name, description: z.string(), emergency: z.boolean() })).min(1),
  standardChanges: z.array(z.strictObject({ id: name, title: name, preApprovedBy: name })),
  materialFields: z.array(field),
  clauses: z.array(
    z.strictObject({
      id: name,
      text: z.string(),
      service: z.enum(SERVICES),
      note: z.string().exactOptional(),
    }),
  ),
  rules: z.array(rule),
});

export type PolicyV1 = z.output<typeof policyV1>;
