/** Conditions decide who is offered a transition; without it the transition does not exist for them, in REST as well. */
import { holds, isAdministrator } from '../access';
import { asList, asText } from '../fields/field-kind';
import type { Account, JiraSite } from '../jira-site';
import type { ConditionGroup, IssueRecord, Transition, WorkflowRule } from '../state';
import { conditionAllows } from './expression-rules';
import { meetsPreviousStatus } from './previous-statuses';
import { FORGE_CONDITION, listed } from './supported-rules';

interface Question {
  readonly site: JiraSite;
  readonly account: Account;
  readonly issue: IssueRecord;
  readonly transition: Transition;
}

/** The rule applies to the app's account like to anybody else's. */
export function conditionsAllow(site: JiraSite, account: Account, issue: IssueRecord, transition: Transition): boolean {
  const group = transition.conditions;
  if (group === null) return true;
  const alone = group.conditions.length + group.conditionGroups.length === 1;
  return groupAllows({ site, account, issue, transition }, group, alone);
}

function groupAllows(question: Question, group: ConditionGroup, alone: boolean): boolean {
  const operator = alone ? null : group.operation === 'ALL' ? 'AND' : 'OR';
  const verdicts = [
    ...group.conditions.map((rule) => ruleAllows(question, rule, operator)),
    ...group.conditionGroups.map((inner) => groupAllows(question, inner, false)),
  ];
  return verdicts.length === 0 || (group.operation === 'ALL' ? verdicts.every(Boolean) : verdicts.some(Boolean));
}

function ruleAllows(question: Question, rule: WorkflowRule, operator: 'AND' | 'OR' | null): boolean {
  const { issue, account } = question;
  const { parameters } = rule;
  switch (rule.ruleKey) {
    case 'system:separation-of-duties':
      return !hasMoved(issue, account, parameters.fromStatusId, parameters.toStatusId);
    case 'system:previous-status-condition':
      return meetsPreviousStatus(issue, parameters);
    case FORGE_CONDITION:
      return appAllows(question, rule, operator);
    default:
      return meetsAnyRestriction(question, parameters);
  }
}

/** False when the app that offers the condition is not installed. */
function appAllows(question: Question, rule: WorkflowRule, operator: 'AND' | 'OR' | null): boolean {
  if (rule.parameters.disabled === 'true') return true;
  const module = question.site.extensions.rules().find(({ key }) => key === rule.parameters.key);
  if (module?.type !== 'Condition' || module.expression === undefined) return false;
  return conditionAllows(question, rule, { ...module, expression: module.expression }, operator);
}

/** Whether the account ever moved the issue from the one status to the other, by the changelog. */
function hasMoved(issue: IssueRecord, account: Account, from: string | undefined, to: string | undefined): boolean {
  return issue.history.some(
    (history) =>
      history.author === account.accountId &&
      history.items.some((item) => item.fieldId === 'status' && item.from === from && item.to === to),
  );
}

/** `system:restrict-issue-transition`: true when any criterion is met; true for everybody when it names none. */
function meetsAnyRestriction({ site, account, issue }: Question, parameters: WorkflowRule['parameters']): boolean {
  const [groups, roles, permissions] = [parameters.groupIds, parameters.roleIds, parameters.permissionKeys].map(listed);
  const [allowed, denied] = [parameters.allowUserCustomFields, parameters.denyUserCustomFields].map(listed);
  const project = site.store.projectOf(issue);
  const own = site.directory.groupsOf(account.accountId);
  const criteria: readonly (readonly [readonly string[] | undefined, (entry: string) => boolean])[] = [
    [groups, (id) => own.some((group) => group.groupId === id)],
    [roles, (id) => playsRole(id)],
    [
      permissions,
      (key) => (key === 'ADMINISTER' ? isAdministrator(site, account) : holds(site, account, key, project)),
    ],
    [allowed, (id) => isIn(issue, id, account)],
  ];
  if (denied !== undefined && denied.length > 0) return !denied.some((id) => isIn(issue, id, account));
  const given = criteria.filter(([entries]) => entries !== undefined && entries.length > 0);
  return given.length === 0 || given.some(([entries, meets]) => entries?.some(meets) === true);

  function playsRole(roleId: string): boolean {
    const actors = project.roleActors.filter((entry) => entry.roleId === roleId);
    return actors.some(
      ({ accountIds, groupNames }) =>
        accountIds.includes(account.accountId) || own.some(({ name }) => groupNames.includes(name)),
    );
  }
}

/** Whether a user field, of one person or several, names the account. */
function isIn(issue: IssueRecord, fieldId: string, account: Account): boolean {
  const value = issue.values[fieldId];
  return asText(value) === account.accountId || asList(value).includes(account.accountId);
}
