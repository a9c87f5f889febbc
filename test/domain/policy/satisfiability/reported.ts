import type { Rule } from '../../../../src/domain/policy/policy-rule';
import { findDeadEnds } from '../../../../src/domain/policy/satisfiability/satisfiability';
import type { DeadEnd } from '../../../../src/domain/policy/satisfiability/report';
import { policyWith } from '../../../builders/policies';

const NORMAL = { id: 'Normal', description: 'Planned.', emergency: false };

/** One type of change, so that a test is about one thing. */
export function policyOf(rules: readonly Rule[], overrides: Parameters<typeof policyWith>[1] = {}) {
  return policyWith(rules, { changeTypes: [NORMAL], ...overrides });
}

export const STAFF = { owner: ['olga'], security: ['sam'], board: ['bea', 'bob', 'ben'] };

type Held = Readonly<Record<string, readonly string[]>>;

export function deadEnds(rules: readonly Rule[], holders: Held = STAFF): readonly DeadEnd[] {
  return findDeadEnds(policyOf(rules), holders, { oneAway: false }).deadEnds;
}

/** Every normal change, on the way of all changes. */
export const EVERY = {
  type: 'Normal',
  categories: 'any',
  risks: 'any',
  others: [],
  requesters: 'any',
  path: 'main',
} as const;

export function summary(found: readonly DeadEnd[]) {
  return found.map(({ why, roles, ruleIds, cells }) => ({ why, roles, ruleIds, gates: cells.map(({ gate }) => gate) }));
}

/** The rules that stop somebody, and whom. */
export function whoAndWhy(found: readonly DeadEnd[]) {
  return found.map(({ why, ruleIds, cells }) => [why, ruleIds.join(' '), cells.map(({ requesters }) => requesters)]);
}

/** Whom the policy misses, and for what. */
export function missed(rules: readonly Rule[], holders: Held = STAFF) {
  const { fragile } = findDeadEnds(policyOf(rules), holders);
  return fragile.map(({ without, deadEnds: found }) => [without, ...whoAndWhy(found)]);
}
