import { rolesIn } from '../../approval/requirement';
import type { CalendarWindow } from '../../calendar/calendar-window';
import type { Policy } from '../policy';
import type { Rule } from '../policy-rule';
import type { LintCheck } from './lint-finding';

/** Roles that nothing in the policy asks for and nobody is told as: whoever holds them, nothing changes. */
export const unusedRoles: LintCheck = (policy) => {
  const used = new Set(usedRoles(policy));
  return policy.roles
    .filter(({ id }) => !used.has(id))
    .map(({ id }) => ({ code: 'unused-role', severity: 'warning', clauses: [], ruleIds: [], role: id }));
};

function usedRoles({ rules, standardChanges, exceptions, emergencies, records, calendar, answers }: Policy) {
  const answered = Object.values(answers).flatMap((answer) => (typeof answer === 'object' ? answer : []));
  return [
    ...rules.flatMap(rolesOfRule),
    ...standardChanges.flatMap(({ preApprovedBy }) => preApprovedBy ?? []),
    ...(exceptions === 'none' ? [] : rolesIn(exceptions.requirement)),
    ...emergencies.tell,
    ...records.notifications.flatMap(({ tell }) => tell),
    ...[...calendar.windows, ...answered].flatMap(exemptingRoles),
  ];
}

function rolesOfRule(rule: Rule): readonly string[] {
  if (rule.kind === 'approval') {
    return [...rolesIn(rule.requirement), ...(typeof rule.veto === 'object' ? rule.veto : [])];
  }
  if (rule.kind === 'who-may') return rule.roles;
  return rule.kind === 'authorship' && 'roles' in rule.by ? rule.by.roles : [];
}

function exemptingRoles(window: CalendarWindow): readonly string[] {
  return window.kind === 'freeze' && window.exemptionBy !== undefined ? [window.exemptionBy] : [];
}
