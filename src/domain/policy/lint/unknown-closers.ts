import type { Duty } from '../duty';
import type { Rule } from '../policy-rule';
import type { LintCheck } from './lint-finding';

/**
 * Rules about whoever closes a change. Jira does not tell an app's validator who carries out a transition, so such a rule
 * cannot be decided there, and what is not known stops every change.
 */
export const unknownClosers: LintCheck = (policy) =>
  policy.rules
    .filter((rule) => dutiesOf(rule).includes('closer'))
    .map(({ id, clauses }) => ({ code: 'closer-not-known', severity: 'error', clauses, ruleIds: [id] }));

function dutiesOf(rule: Rule): readonly Duty[] {
  if (rule.kind === 'who-may') return [rule.duty];
  if (rule.kind === 'separate-duties' || rule.kind === 'same-person') return rule.pairs.flat();
  return rule.kind === 'authorship' && 'duty' in rule.by ? [rule.by.duty] : [];
}
