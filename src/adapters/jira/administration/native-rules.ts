import type { WorkflowToUpdate } from '../../../contracts/jira/administration/workflow-parts';
import type { PlacedGuard } from '../../../domain/provisioning/step';
import { conditionOf, nativeValidatorOf } from './workflow-document';

export type Transition = WorkflowToUpdate['workflows'][number]['transitions'][number];
export type Rule = Transition['validators'][number];
type Conditions = Transition['conditions'];

/** Jira's own validators among the guards that the transition has not got. */
export function missingNative(guards: readonly PlacedGuard[], standing: readonly Rule[]): readonly Rule[] {
  return guards
    .flatMap((guard) => nativeValidatorOf(guard) ?? [])
    .filter((rule) => !standing.some((other) => checksTheSame(rule, other)));
}

/**
 * The rule, looking at the fields that hold the parts of the change now: one about a field that is in use no more would
 * keep every change where it is. The set-up knows its own by their words.
 */
export function withPresentFields(rule: Rule, guards: readonly PlacedGuard[]): Rule {
  const present = guards
    .flatMap((guard) => nativeValidatorOf(guard) ?? [])
    .find((one) => ['ruleType', 'errorMessage'].every((name) => one.parameters[name] === rule.parameters?.[name]));
  return present === undefined || checksTheSame(present, rule)
    ? rule
    : { ...rule, parameters: { ...rule.parameters, ...present.parameters } };
}

/** The conditions with those of the guards that are missing: all of them have to be met, whatever stood there before. */
export function withConditions(before: Conditions, guards: readonly PlacedGuard[]): Conditions {
  const wanted = guards.flatMap((guard) => conditionOf(guard) ?? []);
  const isAll = before?.operation === 'ALL';
  const missing = wanted.filter((rule) => !(isAll && before.conditions.some((other) => checksTheSame(rule, other))));
  if (missing.length === 0) return before;
  if (isAll) return { ...before, conditions: [...before.conditions, ...missing] };
  return { operation: 'ALL', conditions: missing, conditionGroups: before == null ? [] : [before] };
}

/** Its message, and what Jira adds of its own, do not count. */
function checksTheSame(wanted: Rule, standing: Rule): boolean {
  const checks = Object.entries(wanted.parameters ?? {}).filter(([name]) => name !== 'errorMessage');
  return wanted.ruleKey === standing.ruleKey && checks.every(([name, value]) => standing.parameters?.[name] === value);
}
