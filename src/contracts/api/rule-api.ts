import { z } from 'zod';
import { GATES } from '../../domain/change/lifecycle';

/** The calls of the screens that configure the app's rules on a transition of any workflow. Jira administrators only. */

export const personRuleView = z.object({
  ruleId: z.string(),
  clauses: z.array(z.string()),
  /** What Jira says to whoever may not make the transition. */
  message: z.string(),
  /** As the rule is saved; null where this Jira lacks a field that the expression needs. */
  expression: z.string().nullable(),
  /** What the gate on the same transition is told of it. */
  digest: z.string(),
  /** Without it on the transition the gate stays closed: it is about whoever closes the change. */
  isNeeded: z.boolean(),
});

export const ruleGateView = z.object({
  gate: z.enum(GATES),
  title: z.string(),
  /** What the policy in force asks for there, a sentence for each rule. */
  asks: z.array(z.object({ text: z.string(), clauses: z.array(z.string()) })),
  /** What it asks of the acting person. */
  persons: z.array(personRuleView),
  /** What it asks of the acting person that Jira cannot check, and why. */
  unsaid: z.array(z.string()),
});

export const ruleChoicesView = z.object({
  policy: z.object({ title: z.string(), version: z.string() }).nullable(),
  gates: z.array(ruleGateView),
});

export type PersonRuleView = z.infer<typeof personRuleView>;
export type RuleGateView = z.infer<typeof ruleGateView>;
export type RuleChoicesView = z.infer<typeof ruleChoicesView>;

/** Function key -> what goes in and what comes out (inside a `Result`). */
export const ruleApi = {
  ruleChoices: { request: z.strictObject({}), response: ruleChoicesView },
} as const;
