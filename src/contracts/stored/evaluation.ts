import { z } from 'zod';
import type { UnknownCause } from '../../domain/change/change-facts';
import type { Evaluation, Finding } from '../../domain/policy/evaluation';
import type { Reason, Remedy } from '../../domain/reason';
import { accountId, changeField, gate, instant, materialField } from './stored-parts';

const cause = z.strictObject({
  code: z.enum(['no-such-field', 'unreadable-value', 'lookup-failed']),
  detail: z.string(),
}) satisfies z.ZodType<UnknownCause>;

const coded = <C extends string, S extends z.ZodRawShape>(code: C, shape: S) =>
  z.strictObject({ code: z.literal(code), ...shape });

const reason: z.ZodType<Reason> = z.union([
  coded('field-filled', { field: changeField }),
  coded('field-empty', { field: changeField }),
  coded('field-unknown', { field: changeField, cause }),
  coded('all-of', {}),
  coded('any-of', {}),
  coded('approved', { role: z.string(), by: accountId, at: instant }),
  coded('approval-missing', { role: z.string() }),
  coded('approval-void', { role: z.string(), by: accountId, at: instant, edited: z.array(materialField) }),
  coded('approval-out-of-order', { role: z.string(), after: z.array(z.string()) }),
  coded('declined', { by: accountId, at: instant, roles: z.array(z.string()) }),
  coded('votes-unknown', { cause }),
  coded('requester-vote-ignored', { by: accountId }),
  coded('requester-did-not-vote', {}),
  coded('requesters-unknown', { cause }),
  coded('in-catalogue', { entry: z.string() }),
  coded('not-in-catalogue', { entry: z.string().nullable(), entries: z.array(z.string()) }),
  coded('type-allowed', { type: z.string() }),
  coded('type-not-allowed', { type: z.string(), types: z.array(z.string()) }),
  coded('condition-unknown', { ruleId: z.string() }),
]);

const remedy = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('fill-field'), field: changeField }),
  z.strictObject({ do: z.literal('approve'), role: z.string() }),
  z.strictObject({ do: z.literal('settle-decline'), by: accountId }),
  z.strictObject({ do: z.literal('choose-catalogue-entry'), entries: z.array(z.string()) }),
  z.strictObject({ do: z.literal('use-other-path'), types: z.array(z.string()) }),
  z.strictObject({ do: z.literal('give-reason'), field: changeField }),
  z.strictObject({ do: z.literal('mend-lookup'), cause }),
]) satisfies z.ZodType<Remedy>;

const finding: z.ZodType<Finding> = z.lazy(() =>
  z.strictObject({
    met: z.enum(['yes', 'no', 'unknown']),
    reason,
    remedy: remedy.exactOptional(),
    parts: z.array(finding).exactOptional(),
  }),
);

/** A decision with everything that led to it, so that anyone can decide it again. */
export const evaluation = z.strictObject({
  verdict: z.enum(['allow', 'warn', 'block']),
  gate,
  instant,
  policyId: z.string(),
  policyVersion: z.string(),
  rules: z.array(
    z.strictObject({
      ruleId: z.string(),
      clauses: z.array(z.string()),
      strength: z.enum(['block', 'warn']),
      status: z.enum(['met', 'unmet', 'waived', 'unknown', 'not-applicable']),
      findings: z.array(finding),
    }),
  ),
}) satisfies z.ZodType<Evaluation>;
