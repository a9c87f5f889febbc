import type { LintCheck } from './lint-finding';
import { isIdle } from './rule-reach';

/** Rules under which no change can come: no type, category, risk level or other value meets their condition. */
export const idleRules: LintCheck = (policy) =>
  policy.rules
    .filter((rule) => isIdle(rule, policy))
    .map(({ id, clauses }) => ({ code: 'rule-never-applies', severity: 'warning', clauses, ruleIds: [id] }));
