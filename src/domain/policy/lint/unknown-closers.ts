import { isAboutCloser } from '../../guards/acting-duty';
import { actorGuards } from '../../guards/actor-guards';
import { NO_SETTINGS } from '../../settings';
import type { LintCheck } from './lint-finding';

/**
 * Rules about whoever closes a change that nobody can keep. Jira does not tell an app's validator who carries out a
 * transition, so they are for Jira to check (`actorGuards`): at Close, and as far as an expression can say them. Any other
 * cannot be decided, and what is not known stops every change.
 */
export const unknownClosers: LintCheck = (policy) => {
  const { unsaid } = actorGuards(policy, NO_SETTINGS, 'close');
  return policy.rules
    .filter(isAboutCloser)
    .filter(({ id, gates }) => gates.some((gate) => gate !== 'close') || unsaid.some(({ ruleId }) => ruleId === id))
    .map(({ id, clauses }) => ({ code: 'closer-not-known', severity: 'error', clauses, ruleIds: [id] }));
};
