/** Jira's own workflow rules that the sandbox carries out, as GET /rest/api/3/workflows/capabilities lists them. */
import type { JiraSite } from '../jira-site';
import type { WorkflowRule } from '../state';
import { actionProblem, conditionProblem, validatorProblem } from '../workflow/supported-rules';
import { TRANSITION_SCREEN } from './workflow-document';

interface SystemRule {
  readonly ruleKey: string;
  readonly ruleType: 'Condition' | 'Validator' | 'Function' | 'Screen';
  readonly name: string;
  readonly description: string;
  /** Parameters with which the sandbox is asked whether it knows the rule at all. */
  readonly parameters?: WorkflowRule['parameters'];
}

const RULES: readonly SystemRule[] = [
  { ruleKey: 'system:check-permission-validator', ruleType: 'Validator', name: 'Validate people have a permission', description: 'Asks for a permission of whoever transitions.' },
  { ruleKey: 'system:previous-status-validator', ruleType: 'Validator', name: 'Validate a previous status', description: 'Asks whether the issue has been through a status.' },
  { ruleKey: 'system:validate-field-value', ruleType: 'Validator', name: 'Validate a field', description: 'Asks for something of the value of a field.', parameters: { ruleType: 'fieldRequired' } },
  { ruleKey: 'system:previous-status-condition', ruleType: 'Condition', name: 'Restrict by previous status', description: 'Offers the transition by where the issue has been.' },
  { ruleKey: 'system:restrict-from-all-users', ruleType: 'Condition', name: 'Restrict from everybody', description: 'Keeps the transition from people.' },
  { ruleKey: 'system:restrict-issue-transition', ruleType: 'Condition', name: 'Restrict who can move an issue', description: 'Offers the transition to some people only.' },
  { ruleKey: 'system:separation-of-duties', ruleType: 'Condition', name: 'Restrict by separation of duties', description: 'Keeps the transition from whoever made another one.' },
  { ruleKey: 'system:update-field', ruleType: 'Function', name: 'Update a field', description: 'Sets a field after the transition.', parameters: { field: 'resolution' } },
  { ruleKey: TRANSITION_SCREEN, ruleType: 'Screen', name: 'Show a screen', description: 'Shows a screen during the transition.' },
]; // prettier-ignore

/** Names and descriptions are the sandbox's own: Atlassian publishes no list of them. */
export function systemRules(site: JiraSite) {
  return RULES.filter((rule) => isCarriedOut(site, rule)).map(({ parameters: _, ...rule }) => ({
    ...rule,
    incompatibleRuleKeys: [],
    isAvailableForInitialTransition: rule.ruleType === 'Validator' || rule.ruleType === 'Function',
    isVisible: true,
  }));
}

/** Not that the parameters are right, but that the rule is one of those the sandbox knows. */
function isCarriedOut(site: JiraSite, { ruleKey, ruleType, parameters = {} }: SystemRule): boolean {
  const rule = { ruleKey, parameters };
  if (ruleType === 'Screen') return true;
  if (ruleType === 'Function') return actionProblem(rule) === undefined;
  const message = ruleType === 'Validator' ? validatorProblem(site, rule) : conditionProblem(site, rule);
  return message?.includes('not supported') !== true;
}
