import type { Gate } from '../change/lifecycle';
import type { Policy } from './policy';
import type { FactNeeds } from './rule';
import { needsOf } from './rule-list';

/** The facts that the rules of a policy need at these gates, besides fields and votes; each thing named once. */
export function factNeeds(policy: Policy, gates: readonly Gate[]): Required<FactNeeds> {
  const needs = policy.rules.filter((rule) => rule.gates.some((gate) => gates.includes(gate))).map(needsOf);
  return {
    authors: distinct(needs.flatMap(({ authors }) => authors ?? [])),
    duties: distinct(needs.flatMap(({ duties }) => duties ?? [])),
    authorRoles: needs.some(({ authorRoles }) => authorRoles === true),
    sizes: distinct(needs.flatMap(({ sizes }) => sizes ?? [])),
    windows: needs.some(({ windows }) => windows === true),
    plannedChanges: needs.some(({ plannedChanges }) => plannedChanges === true),
    milestones: needs.some(({ milestones }) => milestones === true),
  };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
