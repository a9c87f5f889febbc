import { z } from 'zod';
import type { Requirement } from '../domain/approval/requirement';
import { CHANGE_FIELDS } from '../domain/change/change-field';
import { GATES } from '../domain/change/lifecycle';
import type { Condition } from '../domain/policy/condition';
import type { Policy, Rule } from '../domain/policy/policy';
import { brokenReferences } from './policy-references';

/** Not trimmed: reading a document must not change it, or its hash would. */
const name = z.string().max(200).regex(/\S/, 'This must not be blank.');
const field = z.enum(CHANGE_FIELDS);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field, in: z.array(name).min(1) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

const requirement: z.ZodType<Requirement> = z.lazy(() =>
  z.union([
    z.strictObject({ role: name }),
    z.strictObject({ allOf: z.array(requirement).min(1), inOrder: z.boolean().exactOptional() }),
    z.strictObject({ anyOf: z.array(requirement).min(1) }),
  ]),
);

const ruleBase = {
  id: name,
  clauses: z.array(name),
  gates: z.array(z.enum(GATES)).min(1),
  when: condition.exactOptional(),
  strength: z.enum(['block', 'warn']),
};

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ ...ruleBase, kind: z.literal('required-fields'), fields: z.array(field).min(1) }),
  z.strictObject({ ...ruleBase, kind: z.literal('approval'), point: z.enum(GATES), requirement }),
  z.strictObject({ ...ruleBase, kind: z.literal('requester-is-not-approver') }),
  z.strictObject({ ...ruleBase, kind: z.literal('standard-catalogue') }),
  z.strictObject({ ...ruleBase, kind: z.literal('allowed-types'), types: z.array(name).min(1) }),
]) satisfies z.ZodType<Rule>;

/**
 * A policy as a document: strict, so that a misspelt key is an error and never a rule that silently does nothing. What
 * it refers to must exist in it, and what it names by an id must be named once.
 */
export const policyDocument = z
  .strictObject({
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
        service: z.enum(['enforced', 'evidenced', 'reminded', 'outside', 'no-text']),
        note: z.string().exactOptional(),
      }),
    ),
    rules: z.array(rule),
  })
  .superRefine((policy, context) => {
    for (const { path, message } of brokenReferences(policy)) context.addIssue({ code: 'custom', path, message });
  }) satisfies z.ZodType<Policy>;
