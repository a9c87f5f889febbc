import { z } from 'zod';
import { DUTIES } from '../../domain/policy/duty';
import { condition } from './condition';
import { gates, name, names, someNames } from './parts';
import type { PolicyForm } from './policy-form';

const UNMET = 'What an unmet rule does: `block` stops the change; `warn` asks for a reason, which goes on record.';

/** The keys that rules of every kind have. */
export function ruleBase(form: PolicyForm) {
  return {
    id: name.describe('A name for the rule that no other rule has.'),
    clauses: form.or(names, []).describe('Ids of the clauses that the rule enforces.'),
    gates: gates.describe('The transitions that it guards.'),
    when: condition.exactOptional().describe('To which changes it applies; left out: to all.'),
    strength: form.or(z.enum(['block', 'warn']), 'block').describe(UNMET),
  };
}

/** The same for one kind, with its own keys and what it asks for. */
export function kind<K extends string, S extends z.ZodRawShape>(form: PolicyForm, id: K, asks: string, shape: S) {
  const which = z.literal(id).describe('The kind of the rule.');
  return z.strictObject({ kind: which, ...ruleBase(form), ...shape }).describe(asks);
}

export const duty = z.enum(DUTIES);
export const dutyPairs = z
  .array(z.tuple([duty, duty]))
  .min(1)
  .max(50);
export const fieldIds = someNames;
export const roleIds = someNames;
