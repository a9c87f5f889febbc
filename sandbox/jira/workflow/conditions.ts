/** Conditions decide who is offered a transition; without it the transition does not exist for them, in REST as well. */
import { holds, isAdministrator } from '../access';
import { asList, asText } from '../fields/field-kind';
import type { Account, JiraSite } from '../jira-site';
import type { ConditionGroup, IssueRecord, Transition, WorkflowRule } from '../state';
import { listed } from './supported-rules';

/** The rule applies to the app's account like to anybody else's. */
export function conditionsAllow(site: JiraSite, account: Account, issue: IssueRecord, transition: Transition): boolean {
  return transition.conditions === null || groupAllows(site, account, issue, transition.conditions);
}

function groupAllows(site: JiraSite, account: Account, issue: IssueRecord, group: ConditionGroup): boolean {
  const verdicts = [
    ...group.conditions.map((rule) => ruleAllows(site, account, issue, rule)),
    ...group.conditionGroups.map((inner) => groupAllows(site, account, issue, inner)),
  ];
  return verdicts.length === 0 || (group.operation === 'ALL' ? verdicts.every(Boolean) : verdicts.some(Boolean));
}

function ruleAllows(site: JiraSite, account: Account, issue: IssueRecord, rule: WorkflowRule): boolean {
  return rule.ruleKey === 'system:separation-of-duties'
    ? !hasMoved(issue, account, rule.parameters.fromStatusId, rule.parameters.toStatusId)
    : meetsAnyRestriction(site, account, issue, rule);
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
function meetsAnyRestriction(site: JiraSite, account: Account, issue: IssueRecord, rule: WorkflowRule): boolean {
  const groups = listed(rule.parameters.groupIds);
  const permissions = listed(rule.parameters.permissionKeys);
  const fields = listed(rule.parameters.allowUserCustomFields);
  if (groups.length + permissions.length + fields.length === 0) return true;
  const project = site.store.projectOf(issue);
  return (
    site.directory.groupsOf(account.accountId).some((group) => groups.includes(group.groupId)) ||
    permissions.some((key) =>
      key === 'ADMINISTER' ? isAdministrator(site, account) : holds(site, account, key, project),
    ) ||
    fields.some((id) => {
      const value = issue.values[id];
      return asText(value) === account.accountId || asList(value).includes(account.accountId);
    })
  );
}
