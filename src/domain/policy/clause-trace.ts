import type { PolicyClock } from '../obligation/policy-clock';
import type { Clause, Question, Service } from './clause';
import type { Notification, Policy } from './policy';
import type { Rule } from './policy-rule';

/** A clause of the policy with everything in the policy that serves it, each in the order of the policy. */
export interface TracedClause {
  readonly clause: Clause;
  /** What stops a change that does not keep to it. */
  readonly rules: readonly Rule[];
  /** What reminds of it. */
  readonly clocks: readonly PolicyClock[];
  /** Who is told because of it. */
  readonly notifications: readonly Notification[];
  /** What it leaves open, answered or not. */
  readonly questions: readonly Question[];
}

/** Every clause of the document, in its order, with what serves it: what the policy really does. */
export function traceClauses(policy: Policy): readonly TracedClause[] {
  return policy.clauses.map((clause) => ({
    clause,
    rules: about(clause, policy.rules),
    clocks: about(clause, policy.clocks),
    notifications: about(clause, policy.records.notifications),
    questions: about(clause, policy.questions),
  }));
}

function about<T extends { readonly clauses: readonly string[] }>({ id }: Clause, things: readonly T[]): readonly T[] {
  return things.filter(({ clauses }) => clauses.includes(id));
}

/** How many clauses are served in each way: the honest denominator. */
export function countServices(policy: Pick<Policy, 'clauses'>): Readonly<Record<Service, number>> {
  const counts: Record<Service, number> = { enforced: 0, evidenced: 0, reminded: 0, outside: 0, 'no-text': 0 };
  for (const { service } of policy.clauses) counts[service] += 1;
  return counts;
}
