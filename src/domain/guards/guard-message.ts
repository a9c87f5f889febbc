import type { Gate } from '../change/lifecycle';
import type { Duty } from '../policy/duty';
import type { Policy } from '../policy/policy';
import type { Rule } from '../policy/policy-rule';

const VERBS: Readonly<Record<Gate, string>> = {
  submit: 'submit',
  authorize: 'authorize',
  implement: 'implement',
  complete: 'complete',
  close: 'close',
  expedite: 'expedite',
};

/** What Jira shows to somebody who may not make a transition: who may, the clause, what to do. In plain text. */
export function guardMessage(rule: Rule, gate: Gate, others: readonly Duty[], policy: Pick<Policy, 'roles'>): string {
  const clauses = rule.clauses.length === 0 ? '' : ` (${rule.clauses.join(', ')})`;
  const verb = VERBS[gate];
  if (rule.kind === 'who-may') {
    const titles = rule.roles.map((role) => policy.roles.find(({ id }) => id === role)?.title ?? role);
    return `Only somebody with the role ${joined(titles, 'or')} may ${verb} this change${clauses}. Ask one of them to do it.`;
  }
  if (rule.kind === 'same-person') {
    return `Only whoever is the ${joined(others, 'and')} of this change may ${verb} it${clauses}. Ask them to do it.`;
  }
  return `Whoever is the ${joined(others, 'or')} of this change may not ${verb} it${clauses}. Ask somebody else to do it.`;
}

function joined(words: readonly string[], word: 'and' | 'or'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1) ?? ''}`;
}
