import type { RuleModule } from '../site/app-api';
import type { WorkflowRule, WorkflowTransition } from '../site/workflow-shapes';

/** A rule of the installed app on a transition. */
export interface AppRule {
  /** `parameters.id`: the id of the rule itself changes with every reading. */
  readonly id: string;
  readonly module: RuleModule;
  readonly config: string;
}

/** The app's rules on a transition: its validators, and its conditions outside inner groups. */
export function appRules(transition: WorkflowTransition, modules: readonly RuleModule[]): readonly AppRule[] {
  return [...transition.validators, ...(transition.conditions?.conditions ?? [])].flatMap(({ parameters }) => {
    const module = modules.find(({ ari }) => ari === parameters['key']);
    return module === undefined ? [] : [{ id: parameters['id'] ?? '', module, config: parameters['config'] ?? '' }];
  });
}

/** A rule as the workflow keeps it. */
export function newRule(module: RuleModule, id: string, config: string): WorkflowRule {
  const ruleKey = module.kind === 'validator' ? 'forge:expression-validator' : 'forge:expression-condition';
  return { ruleKey, parameters: { key: module.ari, config, id } };
}

/** The same rules, with another configuration for one of them. */
export function configured(rules: readonly WorkflowRule[], ruleId: string, config: string): readonly WorkflowRule[] {
  return rules.map((rule) =>
    rule.parameters['id'] === ruleId ? { ...rule, parameters: { ...rule.parameters, config } } : rule,
  );
}

export function without(rules: readonly WorkflowRule[], ruleId: string): readonly WorkflowRule[] {
  return rules.filter((rule) => rule.parameters['id'] !== ruleId);
}
