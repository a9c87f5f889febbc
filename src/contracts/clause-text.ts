import type { TracedClause } from '../domain/policy/clause-trace';
import type { Service } from '../domain/policy/clause';
import type { Notification, Policy } from '../domain/policy/policy';
import { clockText } from './clock-text';
import { ruleText } from './rule-text';
import { conditionText } from './wording/condition-text';
import { theRoles } from './wording/names-of-people';

const OTHERWISE: Readonly<Record<Service, string>> = {
  enforced: 'Nothing in the policy enforces it yet.',
  evidenced: 'Stops nothing; what is on record shows it.',
  reminded: 'Stops nothing; somebody is reminded.',
  outside: 'Outside software: people see to it.',
  'no-text': 'The document has no text here that could be enforced.',
};

/**
 * What the app does about a clause: one text for each rule, clock and notification that serves it, then the policy's own
 * note; where there is none of these, how the clause is served at all.
 */
export function clauseText({ clause, rules, clocks, notifications }: TracedClause, policy: Policy): readonly string[] {
  const texts = [
    ...rules.map((rule) => ruleText(rule, policy)),
    ...clocks.map((clock) => clockText(clock, policy)),
    ...notifications.map((notification) => notificationText(notification, policy)),
    ...(clause.note === undefined ? [] : [clause.note]),
  ];
  return texts.length > 0 ? texts : [OTHERWISE[clause.service]];
}

/** "Tells the IT Team when a change was implemented." */
export function notificationText({ on, tell, when }: Notification, policy: Policy): string {
  const condition = when === undefined ? '' : `, if ${conditionText(when, policy)}`;
  return `Tells ${theRoles(policy, tell)} when a change was ${on}${condition}.`;
}
