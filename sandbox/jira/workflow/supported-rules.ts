/** Which workflow rules the sandbox carries out. Everything else is refused when the workflow is loaded. */
import { findField } from '../fields/field-catalogue';
import { isPermissionKey } from '../permission-catalogue';
import type { JiraSite } from '../jira-site';
import type { WorkflowRule } from '../state';

export const FORGE_VALIDATOR = 'forge:expression-validator';
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
  if (ruleKey !== 'system:restrict-issue-transition') return `the condition ${ruleKey} is not supported`;
  for (const name of ['accountIds', 'roleIds', 'groupCustomFields', 'denyUserCustomFields']) {
    if (listed(parameters[name]).length > 0) return `${ruleKey} with ${name} is not supported`;
  }
  const groups = listed(parameters.groupIds);
  const unknownGroup = groups.find((id) => !site.directory.groups.some((group) => group.groupId === id));
  if (unknownGroup !== undefined) return `there is no group with the id '${unknownGroup}'`;
  const unknownKey = listed(parameters.permissionKeys).find((key) => !isPermissionKey(key));
  if (unknownKey !== undefined) return `there is no permission '${unknownKey}'`;
  return unknownFieldProblem(site, listed(parameters.allowUserCustomFields));
}

/** Why the sandbox cannot take this validator, or undefined. */
export function validatorProblem(site: JiraSite, rule: WorkflowRule): string | undefined {
  const { ruleKey, parameters } = rule;
  if (ruleKey === FORGE_VALIDATOR) return forgeProblem(parameters);
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

function forgeProblem(parameters: Readonly<Record<string, string>>): string | undefined {
  if ((parameters.key ?? '') === '') return `${FORGE_VALIDATOR} needs the parameter key`;
  const configuration = parameters.config ?? '';
  if (configuration.length > LONGEST_CONFIGURATION) return 'the configuration of a rule is limited to 32 KB';
  return ruleConfiguration(configuration) === undefined
    ? 'the configuration of a rule must be a JSON object'
    : undefined;
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

function dateFieldProblem(site: JiraSite, ids: readonly string[]): string | undefined {
  const wrong = ids.find((id) => !['instant', 'day'].includes(findField(site.store, id)?.kind.name ?? ''));
  return wrong === undefined ? undefined : `'${wrong}' is not a date field`;
}
