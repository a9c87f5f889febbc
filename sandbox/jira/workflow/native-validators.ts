/**
 * Jira's own validators. Where Atlassian does not publish the default text of a refusal, the text is the sandbox's own; an
 * `errorMessage` in the rule always wins.
 */
import { holds, isAdministrator } from '../access';
import { applicableField } from '../fields/applicable-field';
import { findField } from '../fields/field-catalogue';
import { asNumber, asText } from '../fields/field-kind';
import { realChanges } from '../issue/apply-edits';
import type { Account, JiraSite } from '../jira-site';
import { findPermission } from '../permission-catalogue';
import type { IssueRecord, Json, Transition, WorkflowRule } from '../state';
import { meetsPreviousStatus } from './previous-statuses';
import { listed } from './supported-rules';

/** Everything a native rule looks at: the issue as it would be, and the values that the request set. */
export interface RuleFacts {
  readonly site: JiraSite;
  readonly account: Account;
  /** The issue before the edits; while an issue is created, the issue to be. */
  readonly issue: IssueRecord;
  readonly values: ReadonlyMap<string, Json>;
}

/** Why the rule refuses, or undefined. */
export function nativeRefusal(rule: WorkflowRule, facts: RuleFacts): string | undefined {
  const { parameters } = rule;
  if (rule.ruleKey === 'system:check-permission-validator')
    return permissionRefusal(parameters.permissionKey ?? '', facts);
  if (rule.ruleKey === 'system:previous-status-validator') return previousStatusRefusal(parameters, facts);
  const given = parameters.errorMessage ?? '';
  const refusal = fieldRefusal(parameters, facts);
  return refusal === undefined || given === '' ? refusal : given;
}

/** The messages of the native validators of the initial transition. */
export function brokenNativeRules(
  site: JiraSite,
  account: Account,
  transition: Transition,
  issue: IssueRecord,
  values: ReadonlyMap<string, Json>,
): readonly string[] {
  return transition.validators
    .map((rule) => nativeRefusal(rule, { site, account, issue, values }))
    .filter((message) => message !== undefined);
}

function fieldRefusal(parameters: Readonly<Record<string, string>>, facts: RuleFacts): string | undefined {
  const key = parameters.fieldKey ?? '';
  switch (parameters.ruleType) {
    case 'fieldRequired': {
      const missing = requiredFields(parameters, facts).find((id) => valueOf(id, facts) === null);
      return missing === undefined ? undefined : `${nameOf(missing, facts)} is required.`;
    }
    case 'fieldChanged':
      return isExempt(parameters, facts) || realChanges(facts.issue, facts.values).has(key)
        ? undefined
        : `${nameOf(key, facts)} must be changed.`;
    case 'fieldHasSingleValue': {
      const value = valueOf(key, facts);
      return Array.isArray(value) && value.length > 1 ? `${nameOf(key, facts)} must have a single value.` : undefined;
    }
    case 'dateFieldComparison':
      return dateRefusal(parameters, facts);
    case 'windowDateComparison':
      return windowRefusal(parameters, facts);
    default:
      throw new Error(`No native rule of the type ${parameters.ruleType ?? ''}`);
  }
}

/** A comparison with an empty date passes: only a required-field rule asks for a value. */
function dateRefusal(parameters: Readonly<Record<string, string>>, facts: RuleFacts): string | undefined {
  const { date1FieldKey: first = '', date2FieldKey: second = '', conditionSelected: operator = '' } = parameters;
  const withTime = parameters.includeTime === 'true';
  const [one, two] = [first, second].map((id) => instantOf(valueOf(id, facts), withTime));
  if (one === undefined || two === undefined) return undefined;
  return compares(one, operator, two)
    ? undefined
    : `${nameOf(first, facts)} must be ${operator} ${nameOf(second, facts)}.`;
}

/** The first date is at most so many days after the second; both by their day. With an empty date it passes. */
function windowRefusal(parameters: Readonly<Record<string, string>>, facts: RuleFacts): string | undefined {
  const { date1FieldKey: first = '', date2FieldKey: second = '', numberOfDays = '' } = parameters;
  const [one, two] = [first, second].map((id) => instantOf(valueOf(id, facts), false));
  if (one === undefined || two === undefined || one <= two + Number(numberOfDays) * DAY) return undefined;
  return `${nameOf(first, facts)} must be within ${numberOfDays} days after ${nameOf(second, facts)}.`;
}

/** With `ignoreContext`, a field is not required where it has no context for the issue. */
function requiredFields(parameters: Readonly<Record<string, string>>, { site, issue }: RuleFacts): readonly string[] {
  const scope = { projectId: asText(issue.values.project), issueTypeId: asText(issue.values.issuetype) };
  return listed(parameters.fieldsRequired).filter((id) => {
    const field = findField(site.store, id);
    return parameters.ignoreContext !== 'true' || field === undefined || applicableField(field, scope) !== undefined;
  });
}

function previousStatusRefusal(parameters: Readonly<Record<string, string>>, { site, issue }: RuleFacts) {
  if (meetsPreviousStatus(issue, parameters)) return undefined;
  const names = listed(parameters.previousStatusIds).map((id) => site.store.status(id).name);
  return `The issue must have been in the status ${names.join(', ')} before.`;
}

function compares(one: number, operator: string, two: number): boolean {
  if (operator === '>') return one > two;
  if (operator === '>=') return one >= two;
  if (operator === '<') return one < two;
  if (operator === '<=') return one <= two;
  return operator === '=' ? one === two : one !== two;
}

const DAY = 86_400_000;

/** Days count from their midnight in UTC; without time, instants are compared by their day. */
function instantOf(value: Json, withTime: boolean): number | undefined {
  if (value === null) return undefined;
  const instant = typeof value === 'string' ? Date.parse(`${value}T00:00:00Z`) : asNumber(value);
  return withTime ? instant : Math.floor(instant / DAY) * DAY;
}

function permissionRefusal(key: string, { site, account, issue }: RuleFacts): string | undefined {
  const has =
    key === 'ADMINISTER' ? isAdministrator(site, account) : holds(site, account, key, site.store.projectOf(issue));
  return has ? undefined : `You need the '${findPermission(key)?.name ?? key}' permission for this transition.`;
}

function isExempt(parameters: Readonly<Record<string, string>>, { site, account }: RuleFacts): boolean {
  const exempt = listed(parameters.groupsExemptFromValidation);
  return site.directory.groupsOf(account.accountId).some((group) => exempt.includes(group.groupId));
}

function valueOf(id: string, { issue, values }: RuleFacts): Json {
  const value = values.has(id) ? values.get(id) : issue.values[id];
  return value ?? null;
}

function nameOf(id: string, { site }: RuleFacts): string {
  return findField(site.store, id)?.name ?? id;
}
