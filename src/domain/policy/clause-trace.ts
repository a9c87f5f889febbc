import type { Clause, Policy, Rule, Service } from './policy';

/** A clause of the policy with the rules that enforce it. */
export interface TracedClause {
  readonly clause: Clause;
  readonly rules: readonly Rule[];
}

/** Every clause of the document, in its order, with the rules that serve it: what the policy really does. */
export function traceClauses(policy: Policy): readonly TracedClause[] {
  return policy.clauses.map((clause) => ({
    clause,
    rules: policy.rules.filter((rule) => rule.clauses.includes(clause.id)),
  }));
}

/** How many clauses are served in each way: the honest denominator. */
export function countServices(policy: Policy): Readonly<Record<Service, number>> {
  const counts: Record<Service, number> = { enforced: 0, evidenced: 0, reminded: 0, outside: 0, 'no-text': 0 };
  for (const { service } of policy.clauses) counts[service] += 1;
  return counts;
}
