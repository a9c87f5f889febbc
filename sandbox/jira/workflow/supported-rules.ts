/** Which workflow rules the sandbox carries out. Everything else is refused when the workflow is loaded. */
import { ExpressionProblem, UnsupportedExpression } from '../expressions/expression-problem';
import { parseExpression } from '../expressions/parse-expression';
import { findField } from '../fields/field-catalogue';
import { isPermissionKey } from '../permission-catalogue';
import type { JiraSite } from '../jira-site';
import type { WorkflowRule } from '../state';

export const FORGE_VALIDATOR = 'forge:expression-validator';
export const FORGE_CONDITION = 'forge:expression-condition';
const LONGEST_CONFIGURATION = 32 * 1024;

/** Comma-separated parameter values. */
export function listed(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Why the sandbox cannot take this condition, or undefined. */
export function conditionProblem(site: JiraSite, rule: WorkflowRule): string | undefined {
  const { ruleKey, parameters } = rule;
  if (ruleKey === 'system:separation-of-duties') {
    return [parameters.fromStatusId, parameters.toStatusId].every((id) => hasStatus(site, id))
      ? undefined
      : `${ruleKey} needs the ids of two statuses`;
  }
  if (ruleKey === 'system:previous-status-condition') return previousStatusProblem(site, rule);
  if (ruleKey === FORGE_CONDITION) return forgeProblem(rule);
  return ruleKey === 'system:restrict-issue-transition'
    ? restrictionProblem(site, parameters)
    : `the condition ${ruleKey} is not supported`;
}

function restrictionProblem(site: JiraSite, parameters: WorkflowRule['parameters']): string | undefined {
  const ruleKey = 'system:restrict-issue-transition';
  if (listed(parameters.accountIds).length > 0) return `${ruleKey} with accountIds is for team-managed projects only`;
  if (listed(parameters.groupCustomFields).length > 0) return `${ruleKey} with groupCustomFields is not supported`;
  const criteria = [
    parameters.groupIds,
    parameters.roleIds,
    parameters.permissionKeys,
    parameters.allowUserCustomFields,
  ];
  const denied = listed(parameters.denyUserCustomFields);
  if (denied.length > 0 && criteria.some((entries) => listed(entries).length > 0)) {
    // Any criterion allows, says Atlassian, and not what then becomes of a denial.
    return `${ruleKey} with denyUserCustomFields beside other criteria is not supported`;
  }
  const unknownGroup = listed(parameters.groupIds).find(
    (id) => !site.directory.groups.some((group) => group.groupId === id),
  );
  if (unknownGroup !== undefined) return `there is no group with the id '${unknownGroup}'`;
  const unknownRole = listed(parameters.roleIds).find((id) => !site.store.state.roles.some((role) => role.id === id));
  if (unknownRole !== undefined) return `there is no project role with the id '${unknownRole}'`;
  const unknownKey = listed(parameters.permissionKeys).find((key) => !isPermissionKey(key));
  if (unknownKey !== undefined) return `there is no permission '${unknownKey}'`;
  return userFieldProblem(site, [...listed(parameters.allowUserCustomFields), ...denied]);
}

function previousStatusProblem(site: JiraSite, { ruleKey, parameters }: WorkflowRule): string | undefined {
  const ids = listed(parameters.previousStatusIds);
  return ids.length === 1 && hasStatus(site, ids[0]) ? undefined : `${ruleKey} needs the id of one status`;
}

/** Why the sandbox cannot take this validator, or undefined. */
export function validatorProblem(site: JiraSite, rule: WorkflowRule): string | undefined {
  const { ruleKey, parameters } = rule;
  if (ruleKey === FORGE_VALIDATOR) return forgeProblem(rule);
  if (ruleKey === 'system:previous-status-validator') return previousStatusProblem(site, rule);
  if (ruleKey === 'system:check-permission-validator') {
    return isPermissionKey(parameters.permissionKey ?? '') ? undefined : `${ruleKey} needs a permission key`;
  }
  if (ruleKey !== 'system:validate-field-value') return `the validator ${ruleKey} is not supported`;
  switch (parameters.ruleType) {
    case 'fieldRequired':
      return unknownFieldProblem(site, needed(listed(parameters.fieldsRequired)));
    case 'fieldChanged':
    case 'fieldHasSingleValue':
      return unknownFieldProblem(site, [parameters.fieldKey ?? '']);
    case 'dateFieldComparison':
      if (!['>', '>=', '=', '<=', '<', '!='].includes(parameters.conditionSelected ?? '')) {
        return `${ruleKey} needs conditionSelected`;
      }
      return dateFieldProblem(site, [parameters.date1FieldKey ?? '', parameters.date2FieldKey ?? '']);
    case 'windowDateComparison':
      return /^\d+$/.test(parameters.numberOfDays ?? '')
        ? dateFieldProblem(site, [parameters.date1FieldKey ?? '', parameters.date2FieldKey ?? ''])
        : `${ruleKey} needs numberOfDays`;
    default:
      return `${ruleKey} with the ruleType '${parameters.ruleType ?? ''}' is not supported`;
  }
}

/** Why the sandbox cannot take this post function, or undefined. */
export function actionProblem(rule: WorkflowRule): string | undefined {
  if (rule.ruleKey !== 'system:update-field') return `the post function ${rule.ruleKey} is not supported`;
  if (rule.parameters.field !== 'resolution') return 'system:update-field is supported for the resolution only';
  return rule.parameters.mode === 'append' ? 'a resolution cannot be appended' : undefined;
}

/** A configured expression that Jira could not parse is no problem here: the rule refuses when it runs, as Jira's does. */
function forgeProblem({ ruleKey, parameters }: WorkflowRule): string | undefined {
  if ((parameters.key ?? '') === '') return `${ruleKey} needs the parameter key`;
  const configuration = parameters.config ?? '';
  if (configuration.length > LONGEST_CONFIGURATION) return 'the configuration of a rule is limited to 32 KB';
  const parsed = ruleConfiguration(configuration);
  if (parsed === undefined) return 'the configuration of a rule must be a JSON object';
  return typeof parsed['expression'] === 'string' ? unsupportedPart(parsed['expression']) : undefined;
}

function unsupportedPart(expression: string): string | undefined {
  try {
    parseExpression(expression);
  } catch (error) {
    if (error instanceof UnsupportedExpression) return `${error.message} is not supported`;
    if (!(error instanceof ExpressionProblem)) throw error;
  }
  return undefined;
}

/** `parameters.config`, parsed; an empty one is an empty object. Undefined when it is not a JSON object. */
export function ruleConfiguration(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function hasStatus(site: JiraSite, id: string | undefined): boolean {
  return site.store.state.statuses.some((status) => status.id === id);
}

function needed(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [''] : ids;
}

function unknownFieldProblem(site: JiraSite, ids: readonly string[]): string | undefined {
  const unknown = ids.find((id) => findField(site.store, id) === undefined);
  return unknown === undefined ? undefined : `there is no field with the id '${unknown}'`;
}

function userFieldProblem(site: JiraSite, ids: readonly string[]): string | undefined {
  const wrong = ids.find((id) => !['person', 'people'].includes(findField(site.store, id)?.kind.name ?? ''));
  return wrong === undefined ? undefined : `'${wrong}' is not a user field`;
}

function dateFieldProblem(site: JiraSite, ids: readonly string[]): string | undefined {
  const wrong = ids.find((id) => !['instant', 'day'].includes(findField(site.store, id)?.kind.name ?? ''));
  return wrong === undefined ? undefined : `'${wrong}' is not a date field`;
}
